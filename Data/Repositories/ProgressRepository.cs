using Dapper;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ProgressRepository(IDatabase database) : IProgressRepository
{
    public Task AddAsync(ProgressEntry entry, CancellationToken cancellationToken)
    {
        // One round trip: whoever confirms a report waits for it.
        var sections = entry.Sections.Select((section, index) => (section.Key, section.Value, Ordinal: $"@ordinal{index}", Text: $"@text{index}")).ToList();
        var sql = $"""
            INSERT INTO progress_entry (id, obligation_id, version, author_id, channel, submitted_at)
            VALUES (@Id, @ObligationId, @Version, @AuthorId, @Channel, @SubmittedAt);
            INSERT INTO progress_entry_section (entry_id, ordinal, text) VALUES {string.Join(", ", sections.Select(section => $"(@Id, {section.Ordinal}, {section.Text})"))};
            DELETE FROM report_draft WHERE obligation_id = @ObligationId;
            UPDATE evidence SET version = @Version WHERE obligation_id = @ObligationId AND version = 0
            """;
        var parameters = new DynamicParameters(new { entry.Id, entry.ObligationId, entry.Version, entry.AuthorId, entry.Channel, entry.SubmittedAt });
        foreach (var section in sections)
        {
            parameters.Add(section.Ordinal, section.Key);
            parameters.Add(section.Text, section.Value);
        }
        return database.WriteAsync(sql, parameters, cancellationToken);
    }

    public Task<IReadOnlyList<ProgressEntry>> VersionsAsync(Guid obligationId, CancellationToken cancellationToken) =>
        ReadAsync("obligation_id = @obligationId", new { obligationId }, cancellationToken);

    public Task<IReadOnlyList<ProgressEntry>> LatestAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken) =>
        ReadAsync(
            """
            obligation_id = ANY (@obligationIds)
               AND version = (SELECT max(version) FROM progress_entry AS other WHERE other.obligation_id = progress_entry.obligation_id)
            """, new { obligationIds = new IdList(obligationIds) }, cancellationToken);

    public async Task<IReadOnlyList<ReportDraft>> DraftsAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken)
    {
        const string sql = "SELECT obligation_id, author_id, saved_at FROM report_draft WHERE obligation_id = ANY (@obligationIds) ORDER BY obligation_id";
        const string sections = "SELECT obligation_id AS owner_id, ordinal, text FROM report_draft_section WHERE obligation_id = ANY (@obligationIds)";
        var parameters = new { obligationIds = new IdList(obligationIds) };
        var rows = await database.QueryAsync<DraftRow>(sql, parameters, cancellationToken);
        if (rows.Count == 0)
            return [];
        var texts = (await database.QueryAsync<SectionTextRow>(sections, parameters, cancellationToken)).ToLookup(row => row.OwnerId);
        return rows.Select(row => new ReportDraft(row.ObligationId, row.AuthorId, row.SavedAt, SectionTextRow.ToTexts(texts[row.ObligationId]))).ToList();
    }

    public Task SaveDraftAsync(ReportDraft draft, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            const string sql = """
                INSERT INTO report_draft (obligation_id, author_id, saved_at) VALUES (@ObligationId, @AuthorId, @SavedAt)
                ON CONFLICT (obligation_id) DO UPDATE SET author_id = excluded.author_id, saved_at = excluded.saved_at
                """;
            const string sections = "INSERT INTO report_draft_section (obligation_id, ordinal, text) VALUES (@OwnerId, @Ordinal, @Text)";
            await database.WriteAsync(sql, new { draft.ObligationId, draft.AuthorId, draft.SavedAt }, cancellation);
            await database.WriteAsync("DELETE FROM report_draft_section WHERE obligation_id = @ObligationId", new { draft.ObligationId }, cancellation);
            await database.InsertAsync(sections, SectionTextRow.Of(draft.ObligationId, draft.Sections), cancellation);
        }, cancellationToken);

    public Task DeleteDraftAsync(Guid obligationId, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM report_draft WHERE obligation_id = @obligationId", new { obligationId }, cancellationToken);

    /// <summary>By obligation, oldest version first.</summary>
    /// <param name="condition">A condition on progress_entry, of ours.</param>
    private async Task<IReadOnlyList<ProgressEntry>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT id, obligation_id, version, author_id, channel, submitted_at FROM progress_entry WHERE {condition} ORDER BY obligation_id, version
            """;
        var sections = $"""
            SELECT entry_id AS owner_id, ordinal, text FROM progress_entry_section WHERE entry_id IN (SELECT id FROM progress_entry WHERE {condition})
            """;
        var rows = await database.QueryAsync<EntryRow>(sql, parameters, cancellationToken);
        if (rows.Count == 0)
            return [];
        var texts = (await database.QueryAsync<SectionTextRow>(sections, parameters, cancellationToken)).ToLookup(row => row.OwnerId);
        return rows.Select(row => row.ToModel(SectionTextRow.ToTexts(texts[row.Id]))).ToList();
    }

    private sealed record EntryRow
    {
        public required Guid Id { get; init; }
        public required Guid ObligationId { get; init; }
        public required int Version { get; init; }
        public required Guid AuthorId { get; init; }
        public required string Channel { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }

        public ProgressEntry ToModel(IReadOnlyDictionary<int, string> sections) => new()
        {
            Id = Id,
            ObligationId = ObligationId,
            Version = Version,
            AuthorId = AuthorId,
            Channel = Channel,
            SubmittedAt = SubmittedAt,
            Sections = sections,
        };
    }

    private sealed record DraftRow
    {
        public required Guid ObligationId { get; init; }
        public required Guid AuthorId { get; init; }
        public required DateTimeOffset SavedAt { get; init; }
    }

    private sealed record SectionTextRow
    {
        /// <summary>Id of the entry, or of the obligation whose draft this is.</summary>
        public required Guid OwnerId { get; init; }
        public required int Ordinal { get; init; }
        public required string Text { get; init; }

        public static IEnumerable<SectionTextRow> Of(Guid ownerId, IReadOnlyDictionary<int, string> texts) =>
            texts.Select(text => new SectionTextRow { OwnerId = ownerId, Ordinal = text.Key, Text = text.Value });

        public static SortedDictionary<int, string> ToTexts(IEnumerable<SectionTextRow> rows) => new(rows.ToDictionary(row => row.Ordinal, row => row.Text));
    }
}
