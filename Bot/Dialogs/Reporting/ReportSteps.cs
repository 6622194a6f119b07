using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>The conversation about a report: each utterance leads to the next question, to the summary, or to the ledger.</summary>
public sealed partial class ReportSteps(ReportOpening opening, ReportWriting writing, ReportFiling filing, ILedgerQuery ledger)
{
    public Task<ReportStep> BeginAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken) => opening.BeginAsync(turn, request, cancellationToken);

    public Task<ReportStep> BeginAsync(Turn turn, CardReport card, CancellationToken cancellationToken) => opening.BeginAsync(turn, card, cancellationToken);

    public async Task<ReportStep> ContinueAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken) =>
        await opening.KeepAsync(turn, talk, await GoAsync(turn, talk, said, cancellationToken), cancellationToken);

    private async Task<ReportStep> GoAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var understood = turn.Said;
        // 第三项先不报, of several: the others go on.
        if (understood.Intent is Intent.Cancel or Intent.KeepDraft && understood.IsSure(0.7) && talk.Form is { } several && several.Without(understood.Tasks) is { } left)
        {
            await filing.DropAsync(several with { Parts = [.. several.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Intersect(understood.Tasks)] })] }, turn.Asker, cancellationToken);
            return new(new(ReportNotes.LeftOut(understood.Tasks, turn.Language)), talk with { Form = left });
        }
        if (understood.Intent == Intent.Cancel && understood.IsSure(0.85))
        {
            if (talk.Form is not null)
                await filing.DropAsync(talk.Form, turn.Asker, cancellationToken);
            return new(talk.Form?.IsEdit == true ? ReportTexts.EditCancelled(turn.Language) : ReportTexts.Cancelled(turn.Language), null);
        }
        if (talk.Form is not { } form)
            return talk.Choice!.Options.FirstOrDefault(option => ChoiceWords.Means(option, talk.Choice.Kind, said, talk.Choice.Options)) is { } chosen
                ? await opening.OpenAsync(turn, chosen.Request, cancellationToken)
                : ReportStep.NotUnderstood(talk);
        if (understood.Intent == Intent.KeepDraft && understood.IsSure(0.7))
        {
            await filing.KeepAsync(form, turn.Asker, cancellationToken);
            return new(ReportTexts.DraftKept(turn.Language), null) { IsPutAside = true };
        }
        return form.Missing switch
        {
            { Kind: FormQuestionKind.AppendOrReplace } => await SettleAsync(turn, talk, said, cancellationToken),
            { Kind: FormQuestionKind.WhichTasks } => await ChooseTasksAsync(turn, talk, said, cancellationToken),
            { } question => await AnswerAsync(turn, talk, question, said, cancellationToken),
            null => await ReviewAsync(turn, talk, said, cancellationToken),
        };
    }

    private async Task<ReportStep> ChooseTasksAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var report = form.Read(said);
        var chosen = report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }) ? [] : TaskChoice.Read(said, form.Choices);
        if (chosen.Count > 0)
            return await writing.GoOnAsync(turn, talk, form.Place(chosen), cancellationToken);
        if (form.Unplaced is { Texts.Count: 0 } && CarryOverWords.Begin(said))
            return await writing.CarryOverAsync(turn, talk, said, [], cancellationToken);
        var isReport = report.HasLabels || report.NamesTasks || (form.Unplaced is { Texts.Count: 0 } && Routing.CouldBeReport(turn.Said));
        if (!isReport || form.UnplacedCorrection is not null)
            return ReportStep.NotUnderstood(talk);
        // A report by number replaces the mere wish to report.
        return await writing.TakeAsync(turn, talk with { Form = report.NamesTasks && form.Unplaced is { Texts.Count: 0 } ? form with { Unplaced = null } : form }, report, cancellationToken);
    }

    /// <summary>追加, 替换, 用原来的: what becomes of a draft that new words met.</summary>
    private async Task<ReportStep> SettleAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var plain = Spelling.Plain(said);
        Func<DraftClash, string>? text = plain.Length > 30 ? null
            : OldWords().IsMatch(plain) ? clash => clash.Old
            : ReplaceWords().IsMatch(plain) ? clash => clash.New
            : AppendWords().IsMatch(plain) ? clash => $"{clash.Old}\n{clash.New}" : null;
        return text is null ? ReportStep.NotUnderstood(talk) : await writing.GoOnAsync(turn, talk, talk.Form!.Settle(text), cancellationToken, overwrites: true);
    }

    [GeneratedRegex("^(?:还是|就)?(?:用|保留|要|留)?(?:原来|原先|旧|之前|以前|原)(?:的|有的|草稿|那个|那份)*(?:就行|吧|不变)?$|^不(?:用)?(?:改|换|替换)|^(?:keep )?(?:the )?(?:old|original|first|draft)(?: one| text)?$|^(?:keep|use) the (?:old|original|draft)")]
    private static partial Regex OldWords();

    [GeneratedRegex("替换|替代|代替|覆盖|换掉|换成|^换|新的|重写|不要(?:原来|旧|之前)|以(?:这次|新)|用(?:这次|这个|新)|replace|overwrite|new one|the new|instead")]
    private static partial Regex ReplaceWords();

    [GeneratedRegex("追加|附加|加上|加在|加到|^加|补充|接在|接着|后面|合并|合在一起|都要|都留|都保留|一起|append|add|both|after it|merge|combine")]
    private static partial Regex AppendWords();

    private async Task<ReportStep> AnswerAsync(Turn turn, ReportTalk talk, FormQuestion question, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var words = SectionWords.For(form.Sections);
        var report = form.Read(said);
        if (report.HasLabels)
            return await writing.TakeAsync(turn, talk with { Form = form with { Rewriting = null } }, report, cancellationToken);
        if (IsToBeWhole(form, said))
            return await writing.GoOnAsync(turn, talk, form.Unsplit(), cancellationToken);
        if (GoBack().IsMatch(turn.Said.Plain) && form.Before(question) is { } earlier)
            return new(null, talk with { Form = form with { Rewriting = earlier } });
        // 等下，先报第一项吧, before anything was written: another task is meant.
        if (form.Parts.All(part => part.Texts.Count == 0) && turn.Said is { Tasks.Count: > 0, Leftover.Length: <= 2, Intent: Intent.StartReport or Intent.Fragment or Intent.KeepDraft }
            && !form.Unknown(turn.Said.Tasks).Any() && !turn.Said.Tasks.SequenceEqual(question.Tasks))
            return await writing.GoOnAsync(turn, talk, (form with { Parts = [] }).Place(turn.Said.Tasks), cancellationToken, overwrites: true);
        // What ends with a question mark asks something; it is no text of a report.
        if (turn.Said.Plain is { Length: <= 30 } plain && plain.EndsWith('?'))
            return ReportStep.NotUnderstood(talk);
        if (CarryOverWords.Begin(said) && form.Rewriting is null && form.Parts.All(part => part.Texts.Count == 0))
            return await writing.CarryOverAsync(turn, talk, said, [.. question.Tasks], cancellationToken);
        var corrections = CorrectionText.Parse(said, words);
        if (corrections.Count > 0 && corrections.All(correction => correction.Tasks.Count > 0 || form.Parts.Any(part => part.Texts.ContainsKey(correction.Section.Ordinal))))
            return await writing.CorrectAsync(turn, talk, corrections, cancellationToken);
        if (WordChange.Parse(said, words) is { } change && await writing.ChangeWordsAsync(turn, talk, change, cancellationToken) is { } changed)
            return changed;
        // change it says that something is wrong, not what.
        if (turn.Said.Intent == Intent.EditReport && turn.Said.IsSure(0.85) && turn.Said.Leftover.Length == 0 && form.Parts.Any(part => part.Texts.Count > 0))
            return new(ReportTexts.WhichSection(form.Sections, turn.Language), talk);
        // 好的, 收到: politeness is no section of a report, unless 没问题 answers the question about problems.
        if (!NothingToSay.Matches(said) && turn.Said.IsSure(0.85)
            && turn.Said.Intent is Intent.Confirm or Intent.Greeting or Intent.Thanks or Intent.StartReport or Intent.ResumeDraft or Intent.No)
            return new(null, talk);
        if (report.NamesTasks && form.Unknown(report.Blocks.Select(block => block.Task ?? 0).Where(task => task != 0)).ToList() is { Count: > 0 } unknown)
            return new(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), talk);
        return await writing.GoOnAsync(turn, talk, form.Answer(question, said, report), cancellationToken);
    }

    private async Task<ReportStep> ReviewAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var words = SectionWords.For(form.Sections);
        if (IsToBeWhole(form, said))
            return await writing.GoOnAsync(turn, talk, form.Unsplit(), cancellationToken);
        if (turn.Said is { Intent: Intent.CarryOver, Section: not null } || CarryOverWords.Begin(said))
            return await writing.CarryOverAsync(turn, talk, said, [.. form.Parts.SelectMany(part => part.Ordinals)], cancellationToken);
        if (CorrectionText.Parse(said, words) is { Count: > 0 } corrections)
            return await writing.CorrectAsync(turn, talk, corrections, cancellationToken);
        if (WordChange.Parse(said, words) is { } change)
            return await writing.ChangeWordsAsync(turn, talk, change, cancellationToken) ?? new(new(ReportNotes.NotFound(change.Old, turn.Language)), talk);
        var report = form.Read(said);
        if (report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }))
            return await writing.TakeAsync(turn, talk, report, cancellationToken);
        // 成效, after 要改哪一部分.
        if (words.Of(turn.Said.Plain) is { } section)
            return await writing.CorrectAsync(turn, talk, [new([], section, "", IsAddition: false)], cancellationToken);
        if (ThumbsUp().IsMatch(said.Trim()) || turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(0.7))
            return form.HasChanges ? await FileAsync(turn, form, cancellationToken) : new(new(ReportTexts.NothingChanged(turn.Language)), null);
        return turn.Said.Intent is Intent.EditReport or Intent.No && turn.Said.IsSure(0.55)
            ? new(ReportTexts.WhichSection(form.Sections, turn.Language), talk with { Form = form })
            : ReportStep.NotUnderstood(talk);
    }

    /// <summary>全部作为进展: prose that was split is to stay one.</summary>
    private static bool IsToBeWhole(ReportForm form, string said) => form.Parts.Any(part => part.Whole is not null) && WholeWords().IsMatch(Spelling.Plain(said));

    private async Task<ReportStep> FileAsync(Turn turn, ReportForm form, CancellationToken cancellationToken)
    {
        var result = await filing.FileAsync(form, turn.Asker, cancellationToken);
        if (result is not SubmitResult.Filed filed)
            return new(new(ReportTexts.Refused(Why(result), turn.Language)), null);
        var key = form.Key;
        var view = turn.Plans.First(plan => plan.Plan.Id == form.PlanId);
        var rows = await ledger.OfPeriodAsync(view.Find(key)!.Id, form.UnitId, cancellationToken);
        var tasks = filed.Reports.Select(report => (form.Tasks.First(task => task.ObligationId == report.ObligationId).Ordinal, report.Version, report.IsLate)).ToList();
        return new(
            ReportTexts.Filed(
                form.UnitName, key, tasks, view.Now, [.. rows.Where(row => row.IsOpen).Select(row => (row.UnitTaskOrdinal, TaskNames.Beginning(row.TaskTitle, row.TaskText)))], view.Zone, turn.Language),
            null);
    }

    private static ReportRefusal Why(SubmitResult result) => result is SubmitResult.Refused refused
        ? refused.Reason switch
        {
            SubmitRefusal.NotYours => ReportRefusal.NotYours,
            SubmitRefusal.PeriodClosed => ReportRefusal.PeriodClosed,
            SubmitRefusal.Settled => ReportRefusal.Settled,
            SubmitRefusal.ChangedMeanwhile => ReportRefusal.ChangedMeanwhile,
            _ => ReportRefusal.Incomplete,
        }
        : ReportRefusal.Incomplete;

    [GeneratedRegex("^(?:返回|回到|退回)?(?:上一步|上一题|上一部分|上一个问题)$|^返回$|^(?:go )?back(?: one step)?$")]
    private static partial Regex GoBack();

    [GeneratedRegex("^(?:👌|👍|✅|🆗)+$")]
    private static partial Regex ThumbsUp();

    [GeneratedRegex("^(?:请|就|还是)?(?:全部?|都|整段|这些|以上)?(?:都|全)?(?:作为|算作?|当作?|放到?|写到?|是|归入?)(?:工作)?进展(?:情况)?(?:里|中)?(?:吧)?$|^(?:不用|不要|不需要|别|不必)(?:拆分?|分开?)(?:了|吧)?$|^(?:all|everything|the whole)(?: of it| text)? (?:is|as) progress$|^(?:do not|don't) split(?: it)?$|^all is progress$")]
    private static partial Regex WholeWords();
}
