using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>When the periods of a plan open and close.</summary>
public sealed class PeriodLifetime(Plan plan, WorkingDayCalendar calendar, ReminderOptions options)
{
    private readonly PlanSchedule schedule = new(plan, calendar, options);

    // The plan's last period closes when the one after it would begin to be collected.
    private readonly PlanSchedule endless = new(plan with { Reporting = plan.Reporting with { LastPeriod = null } }, calendar, options);

    /// <summary>The instant at which the next period's collection begins; the end of time where none can follow.</summary>
    public DateTimeOffset ClosesAt(ReportingPeriod period) => endless.NextCollectionFrom(period) ?? DateTimeOffset.MaxValue;

    /// <summary>Periods that have begun and are not open yet, in time.</summary>
    /// <param name="lastKnown">The newest period that was ever opened. Null for a plan just imported: what closed before it came was never asked for here.</param>
    public IEnumerable<ReportingPeriod> ToOpen(ReportingPeriod? lastKnown, DateTimeOffset now)
    {
        var today = schedule.CivilTime.DayOf(now);
        var first = lastKnown is { } known ? schedule.NextOwed(known) : FirstOwed();
        for (var period = first; period is { } begun && begun.FirstDay <= today; period = schedule.NextOwed(begun))
        {
            if (lastKnown is not null || ClosesAt(begun) > now)
                yield return begun;
        }
    }

    /// <summary>The ledger's row of a period that is owed.</summary>
    public PlanPeriod Row(ReportingPeriod period, DateTimeOffset openedAt)
    {
        var dates = schedule.DatesOf(period) ?? throw new ArgumentOutOfRangeException(nameof(period), period, "Nothing is owed for it.");
        return new PlanPeriod
        {
            Id = Guid.CreateVersion7(openedAt), PlanId = plan.Id, Period = period, DueOn = dates.Due.Day, DueAt = dates.LateFrom,
            IsProvisional = dates.Due.IsProvisional, CollectionFrom = dates.CollectionFrom, OpenedAt = openedAt,
        };
    }

    private ReportingPeriod? FirstOwed() =>
        schedule.DatesOf(plan.Reporting.FirstPeriod) is not null ? plan.Reporting.FirstPeriod : schedule.NextOwed(plan.Reporting.FirstPeriod);
}
