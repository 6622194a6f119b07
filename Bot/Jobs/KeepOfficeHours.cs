using Microsoft.Extensions.Options;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Keeps the scheduler's calendar like the holiday lists, the plans' zones and the working hours of the settings.</summary>
/// <remarks>Where the plans' clock is not real time (the demo), Quartz must not judge hours by its own: the calendar then lets everything through.</remarks>
public sealed class KeepOfficeHours(
    [FromKeyedServices(JobGroups.Scheduler)] ISchedulerFactory schedulers, IPlanRepository plans, CurrentCalendar currentCalendar, IOptions<ReminderOptions> options,
    TimeProvider clock, [FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>Safe to run twice, late or on several nodes: the same calendar is stored again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var wanted = ReferenceEquals(clock, wall) ? await NowAsync(cancellationToken) : OfficeHoursCalendar.Always;
        if (await scheduler.GetCalendar(OfficeHoursCalendar.Name, cancellationToken) is not OfficeHoursCalendar stored || !stored.IsSameAs(wanted))
            await scheduler.AddCalendar(OfficeHoursCalendar.Name, wanted, AddCalendarOptions.ReplacingAndUpdatingTriggers, cancellationToken);
    }

    private async Task<OfficeHoursCalendar> NowAsync(CancellationToken cancellationToken) => OfficeHoursCalendar.Of(
        (await plans.AllAsync(cancellationToken)).Select(plan => plan.TimeZone), options.Value.WorkingHoursFrom, options.Value.WorkingHoursUntil,
        await currentCalendar.ReadAsync(cancellationToken), ContactDay.Of(clock.GetUtcNow()));
}
