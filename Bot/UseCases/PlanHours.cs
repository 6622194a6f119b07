using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Working hours of a plan's people, by the calendar as it stands.</summary>
public sealed class PlanHours(CurrentCalendar currentCalendar, IOptions<ReminderOptions> options)
{
    public async Task<(WorkingHours Hours, CivilTime CivilTime)> OfAsync(Plan plan, CancellationToken cancellationToken) =>
        Of(plan, await currentCalendar.ReadAsync(cancellationToken), options.Value);

    internal static (WorkingHours Hours, CivilTime CivilTime) Of(Plan plan, WorkingDayCalendar calendar, ReminderOptions options)
    {
        var civilTime = CivilTime.Of(plan.TimeZone);
        return (new(calendar, civilTime, options.WorkingHoursFrom, options.WorkingHoursUntil), civilTime);
    }
}
