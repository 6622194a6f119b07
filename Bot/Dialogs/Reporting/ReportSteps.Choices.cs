using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Answers that choose: which tasks a text is for, and what becomes of a draft that new words met.</summary>
public sealed partial class ReportSteps
{
    /// <summary>A task's subject is no longer.</summary>
    private const int LongestSubject = 20;

    private async Task<ReportStep> ChooseTasksAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        // 第一项的18家改成16家 chooses nothing: it corrects what waits for its task.
        if (form.UnplacedCorrection is null && WordChange.Parse(said, SectionWords.For(form.Sections)) is { } change && form.Unplaced is { Texts.Count: > 0 })
            return form.ChangeWaiting(change) is { } changed ? await writing.GoOnAsync(turn, talk, changed, cancellationToken, overwrites: true) : new(new(ReportNotes.NotFound(change.Old, turn.Language)), talk);
        // all good, and the other two have nothing: neither chooses a task, nor belongs to the text that waits for one.
        if (form.Unplaced is { Texts.Count: > 0 } && turn.Said.Tasks.Count == 0 && (FormChanges.TellsOfOthers(said) || (SummaryYes.Matches(turn.Said.Plain) && TaskChoice.Numbers(said) is { All: false, Tasks.Count: 0 } or { All: true } && Praise.IsMatch(turn.Said.Plain))))
            return new(new(ReportNotes.TaskFirst(turn.Language)), talk);
        // 问题都没有, before it is known of which: one section of what waits.
        if (form.Unplaced is { Texts.Count: > 0 } waiting && NothingToSay.Named(said) is { } nothing && SectionWords.For(form.Sections).Of(nothing) is { } empty && empty != form.Progress)
            return await writing.GoOnAsync(turn, talk, form with { Unplaced = waiting.With([KeyValuePair.Create(empty.Ordinal, NothingToSay.Written(said))]) }, cancellationToken, overwrites: true);
        var report = form.Read(said);
        // task 1 obviously, 第一项呗: a choice that has a word beside it.
        var isChoice = turn.Said.Tasks.Count > 0 && !report.HasLabels && form.Unplaced is { Texts.Count: > 0 } && turn.Said.Leftover.Length <= (turn.Language == Texts.Language.English ? 12 : 4);
        var chosen = isChoice ? TaskChoice.Read(said, form.Choices)
            // 下一步第一项验收，第二项招标 tells something of them, and chooses none.
            : report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }) || (form.Unplaced is { Texts.Count: > 0 } && turn.Said.Leftover.Length > (turn.Language == Texts.Language.English ? 12 : 4)) ? [] : TaskChoice.Read(said, form.Choices);
        if (chosen.Count > 0)
            return await writing.GoOnAsync(turn, talk, form.Place(chosen), cancellationToken);
        if (form.Unplaced is { Texts.Count: 0 } && CarryOverWords.Begin(said))
            return await writing.CarryOverAsync(turn, talk, said, [], cancellationToken);
        // 创新中心那个, after 报哪一项.
        if (!report.HasLabels && report.Blocks.All(block => block.Task is null || block.Free.Length == 0) && said.Length <= (turn.Language == Texts.Language.English ? LongestSubject * 3 : LongestSubject) && form.Subjects.Find(said) is { } subject)
            return await writing.GoOnAsync(turn, talk, form.Place([subject]), cancellationToken);
        var isReport = report.HasLabels || report.NamesTasks || (form.Unplaced is { Texts.Count: 0 } && Routing.CouldBeReport(turn.Said));
        // 提交, before it is known what for: the question stands.
        if (!isReport && SummaryYes.Matches(turn.Said.Plain))
            return new(new(ReportNotes.TaskFirst(turn.Language)), talk);
        if (!isReport && form.UnplacedCorrection is null && Continued(form, turn.Said) is { } continued)
            return await writing.GoOnAsync(turn, talk, continued, cancellationToken, overwrites: true);
        if (!isReport || form.UnplacedCorrection is not null)
            return ReportStep.NotUnderstood(talk);
        // A report by number replaces the mere wish to report, and what it says again, more fully.
        return await writing.TakeAsync(turn, talk with { Form = report.NamesTasks && (form.Unplaced is { Texts.Count: 0 } || IsSaidAgain(form, report)) ? form with { Unplaced = null } : form }, report, cancellationToken);
    }

    /// <summary>第一项 进展：…；问题：…: what waits for its task is told once more, with its task and under its names.</summary>
    private static bool IsSaidAgain(ReportForm form, ReportText report)
    {
        if (!report.HasLabels || form.Unplaced is not { Texts.Count: > 0 } waiting || report.Blocks.Any(block => block.Task is null || form.Find(block.Task.Value) is null))
            return false;
        var before = Pairs(string.Join('\n', waiting.Texts.Values));
        var now = Pairs(string.Join('\n', report.Blocks.SelectMany(block => block.Sections.Values.Append(block.Free)))).ToHashSet();
        return before.Count == 0 || before.Count(now.Contains) >= before.Count * SaidAgain;
    }

    /// <summary>So much of it stands in the new words.</summary>
    private const double SaidAgain = 0.35;

    private static List<string> Pairs(string text)
    {
        var letters = string.Concat(Spelling.Fold(text).Where(char.IsLetterOrDigit));
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(at => letters.Substring(at, 2))];
    }

    /// <summary>等等，先报第二项，论坛定在5月18号: what is written stays as a draft, and what is told goes to the other task.</summary>
    /// <returns>Null when no other task is turned to so.</returns>
    private async Task<ReportStep?> TurnedAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (talk.Form is not { Tasks.Count: > 1, Missing: { Kind: FormQuestionKind.Section } } form || TaskTurned.Read(said, SectionWords.For(form.Sections)) is not { } turned
            || form.Find(turned.Task) is null || form.PartOf(turned.Task) is not null)
            return null;
        turn = turn with { Said = Understand.Utterance(turned.Report, [], speaker: turn.Asker.Speaker) };
        var kept = form.Parts.Where(part => part.Texts.Count > 0).SelectMany(part => part.Ordinals).ToList();
        if (kept.Count == 0)
            return await writing.TakeAsync(turn, talk with { Form = form with { Parts = [], Rewriting = null } }, form.Read(turned.Report), cancellationToken, overwrites: true);
        await filing.KeepAsync(form, turn.Asker, cancellationToken);
        var step = await opening.OpenAsync(turn, new(ReportRequestKind.Text, turned.Report, form.PlanId, form.UnitId, form.Period, PeriodIsChosen: true), cancellationToken);
        return step with { Say = ReportStep.Joined(new(ReportNotes.KeptForLater(kept, turn.Language)), step.Say) };
    }

    /// <summary>sorry, the results should be: 76 people trained: says how a section is to read, and asks nothing.</summary>
    private static bool Corrects(ReportForm form, Understood said) => !said.EndsAsQuestion && form.Parts.Any(part => part.Texts.Count > 0)
        && CorrectionText.Parse(said.Raw, SectionWords.For(form.Sections)) is { Count: > 0 } corrections && corrections.All(correction => correction.Text.Any(char.IsLetterOrDigit) && !Asking.IsMatch(Spelling.Plain(correction.Text)));

    private static Regex Asking => field ??= new("什么|啥|哪|怎么|咋|如何|(?<![a-z])(?:what|how|which|why)(?![a-z])");

    private static Regex Praise => field ??= new("^(?:ok(?:ay)?|yes|yep|right|,| )*(?:all|both) (?:good|right|fine|ok(?:ay)?|set|done|clear)(?: now| thanks?| here)*[.! ]*$|^(?:都|全)?(?:好|可以|没问题|行|对)了?[.! ]*$");

    /// <summary>困难嘛就是…, dictated on before it was said which task it is about: it goes to what waits for its task.</summary>
    /// <returns>Null when the words tell nothing more of it.</returns>
    private static ReportForm? Continued(ReportForm form, Understood said)
    {
        if (form.Unplaced is not { Texts.Count: > 0 } waiting || said.EndsAsQuestion)
            return null;
        var told = CueSplit.SplitNamed(said.Raw, form.Sections) ?? (said.LikeReport > SurelyTold && Routing.CouldBeReport(said) ? new Dictionary<int, string> { [form.Progress.Ordinal] = said.Raw.Trim() } : null);
        return told is null ? null : form with
        {
            Unplaced = waiting.With(told.Select(text => KeyValuePair.Create(text.Key, waiting.Texts.TryGetValue(text.Key, out var before) ? $"{before}\n{text.Value}" : text.Value))),
        };
    }

    private const double SurelyTold = 0.6;

    /// <summary>追加, 替换, 用原来的: what becomes of a draft that new words met.</summary>
    private async Task<ReportStep> SettleAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var plain = Spelling.Plain(said);
        Func<DraftClash, string>? text = plain.Length > 30 ? null
            : OldWords.IsMatch(plain) ? clash => clash.Old
            : ReplaceWords.IsMatch(plain) ? clash => clash.New
            : AppendWords.IsMatch(plain) ? clash => $"{clash.Old}\n{clash.New}" : null;
        return text is null ? ReportStep.NotUnderstood(talk) : await writing.GoOnAsync(turn, talk, talk.Form!.Settle(text), cancellationToken, overwrites: true);
    }

    private static Regex OldWords => field ??= new("^(?:还是|就)?(?:用|保留|要|留)?(?:原来|原先|旧|之前|以前|原)(?:的|有的|草稿|那个|那份)*(?:就行|吧|不变)?$|^不(?:用)?(?:改|换|替换)|^(?:keep )?(?:the )?(?:old|original|first|draft)(?: one| text)?$|^(?:keep|use) the (?:old|original|draft)");

    private static Regex ReplaceWords => field ??= new("替换|替代|代替|覆盖|换掉|换成|^换|新的|重写|不要(?:原来|旧|之前)|以(?:这次|新)|用(?:这次|这个|新)|replace|overwrite|new one|the new|instead");

    private static Regex AppendWords => field ??= new("追加|附加|加上|加在|加到|^加|补充|接在|接着|后面|合并|合在一起|都要|都留|都保留|一起|append|add|both|after it|merge|combine");
}
