using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class PaceRepository(IDatabase database) : IPaceRepository
{
    public async Task<PaceRow?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await database.FindAsync<Row>("SELECT taken, version FROM pace WHERE key = @key", new { key }, cancellationToken))?.ToModel();

    public async Task<bool> StoreAsync(string key, string taken, long seen, DateTimeOffset backAt, CancellationToken cancellationToken)
    {
        // On PostgreSQL a rival waits for the row lock and then finds another version than it has read.
        const string sql = """
            INSERT INTO pace (key, taken, version, back_at) VALUES (@key, @taken, @seen + 1, @backAt)
            ON CONFLICT (key) DO UPDATE SET taken = excluded.taken, version = excluded.version, back_at = excluded.back_at WHERE pace.version = @seen
            """;
        return await database.WriteAsync(sql, new { key, taken, seen, backAt }, cancellationToken) == 1;
    }

    public Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM pace WHERE back_at < @now", new { now }, cancellationToken);

    private sealed record Row
    {
        public required string Taken { get; init; }
        public required long Version { get; init; }

        public PaceRow ToModel() => new(Taken, Version);
    }
}
