using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Composition;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Importing;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>The whole conversation over a real database filled from the sample notice: sixteen units, thirty-five tasks, the demo's people. Only the clock and the way out are fakes.</summary>
internal sealed class Talk : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> Filled = new(FillAsync);
    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<(byte[] Database, DateTimeOffset Now)>>> Begun = [];
    private readonly string folder;
    private ServiceProvider services;
    private readonly Dictionary<string, TestAdapter> adapters = [];

    private Talk(string folder, DateTimeOffset now)
    {
        this.folder = folder;
        Clock = new StoppedClock(now);
        services = Services(folder, Clock);
    }

    public StoppedClock Clock { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="at">Civil time of the plan, e.g. <c>2020-03-31 09:00</c>; periods are open as they would be then.</param>
    public static async Task<Talk> StartAsync(string at)
    {
        var talk = new Talk(await FolderAsync(await Filled.Value), Ledgers.At("2020-03-31 08:55"));
        await talk.MoveToAsync(at);
        return talk;
    }

    /// <summary>A conversation that goes on where another ended, which is played once and copied for each that goes on from it.</summary>
    /// <param name="play">A method of its own: what it played is kept by its name.</param>
    public static async Task<Talk> AfterAsync(Func<Task<Talk>> play)
    {
        var (database, now) = await Begun.GetOrAdd(play.Method, _ => new(async () => await (await play()).EndAsync())).Value;
        return new Talk(await FolderAsync(database), now);
    }

    /// <summary>A conversation that begins then and needs nothing but its lines, as <see cref="SaidAndAnswered.PlayAsync"/> reads them.</summary>
    public static async Task PlayedAsync(string at, params string[] lines)
    {
        await using var talk = await StartAsync(at);
        await talk.PlayAsync(lines);
    }

    /// <summary>Moves the clock; periods open and close on the way.</summary>
    public async Task MoveToAsync(string at)
    {
        Clock.Now = Ledgers.At(at);
        await Get<OpenPeriods>().RunAsync(Clock.Now, CancellationToken.None);
    }

    /// <summary>The program starts again on the same database: whatever was only in memory is gone.</summary>
    public void Restart()
    {
        services.Dispose();
        services = Services(folder, Clock);
        adapters.Clear();
    }

    /// <summary>Makes the user the contact of another user's unit as well.</summary>
    public async Task AlsoReportsForAsync(string user, string other)
    {
        var people = Get<IPersonRepository>();
        var person = await people.FindByIdentityAsync(Ledgers.Browser, user, CancellationToken.None);
        var unit = (await people.FindByIdentityAsync(Ledgers.Browser, other, CancellationToken.None))!.Contacts[0].UnitId;
        var id = Guid.CreateVersion7();
        await people.AddAsync(new Person { Id = id, Name = person!.Name, Contacts = [new(id, person.Contacts[0].UnitId, ContactKind.Primary), new(id, unit, ContactKind.Primary)] }, CancellationToken.None);
        await people.BindAsync(new ChannelIdentity { Channel = Ledgers.Browser, UserId = user, PersonId = id }, CancellationToken.None);
    }

    /// <summary>A second contact of the user's unit.</summary>
    public async Task AddColleagueAsync(string user, string colleague, string name)
    {
        var people = Get<IPersonRepository>();
        var unit = (await people.FindByIdentityAsync(Ledgers.Browser, user, CancellationToken.None))!.Contacts[0].UnitId;
        var id = Guid.CreateVersion7();
        await people.AddAsync(new Person { Id = id, Name = name, Contacts = [new(id, unit, ContactKind.Backup)] }, CancellationToken.None);
        await people.BindAsync(new ChannelIdentity { Channel = Ledgers.Browser, UserId = colleague, PersonId = id }, CancellationToken.None);
    }

    /// <summary>What the bot answers, the messages of the turn in order.</summary>
    /// <param name="inGroup">Said in a group chat instead of the user's own.</param>
    public async Task<IReadOnlyList<Activity>> SendAsync(string user, Activity activity, bool inGroup = false)
    {
        var adapter = AdapterOf(user, inGroup);
        using var scope = services.CreateScope();
        await adapter.ProcessActivityAsync(activity, scope.ServiceProvider.GetRequiredService<IBot>().OnTurnAsync);
        var replies = new List<Activity>();
        while (adapter.GetNextReply() is Activity reply)
            replies.Add(reply);
        return replies;
    }

    /// <summary>The texts of the answer, one after the other.</summary>
    public async Task<string> SayAsync(string user, string text) =>
        string.Join("\n---\n", (await SendAsync(user, new Activity { Type = ActivityTypes.Message, Text = text, Locale = "zh-CN" })).Select(reply => reply.Text));

    /// <summary>Lets one user say several things; the last answer comes back.</summary>
    public async Task<string> SayAllAsync(string user, params string[] texts)
    {
        var answer = "";
        foreach (var text in texts)
            answer = await SayAsync(user, text);
        return answer;
    }

    /// <summary>What counts of the user's unit in the first quarter, by task.</summary>
    public async Task<IReadOnlyList<ProgressEntry>> EntriesOfAsync(string user)
    {
        var rows = await RowsOfAsync(user);
        var latest = await Get<IProgressRepository>().LatestAsync([.. rows.Select(row => row.ObligationId)], CancellationToken.None);
        return [.. rows.Select(row => latest.FirstOrDefault(entry => entry.ObligationId == row.ObligationId)).OfType<ProgressEntry>()];
    }

    /// <summary>All versions of one task of the user's unit, oldest first.</summary>
    public async Task<IReadOnlyList<ProgressEntry>> VersionsAsync(string user, int task) =>
        await Get<IProgressRepository>().VersionsAsync((await RowsOfAsync(user))[task - 1].ObligationId, CancellationToken.None);

    /// <summary>What the user's unit owes for the period.</summary>
    public async Task<IReadOnlyList<LedgerRow>> RowsOfAsync(string user, string period = "2020Q1")
    {
        var person = await Get<IPersonRepository>().FindByIdentityAsync(Ledgers.Browser, user, CancellationToken.None);
        var plan = (await Get<IPlanRepository>().AllAsync(CancellationToken.None))[0];
        Assert.True(ReportingPeriod.TryParse(period, out var key));
        var found = await Get<IPeriodRepository>().FindAsync(plan.Id, key, CancellationToken.None);
        return await Get<ILedgerQuery>().OfPeriodAsync(found!.Id, person!.Contacts[0].UnitId, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> FolderAsync(byte[] database)
    {
        var folder = Directory.CreateTempSubdirectory("planbot-talk-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "planbot.db"), database);
        return folder;
    }

    private async Task<(byte[] Database, DateTimeOffset Now)> EndAsync()
    {
        await services.DisposeAsync();
        var database = await File.ReadAllBytesAsync(Path.Combine(folder, "planbot.db"));
        Directory.Delete(folder, recursive: true);
        return (database, Clock.Now);
    }

    private TestAdapter AdapterOf(string user, bool inGroup)
    {
        var key = inGroup ? $"{user} in a group" : user;
        if (adapters.TryGetValue(key, out var known))
            return known;
        return adapters[key] = new TestAdapter(new ConversationReference
        {
            ChannelId = Ledgers.Browser, ServiceUrl = "https://test.invalid", User = new ChannelAccount(user), Bot = new ChannelAccount("planbot"),
            Conversation = inGroup ? new ConversationAccount(isGroup: true, id: "group") : new ConversationAccount(id: $"conversation-of-{user}"),
        });
    }

    private static async Task<byte[]> FillAsync()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-filled-").FullName;
        await using (var services = Services(folder, new StoppedClock(Ledgers.At("2020-03-31 08:55"))))
        {
            await services.GetRequiredService<PlanBot.Data.Migrations.Migrator>().RunAsync(CancellationToken.None);
            var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "sample-notice.txt"));
            await services.GetRequiredService<FillDemo>().RunAsync(NoticeReader.Read(content, "sample-notice.txt").Notice!, "sample-notice.txt", "0", CancellationToken.None);
        }
        var filled = await File.ReadAllBytesAsync(Path.Combine(folder, "planbot.db"));
        Directory.Delete(folder, recursive: true);
        return filled;
    }

    private static ServiceProvider Services(string folder, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new("ConnectionStrings:PlanBot", $"Data Source={Path.Combine(folder, "planbot.db")}"), new("Evidence:Folder", Path.Combine(folder, "evidence"))]).Build();
        return new ServiceCollection().AddLogging().AddSingleton(clock).AddKeyedSingleton("wall", clock)
            .AddSingleton<IOutbound>(new FakeChannel(Ledgers.Browser))
            .AddSingleton<IConfiguration>(configuration).AddSingleton(new PublicAddress("https://planbot.test"))
            .AddData(configuration).AddCalendar().AddPlans().AddPeople().AddReminders(configuration).AddConversation().BuildServiceProvider();
    }
}
