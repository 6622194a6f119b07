using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ErrandRepository(IDatabase database) : IErrandRepository
{
    public Task WantAsync(ChannelErrand errand, IReadOnlyCollection<Guid> units, CancellationToken cancellationToken)
    {
        // A to-do that is done, or about to be, is wanted open; one that never came to be is wanted at all.
        const string want = """
            INSERT INTO channel_errand (id, channel, kind, person_id, period_id, step, user_id, words, due_at, state, created_at, next_at, leased_until, tries)
            VALUES (@Id, @Channel, @Kind, @PersonId, @PeriodId, @Step, @UserId, @Words, @DueAt, 1, @CreatedAt, @CreatedAt, @CreatedAt, 0)
            ON CONFLICT (channel, kind, person_id, period_id, step)
            DO UPDATE SET state = CASE WHEN channel_errand.task_id IS NULL THEN 1 ELSE 5 END, next_at = excluded.next_at, tries = 0
             WHERE channel_errand.kind = 1 AND channel_errand.state IN (4, 6)
            """;
        const string about = """
            INSERT INTO channel_errand_unit (errand_id, unit_id)
            SELECT id, @unit FROM channel_errand WHERE channel = @Channel AND kind = @Kind AND person_id = @PersonId AND period_id = @PeriodId AND step = @Step
            ON CONFLICT DO NOTHING
            """;
        return database.InTransactionAsync(
            async token =>
            {
                await database.WriteAsync(want, new { errand.Id, errand.Channel, Kind = (int)errand.Kind, errand.PersonId, errand.PeriodId, errand.Step, errand.UserId, errand.Words, errand.DueAt, errand.CreatedAt }, token);
                foreach (var unit in units)
                    await database.WriteAsync(about, new { unit, errand.Channel, Kind = (int)errand.Kind, errand.PersonId, errand.PeriodId, errand.Step }, token);
                return true;
            },
            cancellationToken);
    }

    public Task<int> SettleAsync(string channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What a node has in hand is left to it: it looks again afterwards.
        const string settle = """
            UPDATE channel_errand SET state = CASE WHEN state = 3 THEN 6 ELSE 4 END, next_at = @now, tries = 0
             WHERE channel = @channel AND (state = 3 OR (state = 1 AND (tries = 0 OR kind = 2))) AND leased_until <= @now
               AND (EXISTS (SELECT 1 FROM reporting_period p WHERE p.id = channel_errand.period_id AND p.closed_at IS NOT NULL)
                    OR NOT EXISTS (SELECT 1 FROM channel_errand_unit u JOIN obligation o ON o.unit_id = u.unit_id AND o.period_id = channel_errand.period_id
                                    WHERE u.errand_id = channel_errand.id AND o.state IN (1, 2, 6)))
            """;
        const string lost = "UPDATE channel_errand SET state = 7 WHERE channel = @channel AND state = 2 AND leased_until <= @now";
        return database.InTransactionAsync(
            async token =>
            {
                await database.WriteAsync(settle, new { channel, now }, token);
                return await database.WriteAsync(lost, new { channel, now }, token);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ChannelErrand>> LeaseAsync(string channel, DateTimeOffset now, DateTimeOffset leasedUntil, int most, CancellationToken cancellationToken)
    {
        // SQLite has one writer; on PostgreSQL nodes that look at once pass over what a rival is taking.
        var sql = $"""
            WITH due AS (SELECT id FROM channel_errand
                          WHERE channel = @channel AND state IN (1, 5, 6) AND next_at <= @now AND leased_until <= @now
                          ORDER BY created_at, id LIMIT @most{(database.Dialect == Dialect.Postgres ? " FOR UPDATE SKIP LOCKED" : "")})
            UPDATE channel_errand SET leased_until = @leasedUntil, tries = tries + 1
             WHERE id IN (SELECT id FROM due) AND leased_until <= @now
            RETURNING id, channel, kind, person_id, period_id, step, user_id, words, due_at, state, task_id, created_at, tries
            """;
        var rows = await database.WriteReturningAsync<Row>(sql, new { channel, now, leasedUntil, most }, cancellationToken);
        return [.. rows.Select(row => row.ToModel()).OrderBy(errand => errand.CreatedAt).ThenBy(errand => errand.Id)];
    }

    public async Task<bool> MoveAsync(ChannelErrand errand, ErrandState to, string? taskId, DateTimeOffset nextAt, CancellationToken cancellationToken)
    {
        // A call under way keeps its lease, by whose end it is known to be lost; everything else is given back.
        const string sql = """
            UPDATE channel_errand SET state = @to, task_id = coalesce(@taskId, task_id), next_at = @nextAt, leased_until = CASE WHEN @to = 2 THEN leased_until ELSE created_at END
             WHERE id = @Id AND state = @from
            """;
        return await database.WriteAsync(sql, new { errand.Id, from = (int)errand.State, to = (int)to, taskId, nextAt }, cancellationToken) == 1;
    }

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        const string units = "DELETE FROM channel_errand_unit WHERE errand_id IN (SELECT id FROM channel_errand WHERE state IN (4, 7) AND created_at < @before)";
        return database.InTransactionAsync(
            async token =>
            {
                await database.WriteAsync(units, new { before }, token);
                return await database.WriteAsync("DELETE FROM channel_errand WHERE state IN (4, 7) AND created_at < @before", new { before }, token);
            },
            cancellationToken);
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Channel { get; init; }
        public required ErrandKind Kind { get; init; }
        public required Guid PersonId { get; init; }
        public required Guid PeriodId { get; init; }
        public required string Step { get; init; }
        public required string UserId { get; init; }
        public required string Words { get; init; }
        public required DateTimeOffset DueAt { get; init; }
        public required ErrandState State { get; init; }
        public required string? TaskId { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required int Tries { get; init; }

        public ChannelErrand ToModel() => new(Id, Channel, Kind, PersonId, PeriodId, Step, UserId, Words, DueAt, State, TaskId, CreatedAt, Tries);
    }
}
