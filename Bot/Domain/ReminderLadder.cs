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
    public DateTimeOffset CollectionFrom(ReportingPeriod period, DateOnly dueOn) =>
        Rungs(period, dueOn).Where(rung => rung.Audience == ReminderKind.Step).Min(rung => rung.At);

    private IEnumerable<Rung> Rungs(ReportingPeriod period, DateOnly dueOn)
    {
        var condition = dueOn > period.LastDay ? StepCondition.DueAfterPeriod : StepCondition.DueWithinPeriod;
        foreach (var (urgency, step) in options.Steps.Index().Where(step => step.Item.When == StepCondition.Always || step.Item.When == condition))
        {
            for (var workingDays = step.WorkingDays; workingDays <= (step.Until ?? step.WorkingDays); workingDays += step.Every)
            {
                var day = NotBefore(period.FirstDay, DayOf(step.Anchor == StepAnchor.Due ? dueOn : period.LastDay, workingDays));
                yield return new(KeyOf(step, workingDays, day), step.Kind, day, step.Time, civilTime.At(day, step.Time), urgency, workingDays);
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
        return new(sent.Key, sent.Kind, sent.Day, sent.Time, sent.At, rungs.Skip(1).Select(rung => rung.Key).Where(key => key != sent.Key).Reverse().ToList());
    }

    private sealed record Rung(string Key, ReminderKind Kind, DateOnly Day, TimeOnly Time, DateTimeOffset At, int Urgency, int WorkingDays)
    {
        /// <summary>An escalation reaches the contacts too, so it takes the place of their step.</summary>
        public ReminderKind Audience => Kind == ReminderKind.Escalation ? ReminderKind.Step : Kind;
    }
}
