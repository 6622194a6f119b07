using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Simulation;

/// <summary>One message that the channel took, as the channel itself remembers it.</summary>
/// <param name="Lied">It was delivered, and the channel said that it was not.</param>
internal sealed record Delivered(Guid MessageId, string UserId, string Step, string Period, DateTimeOffset At, bool Lied);

/// <summary>A year of a plan under a clock that only the test moves: people report or do not, the channel refuses, throws and lies, the node dies with a message in its hand, the service is down for
/// hours or days. All of it follows from the seed.</summary>
internal sealed class SimulatedYear(int seed, int units) : IDisposable
{
    private static readonly string[] Checked = ["reminder-twice", "reminder-state", "message", CheckLedger.LostStep, CheckLedger.NotReminded, CheckLedger.Stuck, CheckLedger.OutsideHours];

    private readonly Dictionary<Guid, int> excused = [];
    private readonly List<Delivered> log = [];
    private readonly HashSet<string> done = [];
    private CancellationTokenSource life = new();
    private bool isCalm;

    public IReadOnlyList<Delivered> Log => log;
    public int Deaths { get; private set; }
    public int Refusals { get; private set; }

    public void Dispose() => life.Dispose();

    /// <returns>What must not be, in words; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var (clock, channel) = (new StoppedClock(Ledgers.At("2020-03-20 10:00")), new FakeChannel());
        // One lane, so that the order in which people are written to is the same in every run.
        await using var world = await ReminderWorld.CreateAsync(clock, new SendingOptions { AtOnce = 1, Batch = 64 }, channel);
        var ledgers = await Office().StoreAsync(world.Database);
        channel.Fail = content => Answer(content, clock.Now);
        var end = Ledgers.At("2021-01-29 18:00");
        for (; clock.Now < end; clock.Now = await NextAsync(world, clock.Now))
            await LiveAsync(world, ledgers, clock.Now);
        // Everything works again, and what was put off has an afternoon to leave.
        isCalm = true;
        for (clock.Now = Ledgers.At("2021-02-01 10:00"); clock.Now < Ledgers.At("2021-02-01 17:00"); clock.Now = clock.Now.AddMinutes(20))
            await LiveAsync(world, ledgers, clock.Now);
        return await ComplaintsAsync(world, clock.Now);
    }

    private async Task LiveAsync(ReminderWorld world, Ledgers ledgers, DateTimeOffset now)
    {
        await world.Open.RunAsync(now, CancellationToken.None);
        await ReportAsync(world, ledgers, now);
        await world.Queue.RunAsync(now, CancellationToken.None);
        while (!await SendAsync(world))
        {
            // Another node goes on at once; what the dead one had in hand waits for its lease to end.
        }
    }

    /// <returns>False when the node died over it.</returns>
    private async Task<bool> SendAsync(ReminderWorld world)
    {
        try
        {
            await world.Send.RunAsync(life.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            life.Dispose();
            life = new();
            return false;
        }
    }

    /// <summary>The next moment at which there is something to do; now and then the service is down over it, and seldom the clock is set back.</summary>
    private async Task<DateTimeOffset> NextAsync(ReminderWorld world, DateTimeOffset now)
    {
        var next = await world.Agenda.NextAsync(now, CancellationToken.None) is { } at && at > now ? at : now.AddDays(1);
        var hour = new DateTimeOffset(next.Year, next.Month, next.Day, next.Hour, 0, 0, TimeSpan.Zero);
        return Share($"clock|{hour:u}") switch
        {
            < 0.05 => hour.AddHours(1 + Math.Floor(60 * Share($"down|{hour:u}"))),
            < 0.07 when next.AddMinutes(-2) > now => next.AddMinutes(-2),
            _ => next < now.AddMinutes(3) ? now.AddMinutes(3) : next,
        };
    }

    /// <summary>Null to deliver.</summary>
    private Delivery.TryLater? Answer(ReminderContent content, DateTimeOffset now)
    {
        if (isCalm)
        {
            log.Add(Entry(content, now, lied: false));
            return null;
        }
        var key = $"{content.To.Name}|{content.StepKey}|{string.Join(',', content.Plans.Select(plan => plan.Period))}";
        var tries = 0;
        while (!done.Add($"{key}|{tries}"))
            tries++;
        var fate = Share($"{key}|{tries}");
        if (fate < 0.02)
            return Refuse(new Delivery.TryLater("429", TimeSpan.FromMinutes(2)));
        if (fate < 0.035)
            return Refuse(new Delivery.TryLater("503", null));
        if (fate < 0.04)
            throw new InvalidOperationException("the channel broke");
        log.Add(Entry(content, now, lied: fate < 0.05));
        if (fate < 0.05)
        {
            Excuse(content);
            return Refuse(new Delivery.TryLater("502", null));
        }
        if (fate < 0.055)
        {
            Excuse(content);
            Deaths++;
            life.Cancel();
            throw new OperationCanceledException(life.Token);
        }
        return null;
    }

    private static Delivered Entry(ReminderContent content, DateTimeOffset now, bool lied) =>
        new(content.MessageId, content.To.Name, content.StepKey, string.Join(',', content.Plans.Select(plan => plan.Period)), now, lied);

    private Delivery.TryLater Refuse(Delivery.TryLater refusal)
    {
        Refusals++;
        return refusal;
    }

    private void Excuse(ReminderContent content) => excused[content.MessageId] = excused.GetValueOrDefault(content.MessageId) + 1;

    /// <summary>Seven of ten report before the due day, two after it, one never.</summary>
    private async Task ReportAsync(ReminderWorld world, Ledgers ledgers, DateTimeOffset now)
    {
        foreach (var period in (await world.Periods.OfPlanAsync(ledgers.Plan.Id, CancellationToken.None)).Where(period => period.ClosedAt is null && period.CollectionFrom <= now))
        {
            var reporting = ledgers.Units.Where(unit => now >= ReportsAt(unit, period) && done.Add($"report|{unit.Name}|{period.Period}")).Select(unit => unit.Id).ToList();
            if (reporting.Count > 0)
                await world.Database.WriteAsync(
                    "UPDATE obligation SET state = 4, version = 1, submitted_at = @now WHERE period_id = @Id AND unit_id = ANY (@units) AND state = 1", new { period.Id, now, units = new IdList(reporting) }, CancellationToken.None);
        }
    }

    private DateTimeOffset ReportsAt(Unit unit, PlanPeriod period) => Share($"habit|{unit.Name}|{period.Period}") switch
    {
        < 0.7 => period.CollectionFrom + ((period.DueAt - period.CollectionFrom) * Share($"when|{unit.Name}|{period.Period}")),
        < 0.9 => period.DueAt + (TimeSpan.FromDays(20) * Share($"when|{unit.Name}|{period.Period}")),
        _ => DateTimeOffset.MaxValue,
    };

    private async Task<IReadOnlyList<string>> ComplaintsAsync(ReminderWorld world, DateTimeOffset now)
    {
        var complaints = new List<string>();
        foreach (var message in log.GroupBy(one => one.MessageId).Where(one => one.Count() > 1 + excused.GetValueOrDefault(one.Key)))
            complaints.Add($"{message.First().UserId} got {message.First().Step} of {message.First().Period} {message.Count()} times");
        // The same step in another message would be the same thing twice.
        foreach (var step in log.GroupBy(one => (one.UserId, one.Step, one.Period)).Where(one => one.Select(message => message.MessageId).Distinct().Count() > 1))
            complaints.Add($"{step.Key} came in {step.Select(message => message.MessageId).Distinct().Count()} messages");
        var hours = new WorkingHours(Calendars.StateCouncil, Calendars.Shanghai, Ladders.Default.WorkingHoursFrom, Ladders.Default.WorkingHoursUntil);
        complaints.AddRange(log.Where(one => !hours.Contains(one.At)).Select(one => $"{one.UserId} was written to at {one.At:u}"));
        complaints.AddRange(log.GroupBy(one => (one.UserId, Calendars.Shanghai.DayOf(one.At))).Where(day => day.Select(one => one.MessageId).Distinct().Count() > 4).Select(day => $"{day.Key} got {day.Count()} messages"));
        var check = new CheckLedger(new LedgerCheck(world.Database), world.Plans, world.Periods, new CurrentCalendar(new HolidayRepository(world.Database)), world.PlanLadders);
        complaints.AddRange((await check.RunAsync(now, CancellationToken.None)).Violations.Where(violation => Checked.Contains(violation.Rule)).Select(violation => $"{violation.Rule} {violation.Id} {violation.Detail}"));
        return complaints;
    }

    /// <summary>0 to 1, the same for the same words and seed, whatever came before.</summary>
    private double Share(string words) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{words}"))) / (double)uint.MaxValue;

    private Ledgers Office()
    {
        var small = Ledgers.Small();
        var all = Enumerable.Range(1, units).Select(number => Ledgers.NewUnit(string.Create(CultureInfo.InvariantCulture, $"第{number}局"))).ToList();
        var assignments = all.Select((unit, index) => small.Assignments[0] with { Id = Guid.CreateVersion7(), UnitId = unit.Id, Ordinal = index + 1, Raw = unit.Name }).ToList();
        var contacts = all.Select(unit => SixteenUnits.Contact(unit, $"{unit.Name}联络员", ContactKind.Primary)).ToList();
        return small with
        {
            Units = all, Assignments = assignments, People = [.. contacts, small.Coordinator, small.Leader],
            Identities = [.. contacts.Select((person, index) => SixteenUnits.Identity(string.Create(CultureInfo.InvariantCulture, $"unit-{index + 1}"), person)), SixteenUnits.Identity("coordinator", small.Coordinator), SixteenUnits.Identity("leader", small.Leader)],
            Obligations = [.. assignments.Select(assignment => small.Obligations[0] with { Id = Guid.CreateVersion7(), AssignmentId = assignment.Id, TaskId = assignment.TaskId, UnitId = assignment.UnitId })],
        };
    }
}
