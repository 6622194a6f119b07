using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What is wrong with a ladder.</summary>
public enum LadderFault
{
    /// <summary>No step that asks the contacts in every period: the collection would never begin.</summary>
    NobodyAsked = 1,

    OutsideHours = 2,

    /// <summary>Another step has the same moment.</summary>
    SameMoment = 3,

    /// <summary>It would fall before the period begins.</summary>
    BeforePeriod = 4,

    /// <summary>By then the next period is collected, and nothing is sent for this one any more.</summary>
    AfterNextCollection = 5,

    /// <summary>Farther off than sixty working days.</summary>
    TooFar = 6,

    /// <summary>An escalation before the due day is over: nobody is late yet.</summary>
    EscalatesTooEarly = 7,

    /// <summary>A step that is repeated cannot be moved to another day.</summary>
    Repeats = 8,
}

/// <param name="Key">Of the step that breaks the rule; null where it is the whole ladder.</param>
/// <param name="Other">The step that it clashes with.</param>
/// <param name="Period">In which period it shows; null where it does in all.</param>
/// <param name="Day">The day on which it would fall there.</param>
public sealed record LadderProblem(LadderFault Fault, string? Key = null, string? Other = null, ReportingPeriod? Period = null, DateOnly? Day = null);

/// <summary>What a ladder must keep to. Pure.</summary>
public static class LadderRules
{
    /// <summary>Periods looked at for what only the dates can tell.</summary>
    private const int MostPeriods = 4;

    /// <summary>Working days on either side of its anchor.</summary>
    private const int Farthest = 60;

    /// <summary>Pairs of rungs to the units, by their places in the list, of which the later one does not come later.</summary>
    public static IEnumerable<(int Earlier, int Later)> OutOfOrder(IReadOnlyList<ReminderStepOptions> steps)
    {
        for (var later = 1; later < steps.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (steps[earlier].Key != steps[later].Key && AreComparable(steps[earlier], steps[later]) && MomentOf(steps[later]).CompareTo(MomentOf(steps[earlier])) <= 0)
                    yield return (earlier, later);
            }
        }
    }

    /// <summary>The same steps in the order of time: after the period's end first what is counted from it, then what is counted from the due day, digests last.</summary>
    public static IReadOnlyList<ReminderStepOptions> InOrder(IEnumerable<ReminderStepOptions> steps) =>
        [.. steps.OrderBy(step => step.IsDigest).ThenBy(step => step.Anchor).ThenBy(step => step.IsDigest ? (0, default) : MomentOf(step)).ThenBy(step => step.When)];

    /// <summary>What is wrong with one step that was added or moved, or with the ladder that is left.</summary>
    /// <param name="changed">Key of the step; null when one was taken out.</param>
    /// <param name="now">Periods that are over by then are of no interest.</param>
    public static LadderProblem? Find(ReminderOptions ladder, string? changed, Plan plan, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (!ladder.Steps.Any(step => step.BeginsCollection))
            return new(LadderFault.NobodyAsked);
        if (changed is null || ladder.Steps.FirstOrDefault(step => step.Key == changed) is not { } step)
            return null;
        if (step.Time < ladder.WorkingHoursFrom || step.Time >= ladder.WorkingHoursUntil)
            return new(LadderFault.OutsideHours, changed);
        if (Math.Abs(step.WorkingDays) > Farthest || step.Until > Farthest)
            return new(LadderFault.TooFar, changed);
        if (step.Kind == ReminderKind.Escalation && (step.Anchor != StepAnchor.Due || step.WorkingDays < 1))
            return new(LadderFault.EscalatesTooEarly, changed);
        if (ladder.Steps.FirstOrDefault(other => other.Key != changed && AreComparable(other, step) && MomentOf(other) == MomentOf(step)) is { } same)
            return new(LadderFault.SameMoment, changed, same.Key);
        return InPeriods(ladder, step, plan, calendar, now);
    }

    private static LadderProblem? InPeriods(ReminderOptions ladder, ReminderStepOptions step, Plan plan, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        var schedule = new PlanSchedule(plan, calendar, ladder);
        var rungs = new ReminderLadder(ladder, calendar, CivilTime.Of(plan.TimeZone));
        foreach (var period in Coming(schedule, plan, now))
        {
            var due = schedule.DatesOf(period)!.Due.Day;
            foreach (var (planned, at) in rungs.MomentsOf(step, period, due))
            {
                if (planned < period.FirstDay)
                    return new(LadderFault.BeforePeriod, step.Key, null, period, planned);
                if (at >= schedule.NextCollectionFrom(period))
                    return new(LadderFault.AfterNextCollection, step.Key, null, period, planned);
            }
        }
        return null;
    }

    /// <summary>The next few periods whose due day is still to come.</summary>
    private static IEnumerable<ReportingPeriod> Coming(PlanSchedule schedule, Plan plan, DateTimeOffset now)
    {
        var first = plan.Reporting.FirstPeriod;
        ReportingPeriod? next = schedule.DatesOf(first) is null ? schedule.NextOwed(first) : first;
        for (var found = 0; next is { } period && found < MostPeriods; next = schedule.NextOwed(period))
        {
            if (schedule.DatesOf(period)!.LateFrom <= now)
                continue;
            found++;
            yield return period;
        }
    }

    /// <summary>Rungs to the units that are counted from the same day and can both be there in one period.</summary>
    private static bool AreComparable(ReminderStepOptions one, ReminderStepOptions other) =>
        !one.IsDigest && !other.IsDigest && one.Anchor == other.Anchor && (one.When == other.When || one.When == StepCondition.Always || other.When == StepCondition.Always);

    private static (int WorkingDays, TimeOnly Time) MomentOf(ReminderStepOptions step) => (step.WorkingDays, step.Time);
}
