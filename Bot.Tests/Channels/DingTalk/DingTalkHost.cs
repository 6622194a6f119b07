using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanBot.Channels.DingTalk;
using PlanBot.Composition;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fakes.DingTalk;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>PlanBot on DingTalk, on a real web server and a real database, with the people of <see cref="Ledgers.Small"/>: staff-1 to staff-3 report for the units, staff-4 is the coordinator.</summary>
public sealed class DingTalkHost : IAsyncDisposable
{
    internal const int Fast = 20;

    private readonly SqliteTestDatabase? database;
    private readonly WebApplication app;
    private readonly bool ownsFake;

    private DingTalkHost(SqliteTestDatabase? database, WebApplication app, FakeDingTalk fake, bool ownsFake, Ledgers ledgers, FastClock wall, LogBook log)
    {
        (this.database, this.app, DingTalk, this.ownsFake, Ledgers, Wall, Log) = (database, app, fake, ownsFake, ledgers, wall, log);
        Address = new Uri(app.Urls.Single() + "/api/dingtalk/messages");
    }

    public Uri Address { get; }

    public FakeDingTalk DingTalk { get; }

    public Ledgers Ledgers { get; }

    public IServiceProvider Services => app.Services;

    internal FastClock Wall { get; }

    internal LogBook Log { get; }

    private DingTalkTurns Turns => Services.GetRequiredService<DingTalkTurns>();

    public static Task<DingTalkHost> StartAsync(string mode = "Http", params (string Key, string? Value)[] settings) => StartAsync(mode, null, Fast, settings);

    /// <param name="beside">A node beside which this one works, on the same database; null for the first.</param>
    /// <param name="speed">How much faster than real time its clock runs: 1 where limits of time are looked at.</param>
    /// <param name="more">What a test has otherwise.</param>
    /// <param name="pace">Of the Stream mode; by itself it has more patience than in real life, for machines are slow and clocks here fast.</param>
    internal static async Task<DingTalkHost> StartAsync(string mode, DingTalkHost? beside, int speed, (string Key, string? Value)[] settings, StreamPace? pace = null, Action<IServiceCollection>? more = null)
    {
        var wall = beside?.Wall ?? new FastClock(new RealClock().GetUtcNow(), speed);
        var fake = beside?.DingTalk ?? await FakeDingTalk.StartAsync(wall);
        var database = beside?.database ?? await SqliteTestDatabase.CreateAsync();
        var ledgers = beside?.Ledgers ?? await Ledgers.Small().StoreAsync(database.Database);
        var log = new LogBook();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(fake.Settings(mode).Append(("Urls", "http://127.0.0.1:0")).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2));
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2020-03-31 08:55")));
        builder.Services.AddKeyedSingleton<TimeProvider>("wall", wall);
        builder.Services.AddSingleton<IDatabase>(database.Database);
        builder.Services.AddSingleton(pace ?? new StreamPace { Silence = TimeSpan.FromHours(1), Patience = TimeSpan.FromMinutes(10), Farewell = TimeSpan.FromMinutes(2) });
        builder.Services.AddData(builder.Configuration).AddCalendar().AddPlans().AddPeople().AddReminders(builder.Configuration).AddConversation()
            .AddBrowser(builder.Configuration).AddDingTalk(builder.Configuration);
        more?.Invoke(builder.Services);
        // No scheduler: what is to be sent, the test sends.
        foreach (var hosted in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("PlanBot", StringComparison.Ordinal) == true).ToList())
            builder.Services.Remove(hosted);
        // Nor does it look by itself.
        foreach (var own in new[] { typeof(DingTalkDirectory), typeof(DingTalkErrandRunner) })
            builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == own));
        var app = builder.Build();
        app.MapDingTalk();
        await app.StartAsync();
        var host = new DingTalkHost(beside is null ? database : null, app, fake, beside is null, ledgers, wall, log);
        if (beside is null)
            await host.ListAsync();
        return host;
    }

    /// <summary>Says something by callback and waits until its turn is over.</summary>
    /// <returns>The texts that were shown on it.</returns>
    public Task<IReadOnlyList<string>> SayAsync(string text, string user = "staff-1") => PostAsync(DingTalk.Sessions.Text(text, user));

    public async Task<IReadOnlyList<string>> PostAsync(JsonObject message)
    {
        var before = DingTalk.Said.Count;
        var (status, body) = await DingTalk.Sessions.PostAsync(Address, message);
        Assert.Equal((200, """{"msgtype":"empty"}"""), (status, body));
        await QuietAsync();
        return [.. DingTalk.Said.Skip(before).Select(said => said.Text)];
    }

    /// <summary>Waits until nothing that came in waits for its turn.</summary>
    public Task QuietAsync() => FakeDingTalk.UntilAsync(() => Turns.IsIdle, "A turn does not end.\n" + Log.Text);

    /// <summary>The usual reminder of the first unit's contact.</summary>
    public async Task<Delivery> RemindAsync(int unit = 1, Guid? messageId = null, string step = "due", ReminderKind kind = ReminderKind.Step)
    {
        var person = Ledgers.ContactOf(unit);
        var identity = (await Services.GetRequiredService<IPersonRepository>().IdentitiesAsync(person.Id, CancellationToken.None)).Single(identity => identity.Channel == "dingtalk");
        return await Services.GetServices<IOutbound>().Single(channel => channel.Channel == "dingtalk").SendAsync(identity, Reminder(person, messageId) with { StepKey = step, Kind = kind }, CancellationToken.None);
    }

    public ReminderContent Reminder(Person person, Guid? messageId = null)
    {
        var unit = person.Id == Ledgers.ContactOf(2).Id ? 2 : 1;
        var owed = Ledgers.OwedBy(unit)[0];
        var item = new ReminderItem(Ledgers.Units[unit - 1].Name, 1, null, "第1项任务", "任务", owed.State, owed.DueOn, IsOverdue: false) { UnitId = owed.UnitId };
        var part = new PlanReminder(Ledgers.Plan, Ledgers.Period.Period, Ledgers.Period.DueOn, Ledgers.Period.DueAt, IsProvisional: false, [item], 1, 1);
        return new ReminderContent(messageId ?? Guid.CreateVersion7(), person, ReminderKind.Step, "due", "zh", Ledgers.At("2020-03-31 09:00"), [part]);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(); // what is under way ends before its database does
        await app.DisposeAsync();
        if (ownsFake)
            await DingTalk.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    private async Task ListAsync()
    {
        var list = Services.GetRequiredService<IContactListRepository>();
        foreach (var (person, at) in new[] { Ledgers.ContactOf(1), Ledgers.ContactOf(2), Ledgers.ContactOf(3), Ledgers.Coordinator }.Select((person, at) => (person, at + 1)))
        {
            await list.ListAsync(new ListedAccount("dingtalk", $"staff-{at}", person.Id), CancellationToken.None);
            DingTalk.Api.Add($"staff-{at}", person.Name, $"1380000000{at}");
        }
    }
}
