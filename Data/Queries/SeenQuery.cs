using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A contact who has read the latest reminder of a period.</summary>
public sealed record SeenRow
{
    public required string PersonName { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>Who has read what was sent to them, where they let the channel tell. Whoever does not is not among them, and nothing follows from that.</summary>
public sealed class SeenQuery(IDatabase database)
{
    /// <returns>Contacts of the unit by name, the leader not among them; only those whose latest message of the period is known to be read.</returns>
    public Task<IReadOnlyList<SeenRow>> RunAsync(Guid planId, string period, Guid unitId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT p.name AS person_name, m.sent_at, m.seen_at
              FROM contact c
              JOIN person p ON p.id = c.person_id
              JOIN message_receipt m ON m.message_id = (
                       SELECT r.message_id FROM reminder r
                        WHERE r.person_id = c.person_id AND r.plan_id = @planId AND r.period = @period AND r.state = 3
                        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
             WHERE c.unit_id = @unitId AND c.kind IN (1, 2) AND m.seen_at IS NOT NULL
             ORDER BY p.name, m.sent_at
            """;
        return database.QueryAsync<SeenRow>(sql, new { planId, period, unitId }, cancellationToken);
    }
}
