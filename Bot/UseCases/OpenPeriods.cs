using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.UseCases;

/// <summary>Opens every reporting period that has begun, freezes what is owed in it, and closes those that the next one has superseded.</summary>
/// <remarks>Safe to run twice, late or on two nodes: (plan, period) is unique.</remarks>
public sealed class OpenPeriods(
    IDatabase database, IPlanRepository plans, IPeriodRepository periods, IUnitRepository units, CurrentCalendar currentCalendar,
    PlanLadders planLadders, TellSystems systems, RowTroubles troubles)
{
    /// <returns>How many periods were opened.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        var (opened, reckoning) = (0, new Reckoning());
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            var known = await periods.OfPlanAsync(plan.Id, cancellationToken);
            if (reckoning.OfPlan(plan, () => Turn.Of(new PeriodLifetime(plan, calendar, ladders.Of(plan.Id)), known, now)) is not { } turn)
                continue;
            foreach (var (superseded, closesAt) in turn.Over)
                await CloseAsync(superseded, closesAt, cancellationToken);
            foreach (var row in turn.Begun)
                opened += await OpenAsync(plan, row, now, cancellationToken) ? 1 : 0;
        }
        troubles.Tell("open-periods", reckoning.Broken);
        return opened;
    }

    private Task<bool> OpenAsync(Plan plan, PlanPeriod row, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async token =>
            {
                if (!await periods.OpenAsync(row, await OwedAsync(plan, row, now, token), token))
                    return false;
                await systems.PeriodAsync(WebhookEvents.PeriodOpened, row, token);
                await systems.OverdueAtOnceAsync(row, null, token);
                return true;
            },
            cancellationToken);

    private Task CloseAsync(PlanPeriod period, DateTimeOffset closesAt, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await periods.CloseAsync(period.Id, closesAt, token))
                await systems.PeriodAsync(WebhookEvents.PeriodClosed, period, token);
        },
        cancellationToken);

    /// <summary>Writes what is owed in the plan's open periods where nothing is: its notice came without its tasks, which have been added since.</summary>
    public async Task FillAsync(Plan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var open in (await periods.OfPlanAsync(plan.Id, cancellationToken)).Where(period => period.ClosedAt is null))
        {
            if (await periods.FillAsync(open.Id, await OwedAsync(plan, open, now, cancellationToken), cancellationToken))
                await systems.OverdueAtOnceAsync(open, null, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Obligation>> OwedAsync(Plan plan, PlanPeriod row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A group (各区) has no contact of its own: its members owe once they are named as units.
        var single = (await units.OfPlanAsync(plan.Id, cancellationToken)).Where(unit => unit.Kind == UnitKind.Unit).Select(unit => unit.Id).ToHashSet();
        var assignments = await plans.AssignmentsAsync(plan.Id, cancellationToken);
        var led = assignments.Where(assignment => assignment.Role == AssignmentRole.Lead).Select(assignment => assignment.TaskId).ToHashSet();
        return
        [
            // Where only lead units report and a task names none, those responsible for it do: no task may go without a report.
            .. assignments
                .Where(assignment => single.Contains(assignment.UnitId)
                    && (!plan.Reporting.LeadOnly || assignment.Role == AssignmentRole.Lead || (assignment.Role == AssignmentRole.Responsible && !led.Contains(assignment.TaskId))))
                .Select(assignment => new Obligation
                {
                    Id = Guid.CreateVersion7(now), PeriodId = row.Id, AssignmentId = assignment.Id, TaskId = assignment.TaskId, UnitId = assignment.UnitId,
                    State = ObligationState.Pending, DueOn = row.DueOn, DueAt = row.DueAt, Round = 0, Version = 0,
                }),
        ];
    }

    /// <summary>What a plan's periods come to at an instant.</summary>
    /// <param name="Over">With the instant from which on they are.</param>
    private sealed record Turn(IReadOnlyList<(PlanPeriod Period, DateTimeOffset ClosesAt)> Over, IReadOnlyList<PlanPeriod> Begun)
    {
        public static Turn Of(PeriodLifetime lifetime, IReadOnlyList<PlanPeriod> known, DateTimeOffset now) => new(
            [.. known.Where(period => period.ClosedAt is null).Select(period => (period, lifetime.ClosesAt(period.Period))).Where(open => open.Item2 <= now)],
            [.. lifetime.ToOpen(known.Count > 0 ? known.Max(row => row.Period) : null, now).Select(period => lifetime.Row(period, now))]);
    }
}
