using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Which reminders a period brings, and when. Every step falls on a working day; the options keep its time within working hours.</summary>
public sealed class ReminderLadder(ReminderOptions options, WorkingDayCalendar calendar, CivilTime civilTime)
{
    /// <summary>All steps for what is due on <paramref name="dueOn"/>: the period's own due day, or one that an extension or a return has set.</summary>
    /// <param name="nextCollectionFrom">When the next period's collection begins: from then on nothing is sent for this one. Null when none follows.</param>
    /// <returns>Rising; digests stand beside the contacts' steps, they have another audience.</returns>
    public IReadOnlyList<ReminderStep> Steps(ReportingPeriod period, DateOnly dueOn, DateTimeOffset? nextCollectionFrom) =>
        Rungs(period, dueOn)
            .GroupBy(rung => (rung.At, rung.Audience))
            .Select(Merge)
            .Where(step => !(step.At >= nextCollectionFrom))
            .OrderBy(step => step.At).ThenBy(step => step.Kind)
            .ToList();

    /// <summary>When the period's collection begins: with the first step to its contacts.</summary>
    public DateTimeOffset CollectionFrom(ReportingPeriod period, DateOnly dueOn)
    {
        // Where the ladder was changed after all of them had passed, they began it all the same.
        var rungs = Rungs(period, dueOn).ToList() is { } inForce && inForce.Exists(BeginsCollection) ? inForce : [.. AllRungs(period, dueOn)];
        return rungs.Where(BeginsCollection).Min(rung => rung.At);
    }

    /// <summary>The moments of one step in the period, also those from before it stood there.</summary>
    /// <returns>With the day it would fall on if the period had begun early enough.</returns>
    public IEnumerable<(DateOnly Planned, DateTimeOffset At)> MomentsOf(ReminderStepOptions step, ReportingPeriod period, DateOnly dueOn) =>
        AllRungs(period, dueOn).Where(rung => rung.Step.Key == step.Key).Select(rung => (rung.Planned, rung.At));

    private static bool BeginsCollection(Rung rung) => rung.Audience == ReminderKind.Step && rung.Step.Reaches.HasFlag(StepAudience.Contacts);

    /// <summary>What would have been before the step stood there is not made up for.</summary>
    private IEnumerable<Rung> Rungs(ReportingPeriod period, DateOnly dueOn) => AllRungs(period, dueOn).Where(rung => !(rung.At < rung.Step.Since));

    private IEnumerable<Rung> AllRungs(ReportingPeriod period, DateOnly dueOn)
    {
        var condition = dueOn > period.LastDay ? StepCondition.DueAfterPeriod : StepCondition.DueWithinPeriod;
        foreach (var (urgency, step) in options.Steps.Index().Where(step => step.Item.When == StepCondition.Always || step.Item.When == condition))
        {
            for (var workingDays = step.WorkingDays; workingDays <= (step.Until ?? step.WorkingDays); workingDays += step.Every)
            {
                var planned = DayOf(step.Anchor == StepAnchor.Due ? dueOn : period.LastDay, workingDays);
                var day = NotBefore(period.FirstDay, planned);
                yield return new(step, KeyOf(step, workingDays, day), planned, day, civilTime.At(day, step.Time), urgency, workingDays);
            }
        }
    }

    // A day off has no 0: what is due on a Sunday is reminded of on the last working day before it, and after it on the first one after.
    private DateOnly DayOf(DateOnly anchor, int workingDays) =>
        workingDays > 0 ? calendar.Plus(anchor, workingDays) : calendar.Plus(calendar.WorkingDaysBackFrom(anchor).First(), workingDays);

    // What is owed is written on the period's first day; a weekly period that is due on Tuesday cannot remind anyone the week before.
    private DateOnly NotBefore(DateOnly firstDay, DateOnly day) => day >= firstDay ? day : calendar.WorkingDaysFrom(firstDay).First();

    private static string KeyOf(ReminderStepOptions step, int workingDays, DateOnly day) => step switch
    {
        { IsDigest: true } => string.Create(CultureInfo.InvariantCulture, $"{step.Key}:{day:yyyy-MM-dd}"),
        { Until: not null } => string.Create(CultureInfo.InvariantCulture, $"{step.Key}{workingDays:+0;-0;+0}"),
        _ => step.Key,
    };

    private static ReminderStep Merge(IEnumerable<Rung> sameMoment)
    {
        var rungs = sameMoment.OrderByDescending(rung => rung.Kind == ReminderKind.Escalation)
            .ThenByDescending(rung => rung.Urgency).ThenByDescending(rung => rung.WorkingDays).ToList();
        var sent = rungs[0];
        return new(sent.Key, sent.Kind, sent.Day, sent.Step.Time, sent.At, rungs.Skip(1).Select(rung => rung.Key).Where(key => key != sent.Key).Reverse().ToList())
        {
            Reaches = rungs.Aggregate(StepAudience.None, (all, rung) => all | rung.Step.Reaches),
        };
    }

    private sealed record Rung(ReminderStepOptions Step, string Key, DateOnly Planned, DateOnly Day, DateTimeOffset At, int Urgency, int WorkingDays)
    {
        public ReminderKind Kind => Step.Kind;

        /// <summary>An escalation reaches the contacts too, so it takes the place of their step.</summary>
        public ReminderKind Audience => Kind == ReminderKind.Escalation ? ReminderKind.Step : Kind;
    }
}
