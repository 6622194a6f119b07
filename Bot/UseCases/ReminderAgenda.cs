using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>The moments at which something happens by itself.</summary>
public sealed class ReminderAgenda(
    IPlanRepository plans, IPeriodRepository periods, IReminderQuery query, IReminderRepository outbox, CurrentCalendar currentCalendar, PlanLadders planLadders)
{
    /// <summary>The next reminder step after <paramref name="now"/>, whether or not anything will still be open then.</summary>
    /// <returns>Null when no plan has one any more.</returns>
    public async Task<DateTimeOffset?> NextStepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (next, reckoning) = (new List<DateTimeOffset>(), new Reckoning());
        await foreach (var (plan, look, all) in PlansAsync(now, reckoning, cancellationToken))
        {
            next.AddRange(await StepsAsync(look, all, reckoning, cancellationToken));
            // Where nothing is open yet, the collection of the period to come begins with a step.
            if (reckoning.OfPlan(plan, () => FollowingDates(plan, look, all))?.CollectionFrom is { } begins && begins > now)
                next.Add(begins);
        }
        return Earliest(next);
    }

    /// <summary>The next moment after <paramref name="now"/> at which there is something to do: a step, a period's first day, a message that waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (next, reckoning) = (new List<DateTimeOffset>(), new Reckoning());
        await foreach (var (plan, look, all) in PlansAsync(now, reckoning, cancellationToken))
        {
            next.AddRange(await StepsAsync(look, all, reckoning, cancellationToken));
            var civilTime = look.Schedule.CivilTime;
            next.Add(civilTime.StartOf(ReportingPeriod.Containing(civilTime.DayOf(now), plan.Reporting.Frequency).Next().FirstDay));
        }
        if (await outbox.NextDueAsync(cancellationToken) is { } waiting && waiting > now)
            next.Add(waiting);
        return Earliest(next);
    }

    private async IAsyncEnumerable<(Plan Plan, Look Look, IReadOnlyList<PlanPeriod> Periods)> PlansAsync(
        DateTimeOffset now, Reckoning reckoning, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            if (reckoning.Look(plan, ladders, calendar, now) is { } look)
                yield return (plan, look, await periods.OfPlanAsync(plan.Id, cancellationToken));
        }
    }

    /// <summary>Steps to come of the plan's open periods, in every round that has something open.</summary>
    private async Task<IReadOnlyList<DateTimeOffset>> StepsAsync(Look look, IReadOnlyList<PlanPeriod> all, Reckoning reckoning, CancellationToken cancellationToken)
    {
        var steps = new List<DateTimeOffset>();
        foreach (var period in all.Where(period => period.ClosedAt is null))
        {
            var rounds = (await query.OpenRoundsAsync(period.Id, cancellationToken)).Where(round => round.Round > 0)
                .Prepend(new OpenRound { Round = 0, DueOn = period.DueOn, DueAt = period.DueAt });
            steps.AddRange(rounds.SelectMany(round => reckoning.OfRound(period, round, () => look.StepsOf(period, round))).Select(step => step.At).Where(at => at > look.Now));
        }
        return steps;
    }

    private static PeriodDates? FollowingDates(Plan plan, Look look, IReadOnlyList<PlanPeriod> all) =>
        (all.Count == 0 ? plan.Reporting.FirstPeriod : look.Schedule.NextOwed(all[^1].Period)) is { } following ? look.Schedule.DatesOf(following) : null;

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset> instants) => instants.Select(instant => (DateTimeOffset?)instant).Min();
}
