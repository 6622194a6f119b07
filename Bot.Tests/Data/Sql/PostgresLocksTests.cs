using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Sql;

/// <summary>What one node holds, seen from another.</summary>
public sealed class PostgresLocksTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PostgresTestDatabase store = new();

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [PostgresFact]
    public async Task Who_comes_second_waits_until_the_name_is_let_go()
    {
        using var here = NewNode();
        using var there = NewNode();
        var held = await here.TakeAsync("turn a", None);

        var waiting = there.TakeAsync("turn a", None);
        await (await there.TakeAsync("turn b", None)).DisposeAsync(); // another name is free

        await UntilWaitingAsync();
        Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();
        await (await waiting.WaitAsync(Patience)).DisposeAsync();
    }

    [PostgresFact]
    public async Task A_node_that_dies_lets_go()
    {
        using var here = NewNode();
        using var there = NewNode();
        var held = await here.TakeAsync("turn a", None);
        var waiting = there.TakeAsync("turn a", None);
        await UntilWaitingAsync();

        await store.Database.QueryAsync<bool>("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted", null, None);

        await (await waiting.WaitAsync(Patience)).DisposeAsync();
        await held.DisposeAsync(); // what is gone already is not missed
    }

    [PostgresFact]
    public async Task Many_turns_of_many_conversations_never_meet_and_never_hang()
    {
        using var here = NewNode();
        using var there = NewNode();
        var inside = new int[4];

        await Task.WhenAll(Enumerable.Range(0, 120).Select(async turn =>
        {
            var conversation = turn % 4;
            await using var held = await (turn % 2 == 0 ? here : there).TakeAsync($"turn {conversation}", None);
            Assert.Equal(1, Interlocked.Increment(ref inside[conversation]));
            await store.Database.QueryAsync<int>("SELECT 1", null, None);
            Interlocked.Decrement(ref inside[conversation]);
        })).WaitAsync(Patience);
    }

    [PostgresFact]
    public async Task Work_that_looks_first_and_writes_then_is_done_once()
    {
        using var other = new PostgresDatabase(store.ConnectionString);

        await Task.WhenAll(new Database[] { store.Database, other, store.Database, other }.Select(node => Task.Run(() => node.InTransactionAsync(async cancellation =>
        {
            await node.OneAtATimeAsync("import", cancellation);
            if (await node.QueryAsync<string>("SELECT alias FROM unit_alias", null, cancellation) is [])
                await node.WriteAsync(
                    "INSERT INTO unit (id, full_name, name, kind) VALUES (gen_random_uuid(), '甲', '甲', 1); INSERT INTO unit_alias (alias, unit_id) SELECT '乙', id FROM unit", null, cancellation);
        }, None))));

        Assert.Single(await store.Database.QueryAsync<string>("SELECT name FROM unit", null, None));
    }

    private PostgresLocks NewNode() => new((PostgresDatabase)store.Database, store.ConnectionString);

    /// <summary>Until the server itself says that somebody waits.</summary>
    private async Task UntilWaitingAsync()
    {
        while (await store.Database.QueryAsync<int>("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", null, None) is [])
            await Task.Yield();
    }
}
