using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

public enum LadderEditKind
{
    Add = 1,
    Move = 2,
    Delete = 3,

    /// <summary>Back to the ladder of the settings.</summary>
    Restore = 4,

    /// <summary>Whether escalations wait for a coordinator's word.</summary>
    ConfirmEscalation = 5,
}

/// <summary>One change of a plan's ladder.</summary>
/// <param name="Step">The step that is added, or the moved one as it is to be; null for the other kinds.</param>
/// <param name="Key">Of the step that is taken out.</param>
/// <param name="IsConfirmed">For <see cref="LadderEditKind.ConfirmEscalation"/>.</param>
public sealed record LadderEdit(LadderEditKind Kind, ReminderStepOptions? Step = null, string? Key = null, bool? IsConfirmed = null);

/// <param name="Problem">Why it cannot be so; null when it can.</param>
/// <param name="IsSame">Nothing would change.</param>
public sealed record LadderPreview(ReminderOptions Before, ReminderOptions After, LadderProblem? Problem, bool IsSame);

/// <param name="Before">What the plan had; null where it had no ladder of its own.</param>
/// <param name="Recalled">Messages that waited for a step which is no more.</param>
public sealed record LadderChanged(PlanLadder? Before, DateTimeOffset At, int Recalled);

/// <summary>加一个节点、改到、删掉、恢复默认: a coordinator changes the ladder of a plan. What has been sent stays sent, what was never owed is not made up for, and what waits of a step that is no more is recalled.</summary>
public sealed class ChangeLadder(
    IDatabase database, IPersonRepository people, IPlanRepository plans, IPeriodRepository periods, LadderRepository repository, PlanLadders ladders, IReminderQuery query,
    IReminderRepository outbox, RecomputeDueDates recompute, IAuditRepository audit, CurrentCalendar currentCalendar, TimeProvider clock)
{
    public async Task<LadderPreview> PreviewAsync(Plan plan, LadderEdit edit, CancellationToken cancellationToken)
    {
        var before = await ladders.OfAsync(plan.Id, cancellationToken);
        var after = Apply(before, edit, clock.GetUtcNow());
        var problem = edit is { Kind: LadderEditKind.Move, Step: { Until: not null } moved } && before.StepOf(moved.Key)?.WorkingDays != moved.WorkingDays
            ? new LadderProblem(LadderFault.Repeats, moved.Key)
            : LadderRules.Find(after, edit.Step?.Key, plan, await currentCalendar.ReadAsync(cancellationToken), clock.GetUtcNow());
        return new(before, after, problem, IsSame(before, after));
    }

    /// <returns>Null when nothing was changed: not a coordinator, no such plan, or the ladder cannot be so.</returns>
    public Task<LadderChanged?> RunAsync(Guid planId, LadderEdit edit, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync("ladder", token);
            if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan) || await plans.FindAsync(planId, token) is not { } plan
                || await PreviewAsync(plan, edit, token) is not { Problem: null, IsSame: false } preview)
                return null;
            var before = (await repository.AllAsync(token)).FirstOrDefault(own => own.PlanId == planId);
            var isDefault = edit.Kind == LadderEditKind.Restore;
            var isSteps = edit.Kind is not (LadderEditKind.ConfirmEscalation or LadderEditKind.Restore);
            var after = new PlanLadder
            {
                PlanId = planId, Steps = isSteps ? PlanLadders.Write(preview.After.Steps) : isDefault ? null : before?.Steps,
                ConfirmsEscalation = edit.Kind == LadderEditKind.ConfirmEscalation ? edit.IsConfirmed : isDefault ? null : before?.ConfirmsEscalation, ChangedBy = personId, ChangedAt = clock.GetUtcNow(),
            };
            return new LadderChanged(before, after.ChangedAt, await SaveAsync(plan, preview.Before, after, "change-ladder", channel, token));
        },
        cancellationToken);

    /// <summary>Puts back what was there before a change.</summary>
    /// <returns>False when the ladder was changed since, or the person may not.</returns>
    public Task<bool> UndoAsync(Guid planId, DateTimeOffset changedAt, PlanLadder? before, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync("ladder", token);
            if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan) || await plans.FindAsync(planId, token) is not { } plan
                || (await repository.AllAsync(token)).FirstOrDefault(own => own.PlanId == planId) is not { } now || now.ChangedAt != changedAt)
                return false;
            var restored = new PlanLadder { PlanId = planId, Steps = before?.Steps, ConfirmsEscalation = before?.ConfirmsEscalation, ChangedBy = personId, ChangedAt = clock.GetUtcNow() };
            await SaveAsync(plan, ladders.Read(now), restored, "undo-change-ladder", channel, token);
            return true;
        },
        cancellationToken);

    /// <returns>Messages that were recalled with their step.</returns>
    private async Task<int> SaveAsync(Plan plan, ReminderOptions before, PlanLadder row, string action, string channel, CancellationToken cancellationToken)
    {
        var after = ladders.Read(row);
        await repository.SaveAsync(row, cancellationToken);
        var recalled = 0;
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        var look = new Look(new PlanSchedule(plan, calendar, before), PlanHours.Of(plan, calendar, before).Hours, calendar, row.ChangedAt);
        foreach (var period in (await periods.OfPlanAsync(plan.Id, cancellationToken)).Where(period => period.ClosedAt is null))
        {
            foreach (var round in await query.OpenRoundsAsync(period.Id, cancellationToken))
            {
                foreach (var step in look.LadderOf(period, round))
                {
                    var key = StepKeys.Of(step.Key, round.Round, round.DueOn);
                    if (after.StepOf(step.Key) is null)
                        recalled += (await outbox.RecallStepAsync(plan.Id, period.Period, key, ReminderOutcome.Undone, cancellationToken)).Recalled;
                    // What waited for a word that nobody will be asked for any more is not suddenly sent, days late.
                    else if (step.Kind == ReminderKind.Escalation && step.At <= row.ChangedAt && before.ConfirmsEscalation && !after.ConfirmsEscalation)
                        await LeaveOutAsync(row, period, key, cancellationToken);
                }
            }
        }
        await recompute.RunAsync(cancellationToken);
        await audit.AddAsync(
            new()
            {
                Id = Guid.CreateVersion7(row.ChangedAt), At = row.ChangedAt, PersonId = row.ChangedBy, Channel = channel, Action = action, Subject = "plan", SubjectId = plan.Id,
                Before = Told(before), After = Told(after),
            },
            cancellationToken);
        return recalled;
    }

    private async Task LeaveOutAsync(PlanLadder row, PlanPeriod period, string key, CancellationToken cancellationToken)
    {
        if ((await repository.OrdersOfAsync(row.PlanId, cancellationToken)).Any(order => order is { Kind: StepOrderKind.Escalate, EndedAt: null } && order.Period == period.Period && order.Step == key))
            return;
        await repository.OrderAsync(
            new() { Id = Guid.CreateVersion7(row.ChangedAt), PlanId = row.PlanId, Period = period.Period, Step = key, Kind = StepOrderKind.LeaveOut, OrderedBy = row.ChangedBy, OrderedAt = row.ChangedAt },
            cancellationToken);
    }

    private static string Told(ReminderOptions ladder) => System.Text.Json.JsonSerializer.Serialize(new { steps = ladder.Steps.Count, confirmsEscalation = ladder.ConfirmsEscalation, keys = ladder.Steps.Select(step => step.Key) });

    private ReminderOptions Apply(ReminderOptions before, LadderEdit edit, DateTimeOffset now) => edit switch
    {
        { Kind: LadderEditKind.Add, Step: { } step } => before with { Steps = LadderRules.InOrder([.. before.Steps.Where(other => other.Key != step.Key), step with { Since = now }]) },
        { Kind: LadderEditKind.Move, Step: { } step } => before with { Steps = LadderRules.InOrder(before.Steps.Select(other => other.Key == step.Key ? HasMoved(other, step) ? step with { Since = now } : step : other)) },
        { Kind: LadderEditKind.Delete } => before with { Steps = [.. before.Steps.Where(step => step.Key != edit.Key)] },
        { Kind: LadderEditKind.Restore } => ladders.Defaults,
        { Kind: LadderEditKind.ConfirmEscalation, IsConfirmed: { } isConfirmed } => before with { ConfirmsEscalation = isConfirmed },
        _ => before,
    };

    private static bool HasMoved(ReminderStepOptions one, ReminderStepOptions other) => (one.Anchor, one.WorkingDays, one.Time) != (other.Anchor, other.WorkingDays, other.Time);

    private static bool IsSame(ReminderOptions before, ReminderOptions after) => before.ConfirmsEscalation == after.ConfirmsEscalation && before.Steps.SequenceEqual(after.Steps);
}
