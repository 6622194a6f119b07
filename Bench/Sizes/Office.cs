using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using PlanBot.Composition;
using PlanBot.Data.Migrations;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sizes;

/// <summary>A province's office on a database of its own: the program's use cases over it, and bare connections beside them.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly DatabaseOptions options;
    private readonly Database database;
    private readonly ServiceProvider services;

    private Office(DatabaseOptions options, Province province, Action<IServiceCollection>? configure)
    {
        this.options = options;
        Province = province;
        database = Database.For(options);
        services = Services(database, configure);
    }

    public Province Province { get; }

    public Database Database => database;

    public bool IsPostgres => options.Provider == "postgres";

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>One more process on an office's database.</summary>
    public static Office At(DatabaseOptions options, int units, Action<IServiceCollection>? configure = null) => new(options, new Province(units), configure);

    /// <summary>An office with a ledger of so many quarters.</summary>
    /// <param name="configure">Adds or replaces services.</param>
    /// <param name="textOf">What the n-th report says; null where all say the same.</param>
    /// <param name="tasksOfUnit">How many each unit reports on.</param>
    public static async Task<Office> FoundAsync(
        DatabaseOptions options, int units, int quarters, Action<IServiceCollection>? configure = null, Func<int, string>? textOf = null, int tasksOfUnit = 1)
    {
        var office = new Office(options, new Province(units) { TextOf = textOf, TasksOfUnit = tasksOfUnit }, configure);
        await office.Get<Migrator>().RunAsync(CancellationToken.None);
        var calendar = await office.Get<CurrentCalendar>().ReadAsync(CancellationToken.None);
        var schedule = new PlanSchedule(office.Province.Plan, calendar, office.Get<IOptions<ReminderOptions>>().Value);
        await office.Province.FillAsync(office.Database, schedule, quarters);
        await office.SettleAsync();
        return office;
    }

    /// <summary>The statements that reach the driver while <paramref name="work"/> uses the program.</summary>
    public async Task<IReadOnlyCollection<RecordedStatement>> RecordAsync(Func<IServiceProvider, Task> work)
    {
        var recording = new RecordingDatabase(database);
        await using var recorded = Services(recording);
        await work(recorded);
        return recording.Statements;
    }

    /// <summary>A connection with nothing around it, as durable as the program's own.</summary>
    public async Task<DbConnection> OpenBareAsync()
    {
        if (IsPostgres)
        {
            var postgres = new NpgsqlConnection(options.ConnectionString);
            await postgres.OpenAsync();
            return postgres;
        }
        var sqlite = new SqliteConnection(options.ConnectionString + ";Foreign Keys=True");
        await sqlite.OpenAsync();
        await using var command = sqlite.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL";
        await command.ExecuteNonQueryAsync();
        return sqlite;
    }

    /// <summary>Brings what was written to its place, so that the next measurement does not pay for it.</summary>
    /// <param name="emptied">A table that rows were deleted from.</param>
    public async Task SettleAsync(string? emptied = null)
    {
        if (IsPostgres && emptied is not null)
            await Province.RunOutsideTransactionAsync(database, $"VACUUM {emptied}");
        await Province.RunOutsideTransactionAsync(database, IsPostgres ? "CHECKPOINT" : "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }

    private static ServiceProvider Services(IDatabase database, Action<IServiceCollection>? configure = null)
    {
        var clock = new StoppedClock(Province.EscalationDay);
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddKeyedSingleton<TimeProvider>("wall", clock)
            .AddSingleton(database).AddSingleton<IConfiguration>(configuration)
            .AddData(configuration).AddCalendar().AddPlans().AddReminders(configuration).AddConversation();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
