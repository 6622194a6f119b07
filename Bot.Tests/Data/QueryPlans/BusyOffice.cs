using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlanBot.Composition;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Data.QueryPlans;

/// <summary>A ledger large enough that scanning it is never the best plan, with chats, states, drafts and audit rows in proportion; and the program over it, every statement of which is remembered.</summary>
/// <remarks>Filled once for all tests of a class.</remarks>
public abstract class BusyOffice(TestDatabase store) : IAsyncLifetime
{
    private const int Units = 1000;
    private const int Quarters = 20;

    private readonly StoppedClock clock = new(Province.At("2025-01-02 10:00"));
    private readonly Dictionary<string, TestAdapter> adapters = [];
    private RecordingDatabase? recording;
    private ServiceProvider? services;

    public IDatabase Database => store.Database;

    public IDatabase Recording => recording!;

    internal Province Province { get; } = new(Units);

    public IReadOnlyCollection<RecordedStatement> Statements => recording!.Statements;

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await store.InitializeAsync();
        if (store is PostgresTestDatabase && Requirements.SkipUnlessRequired(PostgresServer.WhyNone) is not null)
            return;
        recording = new RecordingDatabase(Database);
        services = Services(recording);
        var calendar = await Get<CurrentCalendar>().ReadAsync(CancellationToken.None);
        await Province.FillAsync(Database, new PlanSchedule(Province.Plan, calendar, Get<IOptions<ReminderOptions>>().Value), Quarters);
        await AddPeopleAsync();
        await AddTracesAsync(Database);
        if (Database.Dialect == Dialect.Postgres)
            await Province.RunOutsideTransactionAsync(Database, "ANALYZE");
    }

    public async Task DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>Begins a test: what others ran is no part of it.</summary>
    public void Forget() => recording?.Forget();

    public void MoveTo(string civil) => clock.Now = Province.At(civil);

    /// <returns>The bot's words.</returns>
    public async Task<string> SayAsync(string user, string text)
    {
        if (!adapters.TryGetValue(user, out var adapter))
        {
            adapters[user] = adapter = new TestAdapter(new ConversationReference
            {
                ChannelId = Ledgers.Browser, ServiceUrl = "https://test.invalid", User = new ChannelAccount(user), Bot = new ChannelAccount("planbot"),
                Conversation = new ConversationAccount(id: $"conversation-of-{user}"),
            });
        }
        await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Message, Text = text, Locale = "zh-CN" }, Get<IBot>().OnTurnAsync);
        var replies = new List<string>();
        while (adapter.GetNextReply() is Activity reply)
            replies.Add(reply.Text);
        return string.Join('\n', replies);
    }

    private ServiceProvider Services(IDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddKeyedSingleton<TimeProvider>("wall", clock)
            .AddSingleton(database).AddSingleton<IOutbound>(new FakeChannel(Ledgers.Browser)).AddSingleton<IReminderSignal, NoSignal>().AddSingleton<IConfiguration>(configuration)
            .AddSingleton(new PublicAddress("https://planbot.test"))
            .AddData(configuration).AddCalendar().AddPlans().AddPeople().AddReminders(configuration).AddConversation().BuildServiceProvider();
    }

    private async Task AddPeopleAsync()
    {
        var people = Get<IPersonRepository>();
        var leader = new Person { Id = Guid.CreateVersion7(), Name = "周涛", Roles = [PersonRole.Leader] };
        await people.AddAsync(leader, CancellationToken.None);
        var coordinator = (await people.InRoleAsync(PersonRole.Coordinator, CancellationToken.None))[0];
        var users = new[] { ("coordinator", coordinator), ("leader", leader), ("contact", Province.People[0]), ("backup", Province.People[1]), ("police", Province.People[6]) };
        foreach (var (user, person) in users)
            await people.BindAsync(new ChannelIdentity { Channel = Ledgers.Browser, UserId = user, PersonId = person.Id }, CancellationToken.None);
    }

    private static async Task AddTracesAsync(IDatabase database)
    {
        string[] traces =
        [
            "INSERT INTO audit (id, at, channel, action, subject, subject_id) SELECT id, submitted_at, 'directline', 'submit-report', 'obligation', id FROM obligation WHERE version = 1",
            "INSERT INTO report_draft (obligation_id, author_id, saved_at) SELECT obligation_id, author_id, submitted_at FROM progress_entry",
            "INSERT INTO report_draft_section (obligation_id, ordinal, text) SELECT obligation_id, 1, '草稿' FROM report_draft",
            "INSERT INTO bot_state (key, document, etag) SELECT 'directline/conversations/' || id, '{}', '1' FROM obligation",
            "INSERT INTO chat_conversation (id, user_id, greeted, last_sequence) SELECT CAST(id AS text), CAST(id AS text), true, 1 FROM obligation",
            "INSERT INTO chat_activity (conversation_id, sequence, activity_id, activity) SELECT id, 1, '1', '{}' FROM chat_conversation",
        ];
        foreach (var trace in traces)
            await database.WriteAsync(trace, null, CancellationToken.None);
    }

    private sealed class NoSignal : IReminderSignal
    {
        public Task SendSoonAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

public sealed class BusyOfficeOnSqlite() : BusyOffice(new SqliteTestDatabase());

public sealed class BusyOfficeOnPostgres() : BusyOffice(new PostgresTestDatabase());
