using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ReminderRepository(IDatabase database) : IReminderRepository
{
    private const string IsDue = "state IN (1, 2) AND next_attempt_at <= @now AND (leased_until IS NULL OR leased_until <= @now)";

    private const string Columns = """
        id, message_id, person_id, plan_id, period, step, round, kind, letter_id, due_at, state, attempts, tries, trouble, next_attempt_at, leased_until, lease_id, sent_at, channel, outcome
        """;

    // Who comes back after the lease has ended finds that another holds it, or that it was given back.
    private const string IsTheirs = "state = 2 AND lease_id = @leaseId";

    public Task<int> QueueAsync(IReadOnlyList<Reminder> reminders, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO reminder (id, message_id, person_id, plan_id, period, step, round, kind, letter_id, due_at, state, attempts, tries, trouble, next_attempt_at,
                                  leased_until, lease_id, sent_at, channel, outcome)
            VALUES (@Id, @MessageId, @PersonId, @PlanId, @Period, @Step, @Round, @Kind, @LetterId, @DueAt, @State, @Attempts, @Tries, @Trouble, @NextAttemptAt,
                    @LeasedUntil, @LeaseId, @SentAt, @Channel, @Outcome)
            ON CONFLICT (person_id, plan_id, period, step, round) DO NOTHING
            """;
        return database.InsertAsync(sql, reminders, cancellationToken);
    }

    public async Task<IReadOnlyList<Reminder>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int take, CancellationToken cancellationToken)
    {
        // The index ends the search after the longest-waiting rows, however many wait behind them; few messages have more than a handful.
        // A message skipped in part keeps its other rows; those that are done are no longer in state 1 or 2.
        const string sqlite = $"""
            UPDATE reminder SET state = 2, leased_until = @until, lease_id = @leaseId, attempts = attempts + 1
             WHERE message_id IN (SELECT message_id
                                    FROM (SELECT message_id, next_attempt_at, due_at FROM reminder
                                           WHERE {IsDue}
                                           ORDER BY next_attempt_at LIMIT @window) longest_waiting
                                   GROUP BY message_id ORDER BY min(next_attempt_at), min(due_at), message_id LIMIT @take)
               AND {IsDue}
            RETURNING {Columns}
            """;
        // SQLite has one writer; here nodes look at once, and each passes over what a rival is taking at this moment. The first row of a message that still waits stands for
        // the whole message: two rivals that each held a part of it would wait for each other. Locked rows are tested anew, so what a rival has just taken is not due any more.
        const string postgres = $"""
            WITH longest_waiting AS (
                SELECT message_id FROM reminder
                 WHERE {IsDue}
                   AND NOT EXISTS (SELECT 1 FROM reminder earlier
                                    WHERE earlier.message_id = reminder.message_id AND earlier.id < reminder.id AND earlier.state IN (1, 2))
                 ORDER BY next_attempt_at LIMIT @take
                   FOR UPDATE SKIP LOCKED)
            UPDATE reminder SET state = 2, leased_until = @until, lease_id = @leaseId, attempts = attempts + 1
             WHERE message_id IN (SELECT message_id FROM longest_waiting) AND {IsDue}
            RETURNING {Columns}
            """;
        var sql = database.Dialect == Dialect.Postgres ? postgres : sqlite;
        var rows = await database.WriteReturningAsync<Reminder>(sql, new { now, until = now + lease, leaseId = Guid.CreateVersion7(), take, window = take * 8 }, cancellationToken);
        return rows.GroupBy(row => row.MessageId)
            .OrderBy(message => message.Min(row => row.DueAt)).ThenBy(message => message.Key)
            .SelectMany(message => message.OrderBy(row => row.DueAt).ThenBy(row => row.Id))
            .ToList();
    }

    public Task<IReadOnlySet<Guid>> MarkSentAsync(IReadOnlyList<SentMessage> messages, DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlySet<Guid>>(
            async token =>
            {
                // The lease stays in the row, so that it can be told whose it was.
                const string sql = """
                    UPDATE reminder SET state = 3, sent_at = @sentAt, channel = @channel, leased_until = NULL, tries = tries + 1
                     WHERE message_id = ANY (@messageIds) AND state IN (1, 2)
                    RETURNING message_id, lease_id
                    """;
                var held = new HashSet<(Guid, Guid?)>();
                foreach (var channel in messages.GroupBy(message => message.Channel))
                {
                    var parameters = new { sentAt, channel = channel.Key, messageIds = new IdList([.. channel.Select(message => message.MessageId)]) };
                    held.UnionWith((await database.QueryAsync<Held>(sql, parameters, token)).Select(row => (row.MessageId, row.LeaseId)));
                }
                return messages.Where(message => held.Contains((message.MessageId, message.LeaseId))).Select(message => message.MessageId).ToHashSet();
            },
            cancellationToken);

    public Task<int> UndoneAsync(Guid personId, Guid planId, ReportingPeriod period, string step, string outcome, CancellationToken cancellationToken) => database.FindAsync<int>(
        "SELECT COUNT(*) FROM reminder WHERE person_id = @personId AND plan_id = @planId AND period = @period AND step = @step AND state = 4 AND outcome = @outcome",
        new { personId, planId, period, step, outcome }, cancellationToken);

    public Task<bool> MarkSkippedAsync(IReadOnlyCollection<Guid> reminderIds, Guid leaseId, string outcome, CancellationToken cancellationToken) => WriteOwnAsync(
        $"UPDATE reminder SET state = 4, outcome = @outcome, leased_until = NULL WHERE id = ANY (@reminderIds) AND {IsTheirs}",
        new { reminderIds = new IdList(reminderIds), leaseId, outcome }, cancellationToken);

    public Task SkipWaitingAsync(Guid messageId, string outcome, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE reminder SET state = 4, outcome = @outcome WHERE message_id = @messageId AND state = 1", new { messageId, outcome }, cancellationToken);

    public Task SupersedeAsync(Reminder later, IReadOnlyCollection<Guid> personIds, string outcome, CancellationToken cancellationToken)
    {
        // Kinds 1 and 2 are the rungs of the ladder; what a node is sending at this moment (state 2) is left to it.
        const string sql = """
            UPDATE reminder SET state = 4, outcome = @outcome
             WHERE person_id = ANY (@personIds) AND plan_id = @PlanId AND period = @Period AND round = @Round
               AND state = 1 AND kind IN (1, 2) AND due_at < @DueAt
            """;
        return database.WriteAsync(sql, new { personIds = new IdList(personIds), later.PlanId, later.Period, later.Round, later.DueAt, outcome }, cancellationToken);
    }

    public Task<bool> MarkFailedAsync(Guid messageId, Guid leaseId, int tries, string outcome, CancellationToken cancellationToken) => WriteOwnAsync(
        $"UPDATE reminder SET state = 5, outcome = @outcome, tries = @tries, leased_until = NULL WHERE message_id = @messageId AND {IsTheirs}",
        new { messageId, leaseId, tries, outcome }, cancellationToken);

    public Task<(int Recalled, int Gone)> RecallLetterAsync(Guid letterId, string outcome, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            // State 2 is on its way: nobody can say whether it will arrive.
            const string recall = "UPDATE reminder SET state = 6, outcome = @outcome WHERE letter_id = @letterId AND state = 1";
            const string gone = "SELECT count(*) FROM reminder WHERE letter_id = @letterId AND state IN (2, 3)";
            return (await database.WriteAsync(recall, new { letterId, outcome }, token), (int)await database.FindAsync<long>(gone, new { letterId }, token));
        },
        cancellationToken);

    public Task<(int Recalled, int Gone)> RecallStepAsync(Guid planId, ReportingPeriod period, string step, string outcome, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            // Kinds 1 and 2 are the rungs of the ladder, 5 is an urging, whose step is its own; what a node is sending at this moment (state 2) is on its way.
            const string ofStep = "plan_id = @planId AND period = @period AND step = @step AND kind IN (1, 2, 5)";
            var parameters = new { planId, period, step, outcome };
            return (await database.WriteAsync($"UPDATE reminder SET state = 6, outcome = @outcome WHERE {ofStep} AND state = 1", parameters, token),
                (int)await database.FindAsync<long>($"SELECT count(*) FROM reminder WHERE {ofStep} AND state IN (2, 3)", parameters, token));
        },
        cancellationToken);

    public Task<bool> RetryAsync(Guid messageId, Guid leaseId, DateTimeOffset nextAttemptAt, int tries, string trouble, CancellationToken cancellationToken) => WriteOwnAsync(
        $"""
        UPDATE reminder SET state = 1, next_attempt_at = @nextAttemptAt, tries = @tries, trouble = @trouble, leased_until = NULL, lease_id = NULL
         WHERE message_id = @messageId AND {IsTheirs}
        """,
        new { messageId, leaseId, nextAttemptAt, tries, trouble }, cancellationToken);

    public Task<bool> PutOffAsync(Guid messageId, Guid leaseId, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) => WriteOwnAsync(
        $"UPDATE reminder SET state = 1, next_attempt_at = @nextAttemptAt, leased_until = NULL, lease_id = NULL WHERE message_id = @messageId AND {IsTheirs}",
        new { messageId, leaseId, nextAttemptAt }, cancellationToken);

    public Task ReleaseLeasesAsync(CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE reminder SET state = 1, leased_until = NULL, lease_id = NULL WHERE state = 2", null, cancellationToken);

    public Task<IReadOnlyList<Reminder>> OfPeriodAsync(Guid planId, ReportingPeriod period, CancellationToken cancellationToken) =>
        ReadAsync("plan_id = @planId AND period = @period ORDER BY due_at, id", new { planId, period }, cancellationToken);

    public Task<IReadOnlyList<Reminder>> SentToAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync("person_id = @personId AND sent_at >= @since ORDER BY sent_at, id", new { personId, since }, cancellationToken);

    public async Task<IReadOnlyList<Reminder>> SentOrLeavingAsync(IReadOnlyCollection<Guid> personIds, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What nodes hold at one moment is little, whoever it is for; asked for by person, SQLite would read all that these people ever got.
        const string sql = $"""
            SELECT {Columns} FROM reminder WHERE person_id = ANY (@personIds) AND sent_at >= @since
            UNION ALL
            SELECT {Columns} FROM reminder WHERE state = 2 AND leased_until > @now
            """;
        var (people, rows) = (personIds.ToHashSet(), await database.QueryAsync<Reminder>(sql, new { personIds = new IdList(personIds), since, now }, cancellationToken));
        return [.. rows.Where(row => people.Contains(row.PersonId))];
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        // What a node took and never gave back comes due again when its lease ends. Each half ends at the first row of its index, however many wait behind it.
        const string sql = """
            SELECT looks_at
              FROM (SELECT * FROM (SELECT next_attempt_at AS looks_at FROM reminder WHERE state IN (1, 2) AND state = 1 ORDER BY next_attempt_at LIMIT 1) queued
                    UNION ALL
                    SELECT * FROM (SELECT leased_until FROM reminder WHERE state = 2 ORDER BY leased_until LIMIT 1) leased) waiting
             ORDER BY looks_at LIMIT 1
            """;
        return database.FindAsync<DateTimeOffset?>(sql, null, cancellationToken);
    }

    private async Task<bool> WriteOwnAsync(string sql, object parameters, CancellationToken cancellationToken) => await database.WriteAsync(sql, parameters, cancellationToken) > 0;

    /// <param name="condition">A condition on reminder and an order, of ours.</param>
    private Task<IReadOnlyList<Reminder>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {Columns} FROM reminder WHERE {condition}
            """;
        return database.QueryAsync<Reminder>(sql, parameters, cancellationToken);
    }

    private sealed record Held
    {
        public required Guid MessageId { get; init; }
        public Guid? LeaseId { get; init; }
    }
}
