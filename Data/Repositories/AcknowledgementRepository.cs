using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>A message that asks for something and was sent to somebody.</summary>
public sealed record AskedMessage
{
    public required Guid MessageId { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>收到: who has taken note of what. It stops nothing and counts in no figure.</summary>
public sealed class AcknowledgementRepository(IDatabase database)
{
    /// <summary>The last message that asked the person for a report: a step, an escalation, an urging.</summary>
    /// <returns>Null when none was sent since.</returns>
    public Task<AskedMessage?> LastAskedAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken) => database.FindAsync<AskedMessage>(
        "SELECT message_id, sent_at FROM reminder WHERE person_id = @personId AND sent_at >= @since AND kind IN (1, 2, 5) ORDER BY sent_at DESC, id DESC LIMIT 1", new { personId, since }, cancellationToken);

    /// <returns>False when it was on record already.</returns>
    public async Task<bool> AddAsync(Guid personId, Guid messageId, DateTimeOffset at, CancellationToken cancellationToken) => await database.WriteAsync(
        "INSERT INTO acknowledgement (person_id, message_id, acknowledged_at) VALUES (@personId, @messageId, @at) ON CONFLICT DO NOTHING", new { personId, messageId, at }, cancellationToken) > 0;

    /// <returns>Contacts of the unit by name who have taken note of the latest message of the period.</returns>
    public Task<IReadOnlyList<AcknowledgedRow>> OfUnitAsync(Guid planId, string period, Guid unitId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT p.name AS person_name, a.acknowledged_at
              FROM contact c
              JOIN person p ON p.id = c.person_id
              JOIN acknowledgement a ON a.person_id = c.person_id AND a.message_id = (
                       SELECT r.message_id FROM reminder r
                        WHERE r.person_id = c.person_id AND r.plan_id = @planId AND r.period = @period AND r.state = 3 AND r.kind IN (1, 2, 5)
                        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
             WHERE c.unit_id = @unitId AND c.kind IN (1, 2)
             ORDER BY p.name, a.acknowledged_at
            """;
        return database.QueryAsync<AcknowledgedRow>(sql, new { planId, period, unitId }, cancellationToken);
    }
}
