using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Marks on the problems that reports tell of, by the report's obligation.</summary>
public sealed class ProblemMarkRepository(IDatabase database)
{
    /// <returns>Those of the obligations that have one.</returns>
    public async Task<IReadOnlyDictionary<Guid, ProblemMark>> OfAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken)
    {
        const string sql = "SELECT obligation_id, state FROM problem_mark WHERE obligation_id = ANY (@ids)";
        return (await database.QueryAsync<Row>(sql, new { ids = new IdList(obligationIds) }, cancellationToken)).ToDictionary(row => row.ObligationId, row => row.State);
    }

    /// <summary>A later mark takes the place of the one before.</summary>
    public Task SetAsync(Guid obligationId, ProblemMark mark, Guid by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO problem_mark (obligation_id, state, marked_by, marked_at) VALUES (@obligationId, @mark, @by, @at)
            ON CONFLICT (obligation_id) DO UPDATE SET state = excluded.state, marked_by = excluded.marked_by, marked_at = excluded.marked_at
            """;
        return database.WriteAsync(sql, new { obligationId, mark = (int)mark, by, at }, cancellationToken);
    }

    public Task RemoveAsync(Guid obligationId, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM problem_mark WHERE obligation_id = @obligationId", new { obligationId }, cancellationToken);

    private sealed record Row
    {
        public required Guid ObligationId { get; init; }
        public required ProblemMark State { get; init; }
    }
}
