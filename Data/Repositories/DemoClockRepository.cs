using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class DemoClockRepository(IDatabase database) : IDemoClockRepository
{
    public Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken) =>
        database.FindAsync<DateTimeOffset?>("SELECT now FROM demo_clock WHERE id = 1", null, cancellationToken);

    public Task KeepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO demo_clock (id, now) VALUES (1, @now)
            ON CONFLICT (id) DO UPDATE SET now = excluded.now WHERE demo_clock.now < excluded.now
            """;
        return database.WriteAsync(sql, new { now }, cancellationToken);
    }
}
