using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlanBot.Composition;
using PlanBot.Data.Migrations;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Composition;

public sealed class DataCompositionTests
{
    [Fact]
    public async Task Everything_that_reads_or_writes_the_ledger_can_be_had()
    {
        await using var services = Services([]);

        Assert.IsType<SqliteDatabase>(services.GetRequiredService<IDatabase>());
        Assert.NotNull(services.GetRequiredService<Migrator>());
        Assert.NotNull(services.GetRequiredService<ILedgerQuery>());
        Assert.IsType<SqlStorage>(services.GetRequiredService<IStorage>());
        foreach (var repository in typeof(IPlanRepository).Assembly.GetExportedTypes().Where(type => type.IsInterface && type.Name.EndsWith("Repository", StringComparison.Ordinal)))
            Assert.NotNull(services.GetRequiredService(repository));
    }

    [Theory]
    [InlineData("Database:Provider", "oracle", "Database:Provider")]
    [InlineData("ConnectionStrings:PlanBot", "", "ConnectionStrings:PlanBot")]
    [InlineData("ConnectionStrings:PlanBot", "var/planbot.db", "ConnectionStrings:PlanBot")] // a path alone is no connection string
    [InlineData("Database:Provider", "postgres", "ConnectionStrings:PlanBot")] // with SQLite's string
    public async Task A_wrong_setting_is_named(string key, string value, string named)
    {
        await using var services = Services(new() { [key] = value });

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IDatabase>());

        Assert.StartsWith(named, Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2020-03-01 08:00"))).AddKeyedSingleton<TimeProvider>("wall", new StoppedClock(Ledgers.At("2020-03-01 08:00")))
        .AddData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
