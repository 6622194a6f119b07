using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Data;

/// <summary>Tests of what both databases must do. Each test has a database of its own with the small ledger in it.</summary>
public abstract class DatabaseTests(TestDatabase store) : IAsyncLifetime
{
    protected static CancellationToken None => CancellationToken.None;

    protected Database Database => store.Database;

    protected Ledgers Ledger { get; private set; } = Ledgers.Small();

    public async Task InitializeAsync()
    {
        await store.InitializeAsync();
        Ledger = await Ledger.StoreAsync(Database);
    }

    public Task DisposeAsync() => store.DisposeAsync();
}
