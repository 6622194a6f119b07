using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases.Doctor;

/// <summary>Whether there is something to report, somebody to run it, a calendar to go by and a way to everybody.</summary>
public sealed class LedgerCheckup(
    IDatabaseCheckup database, IPlanRepository plans, IPeriodRepository periods, IPersonRepository people, CurrentCalendar currentCalendar, ReachQuery reach,
    ChannelsInUse channels, PlanLadders planLadders, TimeProvider clock) : ICheckup
{
    public string Name => "plans";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!await database.CanBeReadAsync(cancellationToken))
            return [new("plans", FindingState.Off, "not-looked-at")];
        var all = await plans.AllAsync(cancellationToken);
        List<Finding> findings =
        [
            all.Count == 0 ? new("plans", FindingState.Warning, "no-plan") : new("plans", FindingState.Ok, "plans", Figure(all.Count)),
            await CoordinatorsAsync(cancellationToken),
            await CalendarAsync(all, cancellationToken),
        ];
        foreach (var plan in all)
            findings.Add(await ReachAsync(plan, cancellationToken));
        return findings;
    }

    private async Task<Finding> CoordinatorsAsync(CancellationToken cancellationToken)
    {
        var count = (await people.InRoleAsync(PersonRole.Coordinator, cancellationToken)).Count;
        return count == 0 ? new("coordinators", FindingState.Warning, "no-coordinator") : new("coordinators", FindingState.Ok, "coordinators", Figure(count));
    }

    /// <summary>The years that today, the open periods and the next one rest on.</summary>
    private async Task<Finding> CalendarAsync(IReadOnlyList<Plan> all, CancellationToken cancellationToken)
    {
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        var now = clock.GetUtcNow();
        var days = new List<DateOnly> { CivilTime.Of(Plan.DefaultTimeZone).DayOf(now) };
        foreach (var plan in all)
        {
            var schedule = new PlanSchedule(plan, calendar, ladders.Of(plan.Id));
            var known = await periods.OfPlanAsync(plan.Id, cancellationToken);
            days.AddRange(known.Where(period => period.ClosedAt is null).Select(period => period.DueOn));
            var next = known.Count > 0 ? schedule.NextOwed(known.Max(period => period.Period)) : plan.Reporting.FirstPeriod;
            if (next is { } following && schedule.DatesOf(following) is { } dates)
                days.Add(dates.Due.Day);
        }
        var missing = days.Select(calendar.FirstMissingYear).OfType<int>().Distinct().Order().Select(Figure).ToList();
        var needed = days.Select(day => day.Year).Distinct().Order().Select(Figure);
        return missing.Count == 0
            ? new("calendar", FindingState.Ok, "calendar", string.Join(", ", needed))
            : new("calendar", FindingState.Warning, "year-missing", string.Join(", ", missing), missing[0]);
    }

    private async Task<Finding> ReachAsync(Plan plan, CancellationToken cancellationToken)
    {
        var today = CivilTime.Of(plan.TimeZone).DayOf(clock.GetUtcNow());
        var rows = await reach.RunAsync(plan.Id, channels.Names, today, cancellationToken);
        if (rows.Count == 0)
            return new("reach", FindingState.Ok, "all-reached", plan.Title);
        return new(
            "reach", FindingState.Warning, "out-of-reach", plan.Title,
            Figure(rows.Count(row => row.PersonName is null)),
            Figure(rows.Count(row => row is { PersonName: not null, HasIdentity: false })),
            Figure(rows.Count(row => row is { PersonName: not null, HasIdentity: true, Failure: not null })),
            Figure(rows.Count(row => row is { PersonName: not null, HasIdentity: true, Failure: null })));
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the checkup of the database knows for those that read it.</summary>
public interface IDatabaseCheckup
{
    /// <summary>It is there, and its schema is this program's.</summary>
    Task<bool> CanBeReadAsync(CancellationToken cancellationToken);
}

/// <summary>Channels that the settings turn on, by the ids of their activities; known without making them.</summary>
public sealed record ChannelsInUse(IReadOnlyList<string> Names);
