using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>One look at a plan: its steps, its people's hours, and the moment.</summary>
public sealed record Look(PlanSchedule Schedule, WorkingHours Hours, WorkingDayCalendar Calendar, DateTimeOffset Now)
{
    public StepOrders Orders { get; init; } = StepOrders.None;

    public static Look At(Plan plan, LadderSet ladders, WorkingDayCalendar calendar, DateTimeOffset now) =>
        new(new PlanSchedule(plan, calendar, ladders.Of(plan.Id)), PlanHours.Of(plan, calendar, ladders.Of(plan.Id)).Hours, calendar, now) { Orders = ladders.OrdersOf(plan.Id) };

    /// <summary>Now, or the start of the next working hours: the service may come back at night.</summary>
    public DateTimeOffset SendAt { get; } = Hours.NextFrom(Now);

    /// <summary>The day on which it is sent: whoever is the contact then, is written to.</summary>
    public DateOnly Today => Schedule.CivilTime.DayOf(SendAt);

    /// <summary>Steps of a round that have come, rising.</summary>
    public IEnumerable<ReminderStep> Passed(PlanPeriod period, OpenRound round) =>
        StepsOf(period, round).Where(step => step.At <= Now);

    /// <summary>All steps of a round that are to come, as coordinators have ordered. A later round has none before the working day before it is due: its people have just been told of the return or the extension.</summary>
    public IEnumerable<ReminderStep> StepsOf(PlanPeriod period, OpenRound round) =>
        Orders.Apply(period.Period, LadderOf(period, round), step => StepKeys.Of(step.Key, round.Round, round.DueOn));

    /// <summary>The same, whatever was ordered.</summary>
    public IEnumerable<ReminderStep> LadderOf(PlanPeriod period, OpenRound round) => round.Round == 0
        ? Schedule.StepsOf(period.Period, period.DueOn)
        : Schedule.StepsOf(period.Period, round.DueOn).Where(step => step.Day >= Calendar.Plus(round.DueOn, -1));
}

/// <summary>Who must hear of the steps of one period that have come: a few set-based reads, whatever the number of people.</summary>
public sealed class DueSteps(IReminderQuery query)
{
    /// <param name="reckoning">Rounds whose day cannot be reckoned with are left out and noted here.</param>
    /// <returns>Tracks to be read page by page; a person's row may come of two of them, the first one counts.</returns>
    internal async Task<IReadOnlyList<DueTrack>> OfPeriodAsync(PlanPeriod period, Look look, Reckoning reckoning, CancellationToken cancellationToken)
    {
        var rounds = await query.OpenRoundsAsync(period.Id, cancellationToken);
        var firstRound = new OpenRound { Round = 0, DueOn = period.DueOn, DueAt = period.DueAt };
        return
        [
            .. rounds.SelectMany(round => reckoning.OfRound(period, round, () => ToUnits(period, round, look))),
            .. reckoning.OfRound(period, firstRound, () => ToRole(period, firstRound, PersonRole.Coordinator, ReminderKind.CoordinatorDigest, look)
                .Concat(ToRole(period, firstRound, PersonRole.Leader, ReminderKind.LeaderDigest, look))),
        ];
    }

    /// <summary>The rungs of the ladder, to whomever they reach.</summary>
    private IEnumerable<DueTrack> ToUnits(PlanPeriod period, OpenRound round, Look look)
    {
        var passed = look.Passed(period, round).Where(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation).ToList();
        var toContacts = passed.Where(step => step.Reaches.HasFlag(StepAudience.Contacts)).ToList();
        if (toContacts is [.., var asked])
            yield return ToUnit(UnitAudience.Contact, toContacts, asked);
        if (passed is not [.., var latest])
            yield break;
        // The others were never owed the steps before it.
        if (OthersOf(latest) is { } others)
            yield return ToUnit(others, [latest], latest);
        foreach (var (audience, role) in new[] { (StepAudience.Coordinators, PersonRole.Coordinator), (StepAudience.Leaders, PersonRole.Leader) })
        {
            if (latest.Reaches.HasFlag(audience))
                yield return new(period, round, [latest], look, (page, token) => query.RoleWithoutAsync(period, role, round.Round, latest.Kind, DueTrack.KeyOf(latest, round), page, token));
        }

        DueTrack ToUnit(UnitAudience audience, IReadOnlyList<ReminderStep> steps, ReminderStep step) =>
            new(period, round, steps, look, (page, token) => query.UnitPeopleWithoutAsync(period, round, audience, DueTrack.KeyOf(step, round), look.Today, page, token));
    }

    private static UnitAudience? OthersOf(ReminderStep step) => (step.Reaches.HasFlag(StepAudience.Backups), step.Reaches.HasFlag(StepAudience.UnitLeaders)) switch
    {
        (true, true) => UnitAudience.Others,
        (true, false) => UnitAudience.Backups,
        (false, true) => UnitAudience.Leaders,
        _ => null,
    };

    private IEnumerable<DueTrack> ToRole(PlanPeriod period, OpenRound round, PersonRole role, ReminderKind kind, Look look)
    {
        var passed = look.Passed(period, round).Where(step => step.Kind == kind).ToList();
        if (passed is [.., var latest])
            yield return new(period, round, passed, look, (page, token) => query.RoleWithoutAsync(period, role, round.Round, kind, latest.Key, page, token));
    }
}
