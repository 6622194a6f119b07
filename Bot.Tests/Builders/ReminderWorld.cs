using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Builders;

/// <summary>Everything that reminds, on a real SQLite file, with a clock that stands still and a channel that delivers into a list.</summary>
internal sealed class ReminderWorld : IAsyncDisposable
{
    private readonly SqliteTestDatabase database;

    private ReminderWorld(SqliteTestDatabase database, TimeProvider clock, SendingOptions options, IReadOnlyList<FakeChannel> channels)
    {
        this.database = database;
        (Clock, Channels, Options) = (clock, channels, options);
        var db = database.Database;
        People = new PersonRepository(db, clock);
        Plans = new PlanRepository(db);
        Periods = new PeriodRepository(db);
        Snoozes = new SnoozeRepository(db);
        Obligations = new ObligationRepository(db);
        Outbox = new ReminderRepository(db);
        Audit = new AuditRepository(db);
        Query = new ReminderQuery(db);
        KeptClock = new DemoClockRepository(db);
        var ladder = Microsoft.Extensions.Options.Options.Create(Ladders.Default);
        var sending = Microsoft.Extensions.Options.Options.Create(options);
        var calendar = new CurrentCalendar(new HolidayRepository(db));
        var hours = new PlanHours(calendar, ladder);
        var units = new UnitRepository(db);
        Own = new LadderRepository(db);
        Absences = new AbsenceRepository(db);
        PlanLadders = new PlanLadders(Own, ladder);
        Open = new OpenPeriods(db, Plans, Periods, units, calendar, PlanLadders, Systems.On(db, clock), Troubles);
        Queue = new QueueReminders(db, Plans, Periods, new DueSteps(Query), Outbox, calendar, PlanLadders, Troubles);
        var sources = new SendingSources(People, Plans, Periods, new PauseRepository(db), Snoozes, Outbox, calendar, PlanLadders, Absences);
        Compose = new ComposeReminder(People, new LedgerQuery(db), new LetterRepository(db), sources, new OutOfReach(new ReachQuery(db), Query, channels));
        Keeper = clock is DemoClock demo ? new DemoClockKeeper(demo, KeptClock) : new NoClockKeeper();
        var (chance, records) = (new Random(1), new SentRecords(Outbox, clock));
        var deliver = new DeliverReminder(
            db, channels, new ChannelBreaker(clock, chance, NullLogger<ChannelBreaker>.Instance), sending, clock, clock, NullLogger<DeliverReminder>.Instance);
        var message = new SendMessage(Outbox, Compose, deliver, new SendingRules(ladder, sending, chance), records, Keeper, sending, clock, NullLogger<SendMessage>.Instance);
        Send = new SendReminders(Outbox, message, sources, sending, clock);
        Agenda = new ReminderAgenda(Plans, Periods, Query, Outbox, calendar, PlanLadders);
        Urge = new UrgeUnits(db, People, Plans, Periods, Query, Outbox, new LetterRepository(db), Audit, hours, channels, Signal.Object, sending, clock);
        Ask = new AskToEscalate(db, Plans, Periods, Query, Own, PlanLadders, new WriteLetter(new LetterRepository(db), Outbox, People, Absences, clock), calendar);
        DealWithDue = new DealWithDue(Open, Queue, Send, Ask, clock);
        Recompute = new RecomputeDueDates(db, Plans, Periods, Audit, calendar, PlanLadders, Query, new WriteLetter(new LetterRepository(db), Outbox, People, Absences, clock), clock);
        Change = new ChangeLadder(db, People, Plans, Periods, Own, PlanLadders, Query, Outbox, Recompute, Audit, calendar, clock);
        Order = new OrderStep(db, People, Plans, Periods, Query, Own, PlanLadders, Outbox, Signal.Object, Audit, calendar, clock);
    }

    public static SendingOptions Sending { get; } = new();

    public SendingOptions Options { get; }

    public TimeProvider Clock { get; }
    public StoppedClock Stopped => (StoppedClock)Clock;
    public IReadOnlyList<FakeChannel> Channels { get; }
    public FakeChannel Browser => Channels[0];
    public Mock<IReminderSignal> Signal { get; } = new();
    public string FilePath => database.FilePath;
    public IPersonRepository People { get; }
    public IPlanRepository Plans { get; }
    public IPeriodRepository Periods { get; }
    public ISnoozeRepository Snoozes { get; }
    public IObligationRepository Obligations { get; }
    public IReminderRepository Outbox { get; }
    public IAuditRepository Audit { get; }
    public IReminderQuery Query { get; }

    /// <summary>Ladders that a plan has of its own, and orders for single steps.</summary>
    public LadderRepository Own { get; }
    public PlanLadders PlanLadders { get; }
    public AbsenceRepository Absences { get; }
    public IDemoClockRepository KeptClock { get; }
    public IClockKeeper Keeper { get; }
    public RowTroubles Troubles { get; } = new(NullLogger<RowTroubles>.Instance);
    public OpenPeriods Open { get; }
    public QueueReminders Queue { get; }
    public ComposeReminder Compose { get; }
    public SendReminders Send { get; }
    public ReminderAgenda Agenda { get; }
    public UrgeUnits Urge { get; }
    public ChangeLadder Change { get; }
    public RecomputeDueDates Recompute { get; }
    public OrderStep Order { get; }
    public AskToEscalate Ask { get; }
    public DealWithDue DealWithDue { get; }

    /// <param name="now">Civil time, e.g. <c>2020-03-31 08:55</c>.</param>
    public static async Task<ReminderWorld> CreateAsync(string now, params FakeChannel[] channels) =>
        await CreateAsync(new StoppedClock(Ledgers.At(now)), channels);

    public static async Task<ReminderWorld> CreateAsync(TimeProvider clock, params FakeChannel[] channels) =>
        await CreateAsync(clock, Sending, channels);

    public static async Task<ReminderWorld> CreateAsync(TimeProvider clock, SendingOptions options, params FakeChannel[] channels) =>
        new(await SqliteTestDatabase.CreateAsync(), clock, options, channels is [] ? [new FakeChannel()] : channels);

    /// <summary>The same database seen from another process.</summary>
    public ReminderWorld SecondNode(params FakeChannel[] channels) => new(database, Clock, Options, channels is [] ? Channels : channels);

    public PlanBot.Data.Sql.IDatabase Database => database.Database;

    public Task<Ledgers> StoreAsync(Ledgers ledgers) => ledgers.StoreAsync(database.Database);

    /// <summary>Sets the clock, queues and sends.</summary>
    public async Task<SendOutcome> AtAsync(string civil)
    {
        Stopped.Now = Ledgers.At(civil);
        await Queue.RunAsync(Stopped.Now, CancellationToken.None);
        await Ask.RunAsync(Stopped.Now, CancellationToken.None);
        return await Send.RunAsync(CancellationToken.None);
    }

    /// <summary>A report on everything that the unit owes, as the ledger sees it afterwards.</summary>
    public async Task ReportAsync(Ledgers ledgers, int unit)
    {
        foreach (var before in await Obligations.OfUnitsAsync(ledgers.Period.Id, [ledgers.Units[unit - 1].Id], CancellationToken.None))
        {
            var after = before with { State = ObligationState.Submitted, Version = before.Version + 1, SubmittedAt = Clock.GetUtcNow() };
            Assert.True(await Obligations.SaveAsync(before, after, CancellationToken.None));
        }
    }

    /// <summary>Steps of the outbox with their state, e.g. <c>period-end Sent</c>, of one person in the order of time.</summary>
    public async Task<IReadOnlyList<string>> OutboxOfAsync(Ledgers ledgers, Person person) =>
        (await Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None))
            .Where(row => row.PersonId == person.Id).OrderBy(row => row.DueAt).Select(row => $"{row.Step} {row.State}").ToList();

    public ValueTask DisposeAsync() => new(database.DisposeAsync());
}
