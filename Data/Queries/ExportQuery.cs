using System.Runtime.CompilerServices;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>One obligation of a period with what was reported on it.</summary>
/// <param name="Sections">Text by section ordinal; empty while nothing counts as reported.</param>
public sealed record ExportRow(LedgerRow Owed, IReadOnlyDictionary<int, string> Sections);

/// <summary>The whole of a period, unit after unit.</summary>
public sealed class ExportQuery(IDatabase database, ILedgerQuery ledger)
{
    /// <summary>Units read in one statement: few enough that a large period never lies in memory whole.</summary>
    private const int Block = 50;

    /// <returns>By unit in the notice's order, then by task. Read as it is taken: what is reported meanwhile may be in it.</returns>
    public async IAsyncEnumerable<ExportRow> RunAsync(Guid periodId, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var units in (await ledger.TallyAsync(periodId, now, cancellationToken)).Chunk(Block))
        {
            var ids = units.Select(unit => unit.UnitId).ToList();
            var owed = await OwedAsync(periodId, ids, cancellationToken);
            var texts = (await TextsAsync(periodId, ids, cancellationToken)).ToLookup(text => text.ObligationId);
            foreach (var row in ids.SelectMany(id => owed[id]))
                yield return new(row, texts[row.ObligationId].ToDictionary(text => text.Ordinal, text => text.Text));
        }
    }

    /// <returns>By task in the notice's order, then by unit as the notice lists them.</returns>
    public async IAsyncEnumerable<ExportRow> ByTaskAsync(Guid periodId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT o.id AS obligation_id, o.unit_id, u.name AS unit_name, o.task_id, t.ordinal AS task_ordinal, t.number AS task_number, t.title AS task_title, t.text AS task_text,
                   a.role, o.state, o.due_on, o.due_at, o.round, o.version, o.submitted_at, t.ordinal AS unit_task_ordinal
              FROM obligation o
              JOIN unit u ON u.id = o.unit_id
              JOIN plan_task t ON t.id = o.task_id
              JOIN assignment a ON a.id = o.assignment_id
             WHERE o.period_id = @periodId
             ORDER BY t.ordinal, a.ordinal
            """;
        // The texts are what takes room; of them a block at a time is in memory.
        foreach (var rows in (await database.QueryAsync<LedgerRow>(sql, new { periodId }, cancellationToken)).Chunk(Block * 4))
        {
            var texts = (await TextsOfAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToLookup(text => text.ObligationId);
            foreach (var row in rows)
                yield return new(row, texts[row.ObligationId].ToDictionary(text => text.Ordinal, text => text.Text));
        }
    }

    private Task<IReadOnlyList<SectionText>> TextsOfAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken) => database.QueryAsync<SectionText>(
        """
        SELECT o.id AS obligation_id, s.ordinal, s.text
          FROM obligation o
          JOIN progress_entry e ON e.obligation_id = o.id AND e.version = o.version
          JOIN progress_entry_section s ON s.entry_id = e.id
         WHERE o.id = ANY (@obligationIds) AND o.state IN (3, 4, 5)
        """,
        new { obligationIds = new IdList(obligationIds) }, cancellationToken);

    private async Task<ILookup<Guid, LedgerRow>> OwedAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT o.id AS obligation_id, o.unit_id, u.name AS unit_name, o.task_id, t.ordinal AS task_ordinal, t.number AS task_number, t.title AS task_title, t.text AS task_text,
                   a.role, o.state, o.due_on, o.due_at, o.round, o.version, o.submitted_at,
                   row_number() OVER (PARTITION BY o.unit_id ORDER BY t.ordinal) AS unit_task_ordinal
              FROM obligation o
              JOIN unit u ON u.id = o.unit_id
              JOIN plan_task t ON t.id = o.task_id
              JOIN assignment a ON a.id = o.assignment_id
             WHERE o.unit_id = ANY (@unitIds) AND o.period_id = @periodId
             ORDER BY t.ordinal
            """;
        return (await database.QueryAsync<LedgerRow>(sql, new { periodId, unitIds = new IdList(unitIds) }, cancellationToken)).ToLookup(row => row.UnitId);
    }

    private Task<IReadOnlyList<SectionText>> TextsAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        // Only what counts: a returned report is with its unit again.
        const string sql = """
            SELECT o.id AS obligation_id, s.ordinal, s.text
              FROM obligation o
              JOIN progress_entry e ON e.obligation_id = o.id AND e.version = o.version
              JOIN progress_entry_section s ON s.entry_id = e.id
             WHERE o.unit_id = ANY (@unitIds) AND o.period_id = @periodId AND o.state IN (3, 4, 5)
            """;
        return database.QueryAsync<SectionText>(sql, new { periodId, unitIds = new IdList(unitIds) }, cancellationToken);
    }

    private sealed record SectionText
    {
        public required Guid ObligationId { get; init; }
        public required int Ordinal { get; init; }
        public required string Text { get; init; }
    }
}
