using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>A small office on a real database, with the use cases that change its ledger. Holiday lists are what a test says.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly SqliteTestDatabase store;
    private readonly List<HolidayYear> loaded = [];

    private Office(SqliteTestDatabase store, Ledgers ledger, StoppedClock clock)
    {
        (this.store, Ledger, Clock) = (store, ledger, clock);
        Plans = new PlanRepository(store.Database);
        Units = new UnitRepository(store.Database);
        People = new PersonRepository(store.Database, clock);
        Periods = new PeriodRepository(store.Database);
        Obligations = new ObligationRepository(store.Database);
        Progress = new ProgressRepository(store.Database);
        Audit = new AuditRepository(store.Database);
        Query = new LedgerQuery(store.Database);
        var holidays = new Mock<IHolidayRepository>();
        holidays.Setup(repository => repository.AllAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => loaded.ToList());
        var calendar = new CurrentCalendar(holidays.Object);
        var options = new PlanLadders(new LadderRepository(store.Database), Options.Create(Ladders.Default));
        Open = new OpenPeriods(store.Database, Plans, Periods, Units, calendar, options, Systems.On(store.Database, clock), new RowTroubles(NullLogger<RowTroubles>.Instance));
        Recompute = new RecomputeDueDates(store.Database, Plans, Periods, Audit, calendar, options, new ReminderQuery(store.Database), new WriteLetter(new LetterRepository(store.Database), new ReminderRepository(store.Database), People, new AbsenceRepository(store.Database), clock), clock);
        Submit = new SubmitReport(
            store.Database, People, Plans, Obligations, Progress, Audit, Query, new WriteLetter(new LetterRepository(store.Database), new ReminderRepository(store.Database), People, new AbsenceRepository(store.Database), clock),
            Systems.On(store.Database, clock), clock);
        Draft = new SaveDraft(store.Database, People, Obligations, Progress);
    }

    public Ledgers Ledger { get; }
    public PlanBot.Data.Sql.IDatabase Database => store.Database;
    public StoppedClock Clock { get; }
    public PlanRepository Plans { get; }
    public UnitRepository Units { get; }
    public PersonRepository People { get; }
    public PeriodRepository Periods { get; }
    public ObligationRepository Obligations { get; }
    public ProgressRepository Progress { get; }
    public AuditRepository Audit { get; }
    public LedgerQuery Query { get; }
    public OpenPeriods Open { get; }
    public RecomputeDueDates Recompute { get; }
    public SubmitReport Submit { get; }
    public SaveDraft Draft { get; }

    /// <summary>The plan, its units and its people; no period is open yet.</summary>
    public static async Task<Office> CreateAsync(string now, Func<Ledgers, Ledgers>? change = null)
    {
        var ledger = Ledgers.Small();
        var office = new Office(await SqliteTestDatabase.CreateAsync(), change?.Invoke(ledger) ?? ledger, new StoppedClock(Ledgers.At(now)));
        foreach (var unit in office.Ledger.Units)
            await office.Units.AddAsync(unit, CancellationToken.None);
        await office.Plans.AddAsync(office.Ledger.Plan, office.Ledger.Tasks, office.Ledger.Assignments, CancellationToken.None);
        foreach (var person in office.Ledger.People)
            await office.People.AddAsync(person, CancellationToken.None);
        return office;
    }

    public void Load(HolidayYear year) => loaded.Add(year);

    public async Task<int> OpenAtAsync(string now)
    {
        Clock.Now = Ledgers.At(now);
        return await Open.RunAsync(Clock.GetUtcNow(), CancellationToken.None);
    }

    public async Task<PlanPeriod> PeriodAsync(int year, int quarter) =>
        (await Periods.FindAsync(Ledger.Plan.Id, new ReportingPeriod(year, quarter), CancellationToken.None))!;

    /// <summary>What the unit (from 1) owes in the period, in the order of its tasks.</summary>
    public async Task<IReadOnlyList<Obligation>> OwedByAsync(int unit, int year = 2020, int quarter = 1) =>
        await Obligations.OfUnitsAsync((await PeriodAsync(year, quarter)).Id, [Ledger.Units[unit - 1].Id], CancellationToken.None);

    /// <summary>Four filled sections.</summary>
    public static Dictionary<int, string> Sections(string progress = "完成两期培训") => new() { [1] = progress, [2] = "无", [3] = "培训一百人", [4] = "再办两期" };

    public ValueTask DisposeAsync() => new(store.DisposeAsync());
}
