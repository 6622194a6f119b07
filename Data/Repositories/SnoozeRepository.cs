using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class SnoozeRepository(IDatabase database) : ISnoozeRepository
{
    public Task<DateTimeOffset?> UntilAsync(Guid personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.FindAsync<DateTimeOffset?>("SELECT until FROM snooze WHERE person_id = @personId AND until > @now", new { personId, now }, cancellationToken);

    public async Task<IReadOnlySet<Guid>> SnoozedAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        (await database.QueryAsync<Guid>("SELECT person_id FROM snooze WHERE until > @at", new { at }, cancellationToken)).ToHashSet();

    public async Task<IReadOnlySet<Guid>> SnoozedAsync(IReadOnlyCollection<Guid> personIds, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await database.QueryAsync<Guid>("SELECT person_id FROM snooze WHERE person_id = ANY (@personIds) AND until > @at", new { personIds = new IdList(personIds), at }, cancellationToken))
        .ToHashSet();

    public Task SetAsync(Guid personId, DateTimeOffset until, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO snooze (person_id, until, made_at) VALUES (@personId, @until, @madeAt)
            ON CONFLICT (person_id) DO UPDATE SET until = excluded.until, made_at = excluded.made_at
            """;
        return database.WriteAsync(sql, new { personId, until, madeAt }, cancellationToken);
    }

    public Task EndAsync(Guid personId, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM snooze WHERE person_id = @personId", new { personId }, cancellationToken);
}
