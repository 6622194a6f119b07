using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A section of a report in which searched words stand.</summary>
public sealed record FoundText
{
    public required Guid EntryId { get; init; }
    public required Guid ObligationId { get; init; }
    public required Guid PeriodId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public string? TaskTitle { get; init; }
    public required string TaskText { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Of the section.</summary>
    public required int Ordinal { get; init; }
    public required string Text { get; init; }
}

/// <param name="Texts">Newest first.</param>
/// <param name="IsCutShort">The time was over before all was looked at: there may be more.</param>
public sealed record SearchResult(IReadOnlyList<FoundText> Texts, bool IsCutShort);

/// <summary>Looks for words in all reports that count, with or without a word boundary; two Chinese characters are enough.</summary>
/// <remarks>An index of pairs of characters says where they may stand; the text itself says whether they do, so that what is found is what a look at every text would find.</remarks>
/// <param name="wall">Real time: whoever asked is waiting.</param>
/// <param name="fewUnits">What so few units wrote is read without the index, which would show what all the others wrote as well.</param>
/// <param name="firstStretch">Candidates that are looked at together: few at first, for a word that stands everywhere. On PostgreSQL these are read without the index; with none it is asked at once.</param>
/// <param name="stretch">And those after them.</param>
public sealed class SearchQuery(IDatabase database, TimeProvider wall, int fewUnits = 100, int firstStretch = 200, int stretch = 2000)
{
    private const string Found = """
        e.id AS entry_id, o.id AS obligation_id, o.period_id, o.unit_id, u.name AS unit_name, t.title AS task_title, t.text AS task_text, e.version, e.submitted_at, s.ordinal, s.text
        """;

    /// <param name="words">As typed, two characters at least (of fewer nothing is found by the index); found anywhere in a section, in either case as far as the database knows it.</param>
    /// <param name="periodIds">Reports on these.</param>
    /// <param name="unitIds">Reports of these.</param>
    /// <param name="take">At most so many sections.</param>
    /// <param name="patience">When this is over, what was found so far is the answer.</param>
    public async Task<SearchResult> RunAsync(
        string words, IReadOnlyList<Guid> periodIds, IReadOnlyCollection<Guid> unitIds, int take, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(patience, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        // By the database, as the texts are: SQLite knows A to Z only, and what one side lowers and the other does not is never found.
        var lower = await database.QueryAsync<string>("SELECT lower(@words) AS words", new { words }, cancellationToken);
        var search = new Search(lower[0], periodIds, [.. unitIds], take);
        try
        {
            if (unitIds.Count <= fewUnits)
                await ReadAsync(search, either.Token);
            else if (database.Dialect == Dialect.Sqlite)
                await LookUpOnSqliteAsync(search, either.Token);
            else
                await LookUpOnPostgresAsync(search, either.Token);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(search.Newest(), IsCutShort: true);
        }
        return new(search.Newest(), IsCutShort: false);
    }

    /// <summary>Period by period, all that the units wrote: a late report on an older period may be the newest.</summary>
    private async Task ReadAsync(Search search, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {Found}
              FROM obligation o
              JOIN progress_entry e ON e.obligation_id = o.id AND e.version = o.version
              JOIN progress_entry_section s ON s.entry_id = e.id
              JOIN unit u ON u.id = o.unit_id
              JOIN plan_task t ON t.id = o.task_id
             WHERE o.unit_id = ANY (@unitIds) AND o.period_id = @periodId AND o.state IN (3, 4, 5) AND lower(s.text) LIKE @pattern ESCAPE '\'
             ORDER BY e.submitted_at DESC, e.id DESC, s.ordinal LIMIT @take
            """;
        foreach (var periodId in search.PeriodIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            search.Add(await database.QueryAsync<FoundText>(
                sql, new { periodId, unitIds = new IdList(search.UnitIds), pattern = search.Pattern, take = search.Take }, cancellationToken));
        }
    }

    /// <summary>The index gives the sections from the last one written backwards, as few as are asked for. A stretch may end within a report, so all of its sections are looked at.</summary>
    private async Task LookUpOnSqliteAsync(Search search, CancellationToken cancellationToken)
    {
        const string candidates = "SELECT rowid FROM report_search WHERE report_search MATCH @pairs AND rowid < @before ORDER BY rowid DESC LIMIT @most";
        const string sql = $"""
            SELECT {Found}
              FROM progress_entry_section s
              JOIN progress_entry e ON e.id = s.entry_id
              JOIN obligation o ON o.id = e.obligation_id AND o.version = e.version
              JOIN unit u ON u.id = o.unit_id
              JOIN plan_task t ON t.id = o.task_id
             WHERE s.entry_id IN (SELECT entry_id FROM progress_entry_section WHERE id = ANY (@ids)) AND lower(s.text) LIKE @pattern ESCAPE '\' AND o.state IN (3, 4, 5)
            """;
        var (before, most, pairs) = (long.MaxValue, firstStretch > 0 ? firstStretch : stretch, TextPairs.Words(search.Words));
        if (pairs.Length == 0)
            return;
        for (IReadOnlyList<long> ids; !search.IsFull; (before, most) = (ids[^1], stretch))
        {
            cancellationToken.ThrowIfCancellationRequested(); // SQLite itself is not interrupted, but each stretch is short
            ids = await database.QueryAsync<long>(candidates, new { pairs, before, most }, cancellationToken);
            search.Add(await database.QueryAsync<FoundText>(sql, new { ids = new NumberList(ids), pattern = search.Pattern }, cancellationToken));
            if (ids.Count < most)
                break;
        }
    }

    /// <summary>The index gives all places of a word at once, in no order. So what came in last is read first: there a word is found soon that stands everywhere.</summary>
    private async Task LookUpOnPostgresAsync(Search search, CancellationToken cancellationToken)
    {
        const string newest = "SELECT DISTINCT entry_id FROM progress_entry_section WHERE entry_id < @before ORDER BY entry_id DESC LIMIT @most";
        // Cut off from its order, or the planner may read on from the newest to the oldest where it takes the word for frequent.
        const string candidates = """
            WITH candidate AS MATERIALIZED (SELECT entry_id FROM progress_entry_section WHERE text_pairs(text) @> @pairs AND lower(text) LIKE @pattern ESCAPE '\')
            SELECT DISTINCT entry_id FROM candidate WHERE entry_id < @before ORDER BY entry_id DESC LIMIT @most
            """;
        // LIMIT: one by one by their keys, where a join might read all reports that were ever filed. A report has a handful of sections.
        const string sql = $"""
            SELECT {Found}
              FROM unnest(@ids) AS wanted (id)
             CROSS JOIN LATERAL (SELECT entry_id, ordinal, text FROM progress_entry_section WHERE entry_id = wanted.id LIMIT 1000) s
             CROSS JOIN LATERAL (SELECT id, obligation_id, version, submitted_at FROM progress_entry WHERE id = s.entry_id LIMIT 1) e
             CROSS JOIN LATERAL (SELECT id, period_id, unit_id, task_id, version, state FROM obligation WHERE id = e.obligation_id LIMIT 1) o
              JOIN unit u ON u.id = o.unit_id
              JOIN plan_task t ON t.id = o.task_id
             WHERE lower(s.text) LIKE @pattern ESCAPE '\' AND o.version = e.version AND o.state IN (3, 4, 5)
            """;
        var (statement, before, most) = firstStretch > 0 ? (newest, Guid.AllBitsSet, firstStretch) : (candidates, Guid.AllBitsSet, stretch);
        var pairs = new NumberList(TextPairs.Of(search.Words));
        if (pairs.Numbers.Count == 0)
            return;
        IReadOnlyList<Guid> ids;
        for (; !search.IsFull; (statement, before, most) = (candidates, ids[^1], stretch))
        {
            ids = await database.QueryAsync<Guid>(statement, new { pairs, pattern = search.Pattern, before, most }, cancellationToken);
            search.Add(await database.QueryAsync<FoundText>(sql, new { ids = new IdList(ids), pattern = search.Pattern }, cancellationToken));
            if (ids.Count < most)
                break;
        }
    }

    /// <summary>What is looked for, and what was found.</summary>
    private sealed class Search(string words, IReadOnlyList<Guid> periodIds, HashSet<Guid> unitIds, int take)
    {
        private readonly HashSet<Guid> periods = [.. periodIds];
        private readonly Dictionary<(Guid EntryId, int Ordinal), FoundText> found = [];

        public string Words => words;

        public string Pattern { get; } =
            $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

        public IReadOnlyList<Guid> PeriodIds => periodIds;

        public IReadOnlyCollection<Guid> UnitIds => unitIds;

        public int Take => take;

        public bool IsFull => found.Count >= take;

        public void Add(IEnumerable<FoundText> texts)
        {
            foreach (var text in texts.Where(text => periods.Contains(text.PeriodId) && unitIds.Contains(text.UnitId)))
                found[(text.EntryId, text.Ordinal)] = text;
        }

        public IReadOnlyList<FoundText> Newest() =>
            [.. found.Values.OrderByDescending(text => text.SubmittedAt).ThenByDescending(text => text.EntryId).ThenBy(text => text.Ordinal).Take(take)];
    }
}
