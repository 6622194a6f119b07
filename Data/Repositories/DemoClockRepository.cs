using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class DemoClockRepository(IDatabase database) : IDemoClockRepository
{
    public Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken) =>
        database.FindAsync<DateTimeOffset?>("SELECT now FROM demo_clock WHERE id = 1", null, cancellationToken);

    public async Task<DateTimeOffset> KeepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO demo_clock (id, now) VALUES (1, @now)
            ON CONFLICT (id) DO UPDATE SET now = CASE WHEN demo_clock.now < excluded.now THEN excluded.now ELSE demo_clock.now END
            RETURNING now
            """;
        return (await database.WriteReturningAsync<DateTimeOffset>(sql, new { now }, cancellationToken)).Single();
    }
}
