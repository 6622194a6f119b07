using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Row">Who, of which unit, and why they are out of reach.</param>
/// <param name="Open">Reports that the unit still has to send.</param>
/// <param name="Link">Personal, good once.</param>
public sealed record UnreachedContact(ReachRow Row, Plan Plan, PlanPeriod Period, int Open, string Link, DateTimeOffset ExpiresAt);

/// <summary>Personal links for everybody who still has to report and is out of reach, to be handed on from a list.</summary>
public sealed class InviteUnreached(
    IDatabase database, IPlanRepository plans, IPeriodRepository periods, OutOfReach outOfReach, LinksToPaste links, TimeProvider clock)
{
    /// <summary>Makes all links or, when something fails, none. Invitations made before stay good.</summary>
    /// <returns>Plan by plan in the notice's order, each person once; empty when everybody is within reach.</returns>
    public Task<IReadOnlyList<UnreachedContact>> RunAsync(string channel, CancellationToken cancellationToken) => database.InTransactionAsync<IReadOnlyList<UnreachedContact>>(
        async token =>
        {
            var now = clock.GetUtcNow();
            var found = new List<(ReachRow Row, Plan Plan, PlanPeriod Period, int Open)>();
            foreach (var plan in await plans.AllAsync(token))
            {
                if (PeriodInQuestion.Of(await periods.OfPlanAsync(plan.Id, token), now) is not { ClosedAt: null } period)
                    continue;
                foreach (var (row, open) in await outOfReach.OfPeriodAsync(plan, period, now, token))
                    found.Add((row, plan, period, open));
            }
            List<(ReachRow Row, Plan Plan, PlanPeriod Period, int Open)> people = [.. found.Where(one => one.Row.PersonId is not null).DistinctBy(one => one.Row.PersonId)];
            var byPerson = await links.MakeAsync([.. people.Select(one => one.Row.PersonId!.Value)], askedBy: null, channel, token);
            return [.. people.Select(one => new UnreachedContact(one.Row, one.Plan, one.Period, one.Open, byPerson[one.Row.PersonId!.Value], now + InvitePerson.Lifetime))];
        },
        cancellationToken);
}
