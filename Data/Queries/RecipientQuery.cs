using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A person of one unit to whom a notice can be sent.</summary>
public sealed record Recipient
{
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Known on a channel that is in use.</summary>
    public required bool IsReachable { get; init; }
}

/// <summary>Who belongs to the units of a plan.</summary>
public sealed class RecipientQuery(IDatabase database)
{
    /// <param name="leaders">The units' leaders; else their contacts, or the backups where there is no contact.</param>
    /// <param name="unitIds">Only these units; null for all of the plan.</param>
    /// <param name="today">In the plan's zone: contacts come and go on a day.</param>
    /// <param name="channels">Channels in use; an identity on any other does not make a person reachable.</param>
    /// <returns>By unit in the notice's order, then by name; a person of several units stands once for each.</returns>
    public Task<IReadOnlyList<Recipient>> RunAsync(
        Guid planId, bool leaders, IReadOnlyCollection<Guid>? unitIds, IReadOnlyCollection<string> channels, DateOnly today, CancellationToken cancellationToken)
    {
        var isMeant = leaders
            ? "c.kind = 3"
            : Standing.IsContact;
        var sql = $"""
            SELECT c.person_id, p.name AS person_name, u.id AS unit_id, u.name AS unit_name,
                   (EXISTS (SELECT 1 FROM channel_identity i WHERE i.person_id = c.person_id AND i.channel = ANY (@channels)) OR (@mail = 1 AND p.email IS NOT NULL)) AS is_reachable
              FROM (SELECT a.unit_id, min(CAST(t.ordinal AS bigint) * 1000000 + a.ordinal) AS place
                      FROM plan_task t JOIN assignment a ON a.task_id = t.id
                     WHERE t.plan_id = @planId
                       AND (a.dropped_at IS NULL OR EXISTS (SELECT 1 FROM reporting_period rp JOIN obligation o ON o.period_id = rp.id AND o.assignment_id = a.id
                                                             WHERE rp.plan_id = @planId AND rp.closed_at IS NULL))
                     GROUP BY a.unit_id) of_plan
              JOIN unit u ON u.id = of_plan.unit_id
              JOIN contact c ON c.unit_id = u.id
              JOIN person p ON p.id = c.person_id
             WHERE {isMeant} AND (c.from_on IS NULL OR c.from_on <= @today) AND (c.until_on IS NULL OR c.until_on > @today)
               AND {(unitIds is null ? "1 = 1" : "u.id = ANY (@unitIds)")}
             ORDER BY of_plan.place, p.name, p.id
            """;
        return database.QueryAsync<Recipient>(sql, new { planId, today, unitIds = new IdList(unitIds ?? []), channels = new KeyList(channels), mail = Mail.In(channels) }, cancellationToken);
    }
}
