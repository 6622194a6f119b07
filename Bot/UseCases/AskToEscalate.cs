using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Where escalations wait for a coordinator's word: asks the coordinators when one has come, once.</summary>
public sealed class AskToEscalate(
    IDatabase database, IPlanRepository plans, IPeriodRepository periods, IReminderQuery query, LadderRepository repository, PlanLadders planLadders, WriteLetter letters, CurrentCalendar currentCalendar)
{
    /// <returns>Escalations that were asked about now.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        var (asked, reckoning) = (0, new Reckoning());
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            if (reckoning.Look(plan, ladders, calendar, now) is not { Orders.ConfirmsEscalation: true } look)
                continue;
            foreach (var period in QueueReminders.InCollection(await periods.OfPlanAsync(plan.Id, cancellationToken), now))
            {
                foreach (var round in await query.OpenRoundsAsync(period.Id, cancellationToken))
                    asked += await AskAsync(plan, period, round, look, reckoning, cancellationToken);
            }
        }
        return asked;
    }

    private async Task<int> AskAsync(Plan plan, PlanPeriod period, OpenRound round, Look look, Reckoning reckoning, CancellationToken cancellationToken)
    {
        // Only the latest rung counts: what a later one has overtaken would not be sent any more.
        if (reckoning.OfRound(period, round, () => look.LadderOf(period, round)).LastOrDefault(step => step.At <= look.Now && step.Kind is ReminderKind.Step or ReminderKind.Escalation) is not { Kind: ReminderKind.Escalation } latest)
            return 0;
        var key = StepKeys.Of(latest.Key, round.Round, round.DueOn);
        if (look.Orders.StateOf(period.Period, latest, key) != StepState.AwaitsWord || look.Orders.Has(period.Period, key, StepOrderKind.Asked))
            return 0;
        var units = (await query.OpenUnitsAsync(period.Id, look.Now, cancellationToken)).Where(unit => unit.Overdue > 0).Select(unit => unit.UnitName).ToList();
        if (units.Count == 0)
            return 0;
        return await database.InTransactionAsync(
            async token =>
            {
                var order = new StepOrder { Id = Guid.CreateVersion7(look.Now), PlanId = plan.Id, Period = period.Period, Step = key, Kind = StepOrderKind.Asked, OrderedAt = look.Now };
                if (!await repository.OrderAsync(order, token))
                    return 0; // another node did
                var body = new EscalationLetter(plan.Title, period.Period.ToString(), units, latest.Reaches);
                await letters.RunAsync(body, null, await letters.CoordinatorsAsync(token), plan.Id, period.Period, ReminderKind.Letter, token);
                return 1;
            },
            cancellationToken);
    }
}
