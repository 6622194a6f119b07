using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>暂停提醒, 先别提醒教委, and 恢复提醒: the ladder rests for a plan or one unit. A contact who wants to be left alone means something else: to be reminded later.</summary>
public sealed class PauseAct(bool resumes, PauseReminders pause, HeldSteps held, CurrentCalendar currentCalendar) : IAct
{
    private const string UnitPart = "unit";
    private const string DayPart = "day";

    public string Name => resumes ? "resume-reminders" : "pause-reminders";

    public bool IsMeant(Intent intent, Asker asker) => intent == (resumes ? Intent.ResumeReminders : Intent.PauseReminders) && asker.Sees(Ability.RunPlan);

    public bool IsForOneUnit => true;

    public Wish Read(Turn turn, Wish wish)
    {
        wish = PlanQuestion.Read(turn, wish);
        if (turn.Said.Unit?.One is { } unit)
            wish = wish with { UnitId = unit.Id, UnclearUnit = null };
        else if (UnclearUnit.In(turn) is { } words)
            wish = wish with { UnitId = null, UnclearUnit = words };
        if (resumes)
            return wish;
        return DayOfResuming(turn) is { } day ? wish with { Day = day, Days = null } : turn.Said.Days is { } days ? wish with { Days = days, Day = null } : wish;
    }

    /// <summary>清明前都停: on the last working day before the holiday nothing is sent either.</summary>
    private static DateOnly? DayOfResuming(Turn turn) => turn.Said.When is { Reference: DateReference.BeforeHoliday } ? turn.DayAfterNamed : turn.NamedDay;

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        UnitPart => turn.Said.Unit?.One is { } unit ? wish with { UnitId = unit.Id, UnclearUnit = null } : null,
        PlanQuestion.Part => PlanQuestion.Answer(turn, wish, said),
        DayPart => DayOfResuming(turn) is { } day ? wish with { Day = day, Days = null } : turn.Said.Days is { } days ? wish with { Days = days, Day = null } : null,
        _ => null,
    };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(language));
        // A name that fits no unit, or several, must never pause the whole plan.
        if (wish.UnclearUnit is { } words)
            return new ActStep.Ask(UnitPart, turn.Said.Unit is { IsAmbiguous: true } named ? UnitTexts.WhichOne(named.Words, named.Candidates, language) : UnitTexts.Unknown(words, language));
        if (ViewOf(turn, wish) is not { } view)
            return PlanQuestion.Ask(turn.Plans, language);
        var inForce = await pause.InForceAsync(view.Plan.Id, cancellationToken);
        var unit = UnitOf(view, wish);
        // 恢复吧, when single units rest: these are named, and not all.
        if (resumes && wish.UnitId is null)
            unit = NamesOf(view, inForce.Select(one => one.UnitId), language);
        if (resumes && inForce.Count == 0 && wish.UnitId is null && await held.PreviewAsync(view, language, cancellationToken) is { } release)
            return new ActStep.Ready(release);
        if (resumes)
            return inForce.Any(one => wish.UnitId is null || one.UnitId == wish.UnitId)
                ? new ActStep.Ready(PauseTexts.PreviewResume(unit, language))
                : new ActStep.Refused(PauseTexts.NotPaused(unit, isWholePlanPaused: inForce.Any(one => one.UnitId is null), language));
        if (inForce.FirstOrDefault(one => one.UnitId == wish.UnitId || one.UnitId is null) is { } already)
            return new ActStep.Refused(PauseTexts.AlreadyPaused(already.UnitId is null ? null : unit, already.Until, view.Zone, language));
        var until = await UntilAsync(view, wish, cancellationToken);
        return until <= view.Now
            ? new ActStep.Ask(DayPart, PauseTexts.NotLater(language))
            : new ActStep.Ready(PauseTexts.Preview(view.Plan.Title, unit, until, view.Zone, language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (ViewOf(turn, wish) is not { } view)
            return new(ActTexts.Overtaken(turn.Language));
        var (unit, by, channel) = (UnitOf(view, wish), turn.Asker.Person.Id, turn.Asker.Channel);
        if (resumes)
        {
            var ended = await pause.ResumeAsync(view.Plan.Id, wish.UnitId, by, channel, cancellationToken);
            if (ended.Count == 0 && wish.UnitId is null && await held.ReleaseAsync(view, by, channel, turn.Language, cancellationToken) is var (told, released))
                return new(told, JsonSerializer.Serialize(released.Select(step => new Paused(view.Plan.Id, null, null, step.Period, step.Step))));
            return ended.Count == 0 ? new(ActTexts.Overtaken(turn.Language)) : new(PauseTexts.Resumed(unit ?? NamesOf(view, ended.Select(one => one.UnitId), turn.Language), turn.Language), JsonSerializer.Serialize(ended.Select(Scope)));
        }
        var until = await UntilAsync(view, wish, cancellationToken);
        return await pause.PauseAsync(wish.Id, view.Plan.Id, wish.UnitId, until, by, channel, cancellationToken)
            ? new(PauseTexts.Paused(unit, until, view.Zone, turn.Language), JsonSerializer.Serialize(new[] { new Paused(view.Plan.Id, wish.UnitId, until) }))
            : new(ActTexts.Overtaken(turn.Language));
    }

    /// <summary>A pause is taken back by resuming, a resumption by pausing as before.</summary>
    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var isUndone = true;
        foreach (var (planId, unitId, until, period, step) in JsonSerializer.Deserialize<IReadOnlyList<Paused>>(undo)!)
        {
            isUndone &= step is not null ? await held.HoldAgainAsync(planId, period!, step, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) : resumes
                ? await pause.PauseAsync(Guid.CreateVersion7(), planId, unitId, until, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
                : (await pause.ResumeAsync(planId, unitId, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)).Count > 0;
        }
        return isUndone ? ActTexts.Undone(PauseTexts.Name(resumes, turn.Language), turn.Language) : ActTexts.CannotUndo(turn.Language);
    }

    public Task<string?> UndoOfAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        if (resumes || records is not [{ After: { } after } record])
            return Task.FromResult<string?>(null);
        using var kept = JsonDocument.Parse(after);
        return Task.FromResult<string?>(JsonSerializer.Serialize(new[] { new Paused(kept.RootElement.GetProperty("plan").GetGuid(), record.Subject == "unit" ? record.SubjectId : null, null) }));
    }

    /// <summary>Null when several plans run and neither the unit nor the answer tells which.</summary>
    private static PlanView? ViewOf(Turn turn, Wish wish) => PlanQuestion.Left(turn, wish) is [var only] ? only : null;

    private async Task<DateTimeOffset?> UntilAsync(PlanView view, Wish wish, CancellationToken cancellationToken)
    {
        var time = new CivilTime(view.Zone);
        var day = wish.Day ?? (wish.Days is { } days ? (await currentCalendar.ReadAsync(cancellationToken)).Plus(time.DayOf(view.Now), days) : null);
        return day is { } resumed ? time.StartOf(resumed) : null;
    }

    private static string? UnitOf(PlanView view, Wish wish) => view.Units.FirstOrDefault(unit => unit.Id == wish.UnitId)?.Name;

    /// <summary>The units that rest; null when the whole plan does, or nothing.</summary>
    private static string? NamesOf(PlanView view, IEnumerable<Guid?> ids, Language language) =>
        ids.ToList() is { Count: > 0 } all && !all.Contains(null) ? string.Join(language.In("、", ", "), view.Units.Where(unit => all.Contains(unit.Id)).Select(unit => unit.Name)) : null;

    private static Paused Scope(ReminderPause pause) => new(pause.PlanId, pause.UnitId, pause.Until);

    /// <param name="Step">A step that was held and is let go; then <paramref name="Period"/> is its period.</param>
    private sealed record Paused(Guid PlanId, Guid? UnitId, DateTimeOffset? Until, string? Period = null, string? Step = null);
}
