using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.UseCases;

/// <param name="ObligationIds">Of one unit and period.</param>
/// <param name="DueOn">For an extension or a return: the new due day.</param>
public sealed record Ruling(RulingKind Kind, IReadOnlyList<Guid> ObligationIds, DateOnly? DueOn, string? Reason)
{
    /// <summary>How the only report stood when whoever decides looked at it: where it has changed since, nothing is done. Null to decide about it as it stands.</summary>
    public ReportStamp? Seen { get; init; }
}

/// <summary>What changes with every change of a report that is owed.</summary>
public readonly record struct ReportStamp(ObligationState State, int Version, int Round)
{
    public static ReportStamp Of(Obligation obligation) => new(obligation.State, obligation.Version, obligation.Round);

    /// <summary>E.g. <c>4.1.0</c>, as a form carries it.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)State}.{Version}.{Round}");

    /// <returns>Null when it is none.</returns>
    public static ReportStamp? Parse(string? text) =>
        text?.Split('.') is [var state, var version, var round] && int.TryParse(state, out var number) && int.TryParse(version, out var versions) && int.TryParse(round, out var rounds)
            ? new((ObligationState)number, versions, rounds) : null;
}

/// <summary>What a ruling would do, or has done: to each obligation a change, or the reason why it cannot be.</summary>
public sealed record RulingPreview(IReadOnlyList<RuledTask> Ruled, IReadOnlyList<(LedgerRow Row, StateRefusal Reason)> Refused);

public sealed record RuledTask(LedgerRow Row, Obligation Before, Obligation After);

/// <summary>What was done, as undoing it needs it.</summary>
/// <param name="LetterId">Null when the unit has nobody to be told.</param>
public sealed record RulingDone(RulingKind Kind, IReadOnlyList<ObligationChange> Changes, Guid? LetterId);

public sealed record ObligationChange(Obligation Before, Obligation After);

/// <summary>退回、通过、延期、免报、审签: decides about reports, keeps who decided and why, and tells the unit. All tasks of a ruling change, or none.</summary>
public sealed class RuleOnReports(
    IDatabase database, IPersonRepository people, IPlanRepository plans, IPeriodRepository periods, IObligationRepository obligations, ILedgerQuery ledger,
    IAuditRepository audit, IReminderRepository outbox, WriteLetter letters, IReminderSignal signal, CurrentCalendar currentCalendar, PlanLadders planLadders, TellSystems systems, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="InvalidOperationException">There is no such obligation.</exception>
    public async Task<RulingPreview> PreviewAsync(Ruling ruling, CancellationToken cancellationToken)
    {
        var found = await obligations.FindAsync(ruling.ObligationIds, cancellationToken);
        var (plan, period) = await PlanOfAsync(found, cancellationToken);
        var schedule = new PlanSchedule(plan, await currentCalendar.ReadAsync(cancellationToken), await planLadders.OfAsync(plan.Id, cancellationToken));
        var rows = (await ledger.OfPeriodAsync(period.Id, found[0].UnitId, cancellationToken)).ToDictionary(row => row.ObligationId);
        var now = clock.GetUtcNow();
        var changes = found.OrderBy(obligation => rows[obligation.Id].TaskOrdinal).Select(before =>
        {
            var dueOn = ruling.DueOn ?? before.DueOn;
            return (Row: rows[before.Id], Before: before, Change: Rulings.Apply(ruling.Kind, before, dueOn, schedule.LateFrom(dueOn), now));
        }).ToList();
        return new(
            [.. changes.Where(change => change.Change is StateChange.Allowed).Select(change => new RuledTask(change.Row, change.Before, ((StateChange.Allowed)change.Change).After))],
            [.. changes.Where(change => change.Change is StateChange.Refused).Select(change => (change.Row, ((StateChange.Refused)change.Change).Reason))]);
    }

    /// <returns>Null when nothing was changed: not allowed, or somebody changed one of the reports meanwhile.</returns>
    public async Task<RulingDone?> RunAsync(Ruling ruling, Guid personId, string channel, CancellationToken cancellationToken) =>
        await RunAllAsync([ruling], personId, channel, cancellationToken) is [var done] ? done : null;

    /// <summary>The same for several units at once: all of them, or none.</summary>
    public async Task<IReadOnlyList<RulingDone>?> RunAllAsync(IReadOnlyList<Ruling> rulings, Guid personId, string channel, CancellationToken cancellationToken)
    {
        try
        {
            var done = await database.InTransactionAsync(
                async token =>
                {
                    var all = new List<RulingDone>();
                    foreach (var ruling in rulings)
                        all.Add(await RunWithinAsync(ruling, personId, channel, token) ?? throw new OvertakenException());
                    return all;
                },
                cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return done;
        }
        catch (OvertakenException) // thrown, not returned, so that the transaction takes back the tasks before it
        {
            return null;
        }
    }

    /// <summary>Puts everything back as it was before the ruling.</summary>
    /// <returns>False when one of the reports has changed since; nothing is changed then.</returns>
    public Task<bool> UndoAsync(RulingDone done, Guid personId, string channel, CancellationToken cancellationToken) => UndoAllAsync([done], personId, channel, cancellationToken);

    /// <summary>The same for rulings on several units: all of them, or none.</summary>
    public async Task<bool> UndoAllAsync(IReadOnlyList<RulingDone> done, Guid personId, string channel, CancellationToken cancellationToken)
    {
        try
        {
            await database.InTransactionAsync(
                async token =>
                {
                    foreach (var one in done)
                    {
                        if (!await TakeBackWithinAsync(one, personId, channel, token))
                            throw new OvertakenException();
                    }
                    return true;
                },
                cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return true;
        }
        catch (OvertakenException)
        {
            return false;
        }
    }

    /// <summary>A reason that is said afterwards: kept with the ruling, where the audit and the extension have it.</summary>
    /// <returns>False when one of the reports has changed since, or the person may not; nothing is kept then.</returns>
    public async Task<bool> AddReasonAsync(RulingDone done, string reason, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var (now, person) = (clock.GetUtcNow(), await people.FindAsync(personId, cancellationToken));
        var found = (await obligations.FindAsync([.. done.Changes.Select(change => change.After.Id)], cancellationToken)).ToDictionary(obligation => obligation.Id);
        if (done.Changes.Any(change => !Permissions.Allows(person, Rulings.AbilityFor(done.Kind), change.After.UnitId) || found[change.After.Id].Round != change.After.Round || found[change.After.Id].State != change.After.State))
            return false;
        await database.InTransactionAsync(
            async token =>
            {
                foreach (var (_, after) in done.Changes)
                {
                    if (done.Kind == RulingKind.Extend)
                        await obligations.SetExtensionReasonAsync(after.Id, reason, token);
                    await audit.AddAsync(Record("give-reason", after, after, reason, personId, channel, now), token);
                }
            },
            cancellationToken);
        return true;
    }

    /// <summary>The same inside a transaction that the caller must give up when the result is null.</summary>
    internal async Task<RulingDone?> RunWithinAsync(Ruling ruling, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var preview = await PreviewAsync(ruling, cancellationToken);
        var person = await people.FindAsync(personId, cancellationToken);
        if (ruling.Seen is { } seen && preview.Ruled.Any(task => ReportStamp.Of(task.Before) != seen))
            return null;
        if (preview.Ruled.Count == 0 || preview.Ruled.Any(task => !Permissions.Allows(person, Rulings.AbilityFor(ruling.Kind), task.Row.UnitId)))
            return null;
        foreach (var (_, before, after) in preview.Ruled)
        {
            if (!await obligations.SaveAsync(before, after, cancellationToken))
                return null;
            if (ruling.Kind == RulingKind.Extend)
                await obligations.AddExtensionAsync(
                    new() { Id = Guid.CreateVersion7(now), ObligationId = before.Id, OldDueOn = before.DueOn, NewDueOn = after.DueOn, GrantedBy = personId, Reason = ruling.Reason ?? "—", GrantedAt = now },
                    cancellationToken);
            await audit.AddAsync(Record(Rulings.ActionOf(ruling.Kind), before, after, ruling.Reason, personId, channel, now), cancellationToken);
            if (EventOf(ruling.Kind) is { } what)
                await systems.ReportAsync(what, after, (await periods.FindAsync(after.PeriodId, cancellationToken))!, cancellationToken);
        }
        var letter = await TellAsync(ruling.Kind, preview.Ruled, ruling.Reason, personId, isUndone: false, cancellationToken);
        return new(ruling.Kind, [.. preview.Ruled.Select(task => new ObligationChange(task.Before, task.After))], letter);
    }

    /// <summary>The same as <see cref="UndoAsync"/> inside a transaction that the caller must give up when the result is false.</summary>
    internal async Task<bool> TakeBackWithinAsync(RulingDone done, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = await people.FindAsync(personId, cancellationToken);
        foreach (var (before, after) in done.Changes)
        {
            if (!Permissions.Allows(person, Rulings.AbilityFor(done.Kind), before.UnitId) || !await obligations.SaveAsync(after, before, cancellationToken))
                return false;
            await audit.AddAsync(Record($"undo-{Rulings.ActionOf(done.Kind)}", after, before, null, personId, channel, now), cancellationToken);
        }
        if (await periods.FindAsync(done.Changes[0].Before.PeriodId, cancellationToken) is { } period)
            await systems.OverdueAtOnceAsync(period, [.. done.Changes.Select(change => change.Before.Id)], cancellationToken);
        // Who has not been told of the ruling need not be told that it is off.
        if (done.LetterId is { } letter && (await outbox.RecallLetterAsync(letter, ReminderOutcome.Undone, cancellationToken)).Gone == 0)
            return true;
        var rows = (await ledger.OfPeriodAsync(done.Changes[0].Before.PeriodId, done.Changes[0].Before.UnitId, cancellationToken)).ToDictionary(row => row.ObligationId);
        await TellAsync(done.Kind, [.. done.Changes.Select(change => new RuledTask(rows[change.Before.Id], change.After, change.Before))], null, personId, isUndone: true, cancellationToken);
        return true;
    }

    private async Task<Guid?> TellAsync(RulingKind kind, IReadOnlyList<RuledTask> ruled, string? reason, Guid personId, bool isUndone, CancellationToken cancellationToken)
    {
        var (plan, period) = await PlanOfAsync([ruled[0].Before], cancellationToken);
        var tasks = ruled.Select(task => new LetterTask(task.Row.UnitTaskOrdinal, Named(task.Row), task.After.DueOn)).ToList();
        var body = new RulingLetter(kind, ruled[0].Row.UnitName, period.Period.ToString(), tasks, reason, isUndone);
        return await letters.RunAsync(body, personId, await letters.ContactsOfAsync(ruled[0].Row.UnitId, cancellationToken), plan.Id, period.Period, ReminderKind.Letter, cancellationToken);
    }

    private async Task<(Plan Plan, PlanPeriod Period)> PlanOfAsync(IReadOnlyList<Obligation> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0 || await periods.FindAsync(found[0].PeriodId, cancellationToken) is not { } period)
            throw new InvalidOperationException("There is no such obligation");
        return (await plans.FindAsync(period.PlanId, cancellationToken) ?? throw new InvalidOperationException($"Period {period.Id} has no plan"), period);
    }

    /// <summary>A report that its unit's leader agrees to counts only now. Null for what systems are not told.</summary>
    private static WebhookEvents? EventOf(RulingKind kind) => kind switch
    {
        RulingKind.Accept => WebhookEvents.ReportAccepted, RulingKind.Return => WebhookEvents.ReportReturned, RulingKind.SignOff => WebhookEvents.ReportSubmitted, _ => null,
    };

    private static string Named(LedgerRow row) => string.IsNullOrWhiteSpace(row.TaskTitle) ? row.TaskText : row.TaskTitle;

    private static AuditRecord Record(string action, Obligation before, Obligation after, string? reason, Guid personId, string channel, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = action, Subject = "obligation", SubjectId = before.Id,
        Before = JsonSerializer.Serialize(new { state = before.State.ToString(), dueOn = before.DueOn, version = before.Version }, Json),
        After = JsonSerializer.Serialize(new { state = after.State.ToString(), dueOn = after.DueOn, version = after.Version, reason }, Json),
    };

    private sealed class OvertakenException : Exception;
}
