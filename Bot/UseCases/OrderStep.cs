using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>One step of one period, as the ladder has it and as it stands.</summary>
/// <param name="Key">Its name in the outbox.</param>
/// <param name="IsOver">A later step has come; nothing of it is sent any more.</param>
public sealed record PeriodStep(PlanPeriod Period, ReminderStep Step, string Key, StepState State, bool HasCome, bool IsOver);

/// <param name="Recalled">Messages that were taken back.</param>
/// <param name="Gone">Messages of the step that have left, or are leaving.</param>
public sealed record StepOrdered(PeriodStep Step, int Recalled, int Gone);

/// <summary>先压住、放行、撤回、现在就发: what a coordinator orders for single steps of the periods that are collected.</summary>
public sealed class OrderStep(
    IDatabase database, IPersonRepository people, IPlanRepository plans, IPeriodRepository periods, IReminderQuery query, LadderRepository repository, PlanLadders planLadders,
    IReminderRepository outbox, IReminderSignal signal, IAuditRepository audit, CurrentCalendar currentCalendar, TimeProvider clock)
{
    /// <summary>The rungs of the plan's open periods, in the order of time; those of later rounds only where something is open in them.</summary>
    public async Task<IReadOnlyList<PeriodStep>> StepsAsync(Plan plan, CancellationToken cancellationToken)
    {
        var (ladders, now) = (await planLadders.ReadAsync(cancellationToken), clock.GetUtcNow());
        var look = Look.At(plan, ladders, await currentCalendar.ReadAsync(cancellationToken), now);
        var found = new List<PeriodStep>();
        foreach (var period in (await periods.OfPlanAsync(plan.Id, cancellationToken)).Where(period => period.ClosedAt is null))
        {
            var rounds = (await query.OpenRoundsAsync(period.Id, cancellationToken)).Where(round => round.Round > 0).Prepend(new OpenRound { Round = 0, DueOn = period.DueOn, DueAt = period.DueAt });
            foreach (var round in rounds)
                found.AddRange(OfRound(look, period, round, now));
        }
        return [.. found.OrderBy(step => step.Step.At).ThenBy(step => step.Step.Kind)];
    }

    private static IEnumerable<PeriodStep> OfRound(Look look, PlanPeriod period, OpenRound round, DateTimeOffset now)
    {
        var rungs = look.LadderOf(period, round).Where(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation).ToList();
        foreach (var step in rungs)
        {
            var key = StepKeys.Of(step.Key, round.Round, round.DueOn);
            var isOver = rungs.Exists(later => later.At > step.At && later.At <= now && look.Orders.StateOf(period.Period, later, StepKeys.Of(later.Key, round.Round, round.DueOn)) is not (StepState.Held or StepState.AwaitsWord));
            yield return new(period, step, key, look.Orders.StateOf(period.Period, step, key), step.At <= now, isOver);
        }
    }

    /// <returns>Null when nothing was changed: not a coordinator, or the step no longer stands so that this could be ordered.</returns>
    public async Task<StepOrdered?> RunAsync(Guid planId, ReportingPeriod period, string key, StepCommand command, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var done = await database.InTransactionAsync(
            async token =>
            {
                await database.OneAtATimeAsync("ladder", token);
                if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan) || await plans.FindAsync(planId, token) is not { } plan
                    || (await StepsAsync(plan, token)).FirstOrDefault(step => step.Period.Period == period && step.Key == key) is not { } step || !CanBe(command, step))
                    return null;
                var (recalled, gone) = await ApplyAsync(plan, step, command, personId, token);
                await RecordAsync(plan, step, command, recalled, personId, channel, token);
                return new StepOrdered(step, recalled, gone);
            },
            cancellationToken);
        if (done is not null)
            await signal.SendSoonAsync(cancellationToken);
        return done;
    }

    /// <summary>Takes an order back: it is as if it had not been given. What was recalled stays so.</summary>
    public Task<bool> UndoAsync(Guid planId, ReportingPeriod period, string key, StepCommand command, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync("ladder", token);
            if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan) || await plans.FindAsync(planId, token) is not { } plan
                || (await StepsAsync(plan, token)).FirstOrDefault(step => step.Period.Period == period && step.Key == key) is not { } step)
                return false;
            var isUndone = command == StepCommand.Release
                ? !step.HasCome && await repository.OrderAsync(Order(plan.Id, step, StepOrderKind.Hold, personId), token)
                : !(command is StepCommand.SendNow or StepCommand.Escalate || (command is StepCommand.Recall && step.HasCome)) && await repository.EndAsync(planId, period, key, KindOf(command), clock.GetUtcNow(), token);
            if (isUndone)
                await RecordAsync(plan, step, command, 0, personId, channel, token, isUndone: true);
            return isUndone;
        },
        cancellationToken);

    /// <summary>Whether the order makes sense for the step as it stands.</summary>
    public static bool CanBe(StepCommand command, PeriodStep step) => command switch
    {
        StepCommand.Hold => step is { State: StepState.Planned, HasCome: false },
        StepCommand.Release => step.State == StepState.Held,
        StepCommand.Recall => step.State is StepState.Planned or StepState.Held or StepState.SentNow && !step.IsOver,
        StepCommand.SendNow => step is { State: StepState.Planned or StepState.Held, HasCome: false },
        StepCommand.Escalate or StepCommand.DoNotEscalate => step is { State: StepState.AwaitsWord, IsOver: false },
        _ => false,
    };

    private async Task<(int Recalled, int Gone)> ApplyAsync(Plan plan, PeriodStep step, StepCommand command, Guid personId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (command is StepCommand.Release or StepCommand.SendNow or StepCommand.Recall)
            await repository.EndAsync(plan.Id, step.Period.Period, step.Key, StepOrderKind.Hold, now, cancellationToken);
        // What was held until a later step came has nothing to say beside it.
        if (command == StepCommand.Release && !step.IsOver)
            return default;
        await repository.OrderAsync(Order(plan.Id, step, command == StepCommand.Release ? StepOrderKind.LeaveOut : KindOf(command), personId), cancellationToken);
        return command == StepCommand.Recall ? await outbox.RecallStepAsync(plan.Id, step.Period.Period, step.Key, ReminderOutcome.Undone, cancellationToken) : default;
    }

    private static StepOrderKind KindOf(StepCommand command) => command switch
    {
        StepCommand.Hold => StepOrderKind.Hold,
        StepCommand.SendNow => StepOrderKind.SendNow,
        StepCommand.Escalate => StepOrderKind.Escalate,
        _ => StepOrderKind.LeaveOut,
    };

    private StepOrder Order(Guid planId, PeriodStep step, StepOrderKind kind, Guid personId) =>
        new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), PlanId = planId, Period = step.Period.Period, Step = step.Key, Kind = kind, OrderedBy = personId, OrderedAt = clock.GetUtcNow() };

    private Task RecordAsync(Plan plan, PeriodStep step, StepCommand command, int recalled, Guid personId, string channel, CancellationToken cancellationToken, bool isUndone = false) => audit.AddAsync(
        new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), At = clock.GetUtcNow(), PersonId = personId, Channel = channel, Action = (isUndone ? "undo-" : "") + ActionOf(command), Subject = "plan", SubjectId = plan.Id,
            After = JsonSerializer.Serialize(new { period = step.Period.Period.ToString(), step = step.Key, recalled }),
        },
        cancellationToken);

    /// <summary>As the audit has it.</summary>
    public static string ActionOf(StepCommand command) => command switch
    {
        StepCommand.Hold => "hold-step",
        StepCommand.Release => "release-step",
        StepCommand.Recall => "recall-step",
        StepCommand.SendNow => "send-step-now",
        StepCommand.Escalate => "confirm-escalation",
        _ => "decline-escalation",
    };
}
