using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

public sealed class ReminderQuery(IDatabase database) : IReminderQuery
{
    // Pending, Draft and Returned, as in the partial index obligation_open.
    private const string IsOpen = "o.state IN (1, 2, 6)";

    private const string IsNow = "(c.from_on IS NULL OR c.from_on <= @today) AND (c.until_on IS NULL OR c.until_on > @today)";

    private const string IsContact = Standing.IsContact;

    // Not NOT EXISTS: PostgreSQL makes a join of that, and takes the rows of a step just written for none at all until its statistics know better; the join then compares
    // every person with every row of the step. This is looked up person by person, which the unique key makes one probe.
    private const string IsNotTold = """
        (SELECT r.id FROM reminder r
          WHERE r.person_id = c.person_id AND r.plan_id = @PlanId AND r.period = @Period AND r.step = @step AND r.round = @Round) IS NULL
        """;

    public Task<IReadOnlyList<OpenRound>> OpenRoundsAsync(Guid periodId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT o.round, MIN(o.due_on) AS due_on, MIN(o.due_at) AS due_at
              FROM obligation o
             WHERE o.period_id = @periodId AND {IsOpen}
             GROUP BY o.round, CASE WHEN o.round = 0 THEN NULL ELSE o.due_on END
             ORDER BY o.round, MIN(o.due_on)
            """;
        return database.QueryAsync<OpenRound>(sql, new { periodId }, cancellationToken);
    }

    public Task<IReadOnlyList<StepRecipient>> UnitPeopleWithoutAsync(
        PlanPeriod period, OpenRound round, UnitAudience audience, string step, DateOnly today, PeoplePage page, CancellationToken cancellationToken)
    {
        var isMeant = audience switch
        {
            UnitAudience.Contact => $"{IsNow} AND {IsContact}",
            // A contact who is away is left alone.
            UnitAudience.Backups => $"{IsNow} AND c.kind = 2 AND NOT {IsContact}",
            UnitAudience.Leaders => $"{IsNow} AND c.kind = 3 AND NOT {IsContact}",
            _ => $"{IsNow} AND c.kind IN (2, 3) AND NOT {IsContact}",
        };
        // Most looks find nobody, and a plan may concern a few units among thousands: so the search begins at what is open.
        // Kinds 1 and 2 are the rungs of the ladder.
        var sql = $"""
            SELECT p.person_id,
                   (SELECT MAX(r.due_at) FROM reminder r
                     WHERE r.person_id = p.person_id AND r.plan_id = @PlanId AND r.period = @Period AND r.round = @Round AND r.kind IN (1, 2)) AS last_step_at
              FROM (SELECT DISTINCT c.person_id
                      FROM (SELECT DISTINCT o.unit_id FROM obligation o
                             WHERE o.period_id = @Id AND {IsOpen} AND o.round = @Round AND (@Round = 0 OR o.due_on = @DueOn)) u
                      JOIN contact c ON c.unit_id = u.unit_id
                     WHERE {(page.After is null ? "1 = 1" : "c.person_id > @After")} AND {isMeant} AND {IsNotTold}
                     ORDER BY c.person_id LIMIT @Take) p
             ORDER BY p.person_id
            """;
        return database.QueryAsync<StepRecipient>(
            sql, new { period.Id, period.PlanId, period.Period, round.Round, round.DueOn, step, today, page.After, page.Take }, cancellationToken);
    }

    public Task<IReadOnlyList<StepRecipient>> RoleWithoutAsync(
        PlanPeriod period, PersonRole role, int round, ReminderKind kind, string step, PeoplePage page, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT c.person_id,
                   (SELECT MAX(r.due_at) FROM reminder r
                     WHERE r.person_id = c.person_id AND r.plan_id = @PlanId AND r.period = @Period AND r.round = @Round AND r.kind = @kind) AS last_step_at
              FROM person_role c
             WHERE c.role = @role AND {(page.After is null ? "1 = 1" : "c.person_id > @After")} AND {IsNotTold}
             ORDER BY c.person_id LIMIT @Take
            """;
        return database.QueryAsync<StepRecipient>(
            sql, new { period.PlanId, period.Period, role, Round = round, kind, step, page.After, page.Take }, cancellationToken);
    }

    public Task<IReadOnlyList<Reminder>> WaitingAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, message_id, person_id, plan_id, period, step, round, kind, letter_id, due_at, state, attempts, next_attempt_at, leased_until, sent_at, channel, outcome
              FROM reminder WHERE state IN (1, 2) AND next_attempt_at <= @at ORDER BY due_at, id
            """;
        return database.QueryAsync<Reminder>(sql, new { at }, cancellationToken);
    }

    public Task<IReadOnlyList<OpenUnit>> OpenUnitsAsync(Guid periodId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A unit's place is that of the first of all its tasks: what is reported meanwhile must not change it. No task has a million units.
        const string sql = $"""
            SELECT o.unit_id, u.name AS unit_name, COUNT(*) AS open, SUM(CASE WHEN o.due_at <= @now THEN 1 ELSE 0 END) AS overdue
              FROM obligation o
              JOIN unit u ON u.id = o.unit_id
             WHERE o.period_id = @periodId AND {IsOpen}
             GROUP BY o.unit_id, u.name
             ORDER BY (SELECT MIN(CAST(t.ordinal AS bigint) * 1000000 + a.ordinal)
                         FROM obligation owed
                         JOIN assignment a ON a.id = owed.assignment_id
                         JOIN plan_task t ON t.id = owed.task_id
                        WHERE owed.unit_id = o.unit_id AND owed.period_id = @periodId)
            """;
        return database.QueryAsync<OpenUnit>(sql, new { periodId, now }, cancellationToken);
    }

    public Task<IReadOnlyList<UnitContact>> ContactsOfOpenUnitsAsync(
        Guid periodId, IReadOnlyCollection<string> channels, DateOnly today, CancellationToken cancellationToken)
    {
        // Kind 5 is an urging; sent, or waiting to be.
        const string sql = $"""
            SELECT c.unit_id, c.person_id, p.name AS person_name,
                   (EXISTS (SELECT 1 FROM channel_identity i WHERE i.person_id = c.person_id AND i.channel = ANY (@channels)) OR (@mail = 1 AND p.email IS NOT NULL)) AS is_reachable,
                   (SELECT MAX(COALESCE(r.sent_at, r.due_at)) FROM reminder r
                     WHERE r.person_id = c.person_id AND r.kind = 5 AND r.state IN (1, 2, 3)) AS last_urged_at,
                   (SELECT MAX(r.sent_at) FROM reminder r
                     WHERE r.person_id = c.person_id AND r.sent_at IS NOT NULL AND r.kind IN (1, 2) AND r.state = 3) AS last_reminded_at
              FROM contact c
              JOIN person p ON p.id = c.person_id
             WHERE EXISTS (SELECT 1 FROM obligation o WHERE o.unit_id = c.unit_id AND o.period_id = @periodId AND {IsOpen})
               AND {IsNow} AND {IsContact}
             ORDER BY c.unit_id, c.kind, p.name
            """;
        return database.QueryAsync<UnitContact>(sql, new { periodId, today, channels = new KeyList(channels), mail = Mail.In(channels) }, cancellationToken);
    }

    public Task<IReadOnlyList<Guid>> WithoutChannelAsync(IReadOnlyCollection<Guid> personIds, IReadOnlyCollection<string> channels, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT p.id FROM person p
             WHERE p.id = ANY (@personIds) AND NOT (@mail = 1 AND p.email IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM channel_identity i WHERE i.person_id = p.id AND i.channel = ANY (@channels))
            """;
        return database.QueryAsync<Guid>(sql, new { personIds = new IdList(personIds), channels = new KeyList(channels), mail = Mail.In(channels) }, cancellationToken);
    }
}
