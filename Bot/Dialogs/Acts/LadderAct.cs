using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>加一个节点, 把第4个改到10点, 删掉第6个节点, 恢复默认节点, 升级先问我: the coordinator's hand on the ladder of a plan.</summary>
public sealed class LadderAct(ChangeLadder change, PlanLadders ladders, CurrentCalendar currentCalendar) : IAct
{
    private const string StepPart = "number";
    private const string MomentPart = "time";

    /// <summary>The hour of a step for which none is said.</summary>
    private static readonly TimeOnly Usual = new(9, 0);

    public string Name => "change-ladder";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.ChangeLadder && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        wish = PlanQuestion.Read(turn, wish);
        var said = LadderWords.Read(turn.Said.Raw);
        if (wish.Text is not { } known)
            return wish with { Text = JsonSerializer.Serialize(said) };
        // 改成10点半吧, at the preview, names no step: it is the one that is shown.
        if (said is { Kind: LadderEditKind.Move, Which.NamesStep: false })
            said = said with { Kind = null };
        // 10点半吧, at the preview: what is named takes the place of what was.
        if (turn.Said.Intent is Intent.Confirm or Intent.No or Intent.Cancel || (said.Kind is null && !said.To.NamesMoment && said.To.Audience == StepAudience.None && said.Wording is null))
            return wish;
        return wish with { Text = JsonSerializer.Serialize(said.Kind is null ? Merged(Parsed(known), said) : said) };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said)
    {
        var mention = LadderWords.Read(said) is var answer && answer.To.NamesStep ? answer.To : answer.Which;
        var known = Parsed(wish.Text);
        return part switch
        {
            PlanQuestion.Part => PlanQuestion.Answer(turn, wish, said),
            StepPart when (mention.Number ?? Numbers.Parse(Spelling.Plain(said).TrimEnd('个'))) is { } number => wish with { Text = JsonSerializer.Serialize(known with { Which = new() { Number = number } }) },
            StepPart when mention.NamesStep => wish with { Text = JsonSerializer.Serialize(known with { Which = mention }) },
            MomentPart when mention.NamesMoment => wish with { Text = JsonSerializer.Serialize(known with { To = mention with { Audience = mention.Audience | known.To.Audience, IsEscalation = mention.IsEscalation || known.To.IsEscalation } }) },
            _ => null,
        };
    }

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(language));
        if (PlanQuestion.Left(turn, wish) is not [var view])
            return PlanQuestion.Ask(turn.Plans, language);
        var (command, ladder) = (Parsed(wish.Text), await ladders.OfAsync(view.Plan.Id, cancellationToken));
        if (EditOf(command, ladder) is not { } edit)
            return command is { Kind: LadderEditKind.Move or LadderEditKind.Delete } && StepOf(command.Which, ladder) is null
                ? new ActStep.Ask(StepPart, LadderTexts.WhichStep(ladder.Steps, language))
                : new ActStep.Ask(MomentPart, LadderTexts.WhichMoment(language));
        var preview = await change.PreviewAsync(view.Plan, edit, cancellationToken);
        if (preview.Problem is { } problem)
            return new ActStep.Refused(LadderTexts.Problem(problem, key => preview.After.StepOf(key) ?? preview.Before.StepOf(key), (ladder.WorkingHoursFrom, ladder.WorkingHoursUntil), language));
        return preview.IsSame ? new ActStep.Refused(LadderTexts.Same(language)) : new ActStep.Ready(ActTexts.Confirm(await WordedAsync(view, edit, preview, language, cancellationToken), language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (PlanQuestion.Left(turn, wish) is not [var view] || EditOf(Parsed(wish.Text), await ladders.OfAsync(view.Plan.Id, cancellationToken)) is not { } edit
            || await change.RunAsync(view.Plan.Id, edit, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } done)
            return new(ActTexts.Overtaken(turn.Language));
        return new(LadderTexts.Changed(done.Recalled, turn.Language), JsonSerializer.Serialize(new Kept(view.Plan.Id, done.At, done.Before)));
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var kept = JsonSerializer.Deserialize<Kept>(undo)!;
        return await change.UndoAsync(kept.PlanId, kept.ChangedAt, kept.Before, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? ActTexts.Undone(LadderTexts.Name(turn.Language), turn.Language) : ActTexts.CannotUndo(turn.Language);
    }

    private static LadderCommand Parsed(string? kept) => kept is null ? new() : JsonSerializer.Deserialize<LadderCommand>(kept)!;

    private static LadderCommand Merged(LadderCommand known, LadderCommand said) => known with
    {
        To = known.To with
        {
            Anchor = said.To.Anchor ?? known.To.Anchor, WorkingDays = said.To.Anchor is null ? known.To.WorkingDays : said.To.WorkingDays, Time = said.To.Time ?? known.To.Time,
            Audience = said.To.Audience == StepAudience.None ? known.To.Audience : said.To.Audience,
        },
        Wording = said.Wording ?? known.Wording, Channel = said.Channel ?? known.Channel,
    };

    /// <returns>Null when a part of it has not been said.</returns>
    private static LadderEdit? EditOf(LadderCommand command, ReminderOptions ladder) => command.Kind switch
    {
        LadderEditKind.Restore => new(LadderEditKind.Restore),
        LadderEditKind.ConfirmEscalation => new(LadderEditKind.ConfirmEscalation, IsConfirmed: command.IsConfirmed),
        LadderEditKind.Delete when StepOf(command.Which, ladder) is { } step => new(LadderEditKind.Delete, Key: step.Key),
        LadderEditKind.Move when StepOf(command.Which, ladder) is { } step && (command.To.NamesMoment || command.To.Audience != StepAudience.None || command.Wording is not null || command.Channel is not null)
            => new(LadderEditKind.Move, Worded(Moved(step, command.To), command)),
        LadderEditKind.Add when command.To.Anchor is { } anchor => new(LadderEditKind.Add, Worded(Added(anchor, command.To), command)),
        _ => null,
    };

    private static ReminderStepOptions Added(StepAnchor anchor, StepMention to)
    {
        var (days, time) = (to.WorkingDays ?? 0, to.Time ?? (to.IsMorning == false ? new TimeOnly(15, 0) : Usual));
        return new()
        {
            Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(anchor == StepAnchor.Due ? "due" : "end")}{days:+0;-0;+0}-{time:HHmm}{(to.IsEscalation ? "-up" : "")}"),
            Anchor = anchor, WorkingDays = days, Time = time, Kind = to.IsEscalation ? ReminderKind.Escalation : ReminderKind.Step, Audience = to.Audience == StepAudience.None ? null : to.Audience,
        };
    }

    private static ReminderStepOptions Moved(ReminderStepOptions step, StepMention to) => step with
    {
        Anchor = to.Anchor ?? step.Anchor, WorkingDays = to.Anchor is null ? step.WorkingDays : to.WorkingDays ?? 0, Time = to.Time ?? step.Time,
        Audience = to.Audience == StepAudience.None || step.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest ? step.Audience : to.Audience,
    };

    private static ReminderStepOptions Worded(ReminderStepOptions step, LadderCommand command)
    {
        var worded = command.Wording is not { } words ? step : Languages.Of(words) == Language.English ? step with { OpeningEn = Cut(words) } : step with { OpeningZh = Cut(words) };
        return command.Channel is not { } channel ? worded : worded with { Channel = channel.Length == 0 ? null : channel };
    }

    private static string Cut(string words) => words.Length <= ReminderStepOptions.LongestOpening ? words : words[..ReminderStepOptions.LongestOpening];

    /// <returns>Null when the words fit none of the ladder, or several.</returns>
    private static ReminderStepOptions? StepOf(StepMention which, ReminderOptions ladder)
    {
        if (which.Number is { } number)
            return number >= 1 && number <= ladder.Steps.Count ? ladder.Steps[number - 1] : null;
        if (!which.NamesStep)
            return null;
        var fitting = ladder.Steps.Where(step => (which.Anchor is null || (which.Anchor == step.Anchor && which.WorkingDays == step.WorkingDays)) && (which.Time is null || which.Time == step.Time)
            && (which.IsMorning is not { } morning || step.Time.Hour < 12 == morning) && (!which.IsEscalation || step.Kind == ReminderKind.Escalation)).ToList();
        return fitting.FindAll(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation) is [var rung] ? rung : fitting is [var one] ? one : null;
    }

    private async Task<string> WordedAsync(PlanView view, LadderEdit edit, LadderPreview preview, Language language, CancellationToken cancellationToken)
    {
        var title = view.Plan.Title;
        switch (edit.Kind)
        {
            case LadderEditKind.Restore:
                return LadderTexts.PreviewRestore(title, preview.After.Steps.Count, language);
            case LadderEditKind.ConfirmEscalation:
                return LadderTexts.PreviewConfirmation(title, edit.IsConfirmed == true, language);
            case LadderEditKind.Delete:
                return LadderTexts.PreviewDelete(title, preview.Before.StepOf(edit.Key!)!, language);
        }
        var step = preview.After.StepOf(edit.Step!.Key)!;
        var moment = MomentOf(view, step, preview.After, await currentCalendar.ReadAsync(cancellationToken));
        return edit.Kind == LadderEditKind.Add
            ? LadderTexts.PreviewAdd(title, step, preview.After.Steps.ToList().IndexOf(step) + 1, moment, view.Zone, language)
            : LadderTexts.PreviewMove(title, preview.Before.StepOf(step.Key)!, step, moment, view.Zone, language);
    }

    /// <summary>When the step comes in the period in question; of a step that is repeated the first time.</summary>
    private static (ReportingPeriod Period, DateTimeOffset At, bool IsPast)? MomentOf(PlanView view, ReminderStepOptions step, ReminderOptions ladder, WorkingDayCalendar calendar)
    {
        var key = view.KeyOf(null);
        if ((view.Find(key)?.DueOn ?? new PlanSchedule(view.Plan, calendar, ladder).DatesOf(key)?.Due.Day) is not { } dueOn)
            return null;
        var moments = new ReminderLadder(ladder, calendar, CivilTime.Of(view.Plan.TimeZone)).MomentsOf(step, key, dueOn).Select(moment => moment.At).ToList();
        return moments.Count == 0 ? null : (key, moments[0], moments[^1] <= view.Now);
    }

    private sealed record Kept(Guid PlanId, DateTimeOffset ChangedAt, PlanLadder? Before);
}
