using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>The conversation about a report: each utterance leads to the next question, to the summary, or to the ledger.</summary>
public sealed partial class ReportSteps(ReportOpening opening, ReportWriting writing, ReportMoving moving, PeriodMoving periods, ReportRevising revising, ReportFiling filing, ILedgerQuery ledger, CurrentCalendar currentCalendar)
{
    public Task<ReportStep> BeginAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken) => opening.BeginAsync(turn, request, cancellationToken);

    /// <summary>Whether this person has left a draft of a report that is still open.</summary>
    public Task<bool> HasDraftAsync(Turn turn, CancellationToken cancellationToken) => opening.HasDraftAsync(turn, cancellationToken);

    public Task<ReportStep> BeginAsync(Turn turn, CardReport card, CancellationToken cancellationToken) => opening.BeginAsync(turn, card, cancellationToken);

    public async Task<ReportStep> ContinueAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (talk is { Doubt: { } doubt, Form: { Missing: { Kind: FormQuestionKind.Section } question } doubted } && (ForSection.IsText(said) || ForSection.IsNoText(said)))
            return ForSection.IsText(said)
                ? (await writing.GoOnAsync(turn, talk with { Doubt = null, Echo = null }, doubted.Answer(question, doubt, doubted.Read(doubt)), cancellationToken)).Echoing(doubted, turn.Language)
                : new(new(ReportNotes.NotWritten(turn.Language)), talk with { Doubt = null, Echo = null });
        talk = talk with { Doubt = null };
        // 成效先写完成选址: dictated, and no wish to stop.
        if (talk.Form is { Missing.Kind: FormQuestionKind.Section } asked && SectionDictated.Labelled(said, SectionWords.For(asked.Sections)) is var labelled && labelled != said)
            (turn, said) = (turn with { Said = Understand.Utterance(labelled, [], speaker: turn.Asker.Speaker) }, labelled);
        var step = await GoAsync(turn, talk with { Echo = null }, said, cancellationToken);
        return await opening.KeepAsync(turn, talk, step.Say is null ? step.Echoing(talk.Form, turn.Language) : step, cancellationToken);
    }

    private async Task<ReportStep> GoAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var understood = turn.Said;
        // 老年人不太会用这条不要了 takes a point out of the text, and gives nothing up.
        if (talk.Form is { } shown && shown.Parts.Any(part => part.Texts.Count > 0) && PointRemoved.Parse(said, SectionWords.For(shown.Sections)) is { } point)
        {
            if (shown.Find(point) is [var without])
                return await writing.CorrectAsync(turn, talk with { Unread = null }, [without], cancellationToken);
            // 那180万别写了, and it stands nowhere alone: nothing is dropped, and it is asked how it should read.
            if (point.NamesFigure)
                return new(shown.Missing is null ? ReportTexts.WhichSection(shown.Sections, turn.Language) : new(ReportNotes.NotFound(point.Words, turn.Language)), talk);
        }
        if (await TurnedAsync(turn, talk, said, cancellationToken) is { } turned)
            return turned;
        if (await FiledThenTurnedAsync(turn, talk, said, cancellationToken) is { } filed)
            return filed;
        if (await SomeOfThemAsync(turn, talk, said, cancellationToken) is { } some)
            return some;
        // 第三项先不报, of several: the others go on.
        if (understood.Intent is Intent.Cancel or Intent.KeepDraft && understood.IsSure(0.7) && OtherTask.Read(said) is null && talk.Form is { } several && several.Without(understood.Tasks) is { } left)
        {
            await filing.DropAsync(several with { Parts = [.. several.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Intersect(understood.Tasks)] })] }, turn.Asker, cancellationToken);
            return new(new(ReportNotes.LeftOut(understood.Tasks, turn.Language)), talk with { Form = left });
        }
        // 先不报了 gives up what has not been begun, and puts off what has.
        var isWritten = talk.Form is { } written && (written.Parts.Any(part => part.Texts.Count > 0) || written.Unplaced is { Texts.Count: > 0 });
        var isMistaken = NotAText.IsMistaken(understood);
        // After several answers only one of them can have been sent by mistake.
        if (isMistaken && talk.Form is { Asked.Count: > 2 } further)
            return new(ReportTexts.WhichSection(further.Sections, turn.Language), talk);
        if (isMistaken || NotAText.GivesUp(understood) || (understood.Intent == Intent.Cancel && understood.IsSure(0.85) && !isWritten))
        {
            if (talk.Form is not null)
                await filing.DropAsync(talk.Form, turn.Asker, cancellationToken);
            return new(talk.Form?.IsEdit == true ? ReportTexts.EditCancelled(turn.Language) : ReportTexts.Cancelled(turn.Language), null);
        }
        if (talk.Form is not { } form)
            return await ChosenAsync(turn, talk, said, cancellationToken);
        if (await moving.RunAsync(turn, talk, said, cancellationToken) is { } moved)
            return moved;
        if (await periods.RunAsync(turn, talk, said, cancellationToken) is { } inOtherPeriod)
            return inOtherPeriod;
        if (NotAText.PutsOff(understood))
        {
            // 6月再去一趟，先存着: the answer comes first, and is kept as well.
            if (form.Missing is { Kind: FormQuestionKind.Section } asked && Answered(turn, said) is { } answer)
                form = form.Answer(asked, answer, form.Read(answer));
            await filing.KeepAsync(form, turn.Asker, cancellationToken);
            var kept = ReportTexts.DraftKept(turn.Language);
            return new(await DueAsync(turn, form, cancellationToken) is var (due, isPast) ? kept with { Text = $"{kept.Text}\n{(isPast ? ReportTexts.AlreadyDue(due, turn.Language) : ReportTexts.StillDue(due, turn.Language))}" } : kept, null) { IsPutAside = true };
        }
        if (NotAText.AsksForDraft(understood) && form.Missing is { Kind: FormQuestionKind.Section } && form.Parts.Any(part => part.Texts.Count > 0))
            return new(ReportOpening.Written(form, form.Parts, turn.Language), talk);
        if (NotAText.AsksWhatBelongs(understood) && !Corrects(form, understood) && NotAText.OtherSection(understood) is null)
            return new(HowTexts.WhatBelongs(Named(understood, form), understood.Intent == Intent.WhatBelongs || NotAText.LeavesIt(understood), turn.Language), talk);
        return form.Missing switch
        {
            { Kind: FormQuestionKind.AppendOrReplace } => await SettleAsync(turn, talk, said, cancellationToken),
            { Kind: FormQuestionKind.WhichTasks } => await ChooseTasksAsync(turn, talk, said, cancellationToken),
            { } question => await AnswerAsync(turn, talk, question, said, cancellationToken),
            null => await ReviewAsync(turn, talk, said, cancellationToken),
        };
    }

    private async Task<ReportStep> AnswerAsync(Turn turn, ReportTalk talk, FormQuestion question, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        if (TaskBefore(said) is { } before && form.Find(before) is not null && !question.Tasks.SequenceEqual([before]))
            return await TurnToAsync(turn with { Said = turn.Said with { Tasks = [before] } }, talk, $"第{before}项", cancellationToken);
        if (await FigureFirstAsync(turn, talk, said, cancellationToken) is { } figureFirst)
            return figureFirst;
        (turn, said) = Heard(turn, OpeningLines.Without(said), isAnswer: true);
        var report = form.Read(said);
        // 进展是…，问题没有，成效是…, asked for problems: what is named by name is not the answer alone.
        if (question.Section is { } asked && CueSplit.SplitAnswer(said, form.Sections, asked) is { Count: > 1 } && SectionWords.For(form.Sections) is var names
            && Regex.Match(Spelling.Fold(said), $"^(?<label>{names.Any})(?:情况)?(?:就)?是(?=.{{2}})", RegexOptions.CultureInvariant) is { Success: true } label && names.Of(label.Groups["label"].Value) is { } own && own.Ordinal != asked.Ordinal)
            report = form.Read(said = $"{said[..label.Groups["label"].Length]}：{said[label.Length..]}");
        // 那峰会那条：…, where no task is of that: which one it is must be said before it is written to all.
        if (question.Tasks.Count > 1 && !report.NamesTasks && form.Parts.All(part => part.Texts.Count == 0) && OneOfThem.Match(said) is { Success: true } one)
            return await writing.TakeAsync(turn, talk with { Form = form with { Parts = [] } }, form.Read(said[one.Length..]), cancellationToken);
        // chip shortage. and actually it's 64 not 62: the answer, and a figure of what is written already.
        if (form.Rewriting is null && AnswerAndChange.Match(said) is { Success: true } both && WordChange.Parse(both.Groups["change"].Value, SectionWords.For(form.Sections)) is { IsLoose: false } figure
            && await writing.ChangeWordsAsync(turn, talk, figure, cancellationToken) is { Talk: { Form.Missing: { } still } corrected } changedBeside && still.Section == question.Section)
        {
            var rest = await AnswerAsync(turn with { Said = Understand.Utterance(both.Groups["answer"].Value, [], speaker: turn.Asker.Speaker) }, corrected, still, both.Groups["answer"].Value, cancellationToken);
            return rest with { Say = ReportStep.Joined(changedBeside.Say, rest.Say) };
        }
        // 那没问题了, asked for problems: there are none; asked for anything else it is a yes.
        if (question.Section is { Kind: Data.Model.SectionKind.Problems } && NoProblem.IsMatch(turn.Said.Plain))
            said = "无";
        if (NotAText.IsForTheseFirst(said) && form.Others(report) is { Count: > 0 } others && form.Without(others) is { } first)
        {
            await filing.KeepAsync(form, turn.Asker, cancellationToken);
            var step = await AnswerAsync(turn, talk with { Form = first }, first.Missing ?? question, said, cancellationToken);
            return step with { Say = ReportStep.Joined(new(ReportNotes.KeptForLater(others, turn.Language)), step.Say) };
        }
        if (PartCarriedOver.Parse(said, SectionWords.For(form.Sections)) is not null)
            return await writing.CarryOverAsync(turn, talk, said, [.. question.Tasks], cancellationToken);
        if (SectionOfTasks.Parse(said, SectionWords.For(form.Sections), [.. form.Parts.SelectMany(part => part.Ordinals).Order()]) is { } ofTasks)
            return await writing.GoOnAsync(turn, talk, form.Answer(question, ofTasks), cancellationToken, overwrites: true);
        // Labels without a task, beside a nil report of the others: of the one that is asked about.
        if (report is { HasLabels: true, NamesTasks: false, Blocks: [var unnamed] } && question.Tasks is [var alone] && form.Parts.Any(part => part.IsNil))
            report = report with { Blocks = [unnamed with { Task = alone }] };
        // 成效都写初步见效 下一步按计划走, asked of several tasks: of all that are asked about.
        if (report is { HasLabels: true, NamesTasks: false, Blocks: [{ Free.Length: 0, Heading.Length: 0 } ofAsked] } && question.Tasks.Count > 1)
            return await writing.GoOnAsync(turn, talk with { Form = form with { Rewriting = null } }, question.Tasks.Aggregate(form with { Rewriting = null }, (written, task) => written.Write([task], ofAsked.Sections)), cancellationToken, overwrites: true);
        if (report.HasLabels)
            return await writing.TakeAsync(turn, talk with { Form = form with { Rewriting = null } }, report.Addressed(question, free => NotAText.IsForProgram(Understand.Utterance(free, [], speaker: turn.Asker.Speaker))), cancellationToken);
        if (ReportRevising.IsToBeWhole(form, said))
            return await writing.GoOnAsync(turn, talk, form.Unsplit(), cancellationToken);
        if (GoBack.IsMatch(turn.Said.Plain) && form.Before(question) is { } earlier)
            return new(null, talk with { Form = form with { Rewriting = earlier } });
        if (NotAText.TurnsToTask(turn.Said) && !form.Unknown(turn.Said.Tasks).Any() && !turn.Said.Tasks.SequenceEqual(question.Tasks))
            return await TurnToAsync(turn, talk, said, cancellationToken);
        if (NotAText.OtherSection(turn.Said) is { } named && SectionWords.For(form.Sections).Of(named) is { } other && form.Rewriting is null && form.MoveLast(question, other) is { } put)
            return await writing.GoOnAsync(turn, talk, put, cancellationToken, overwrites: true);
        // 2 is no text: it may be meant for a task, or for nothing.
        if (BareNumber.IsMatch(turn.Said.Plain))
            return ReportStep.NotUnderstood(talk);
        // What ends with a question mark asks something; it is no text of a report.
        if (turn.Said.Plain is var plain && plain.EndsWith('?') && (plain.Length <= 30 || turn.Said.LikeReport < 0.3) && talk.Unread != said)
            return plain.Count(char.IsLetterOrDigit) < 5 ? ReportStep.NotUnderstood(talk) : new(null, talk with { Unread = said, Doubt = said });
        // Then it's nil from us, all three are on hold: the answer to the first question is all there is.
        if (turn.Said is { Intent: Intent.Nil, IsByExample: false, LikeReport: < 0.4 } && turn.Said.IsSure(0.8) && question.Section == form.Progress && form.Parts.All(part => part.Texts.Count == 0))
            return await writing.GoOnAsync(turn, talk, NilTasks.Of(said, form) is { } some ? form.Nil(some, turn.Language) : form.Nil(said, question.Tasks), cancellationToken, overwrites: true);
        if (turn.Said is { Intent: Intent.Nil, IsByExample: false } && ReportForm.IsNilReport(plain))
            return await writing.GoOnAsync(turn, talk, form.Nil(ReportTexts.NothingNew(turn.Language), question.Tasks), cancellationToken, overwrites: true);
        // 其他几栏都写无: what is still to be asked for, all of it.
        if (form.Rewriting is null && RestIsNothing.IsMatch(plain) && form.Parts.Any(part => part.Texts.ContainsKey(form.Progress.Ordinal)))
            return await writing.GoOnAsync(turn, talk, form.RestIsNothing(turn.Language), cancellationToken);
        // and the other two, zero activity: of those that are not being written.
        if (form.Rewriting is null && form.NilOfOthers(said, turn.Language) is { } beside)
            return await writing.GoOnAsync(turn, talk, beside, cancellationToken, overwrites: true);
        // 问题暂时没有: nothing, by the name of its section.
        if (NothingToSay.Named(said) is { } nothing && SectionWords.For(form.Sections).Of(nothing) is { } empty)
            return await writing.GoOnAsync(turn, talk, empty == question.Section ? form.Answer(question, "无", form.Read("无")) : question.Tasks.Aggregate(form, (written, task) => written.Write([task], FormChanges.Of(new(FormQuestionKind.Section, empty, [task]), "无"))), cancellationToken, overwrites: true);
        if (CarryOverWords.Begin(said) && form.Rewriting is null && form.Parts.All(part => part.Texts.Count == 0))
            return await writing.CarryOverAsync(turn, talk, said, [.. question.Tasks], cancellationToken);
        if (await ChangeAsync(turn, talk, said, cancellationToken) is { } changed)
            return changed;
        // good, submit: a yes, and no text of a section.
        if (SummaryYes.Matches(plain) && Filing.IsMatch(plain) && form.Parts.Any(part => part.Texts.Count > 0))
            return new(new(ReportNotes.StillMissing(Names(form, turn.Language), turn.Language)), talk);
        var tells = report.NamesTasks && report.Blocks.Any(block => block.Free.Length > 0);
        if (!NothingToSay.Matches(said) && NotAText.IsPolite(turn.Said) && !tells && !(question.Section?.Kind == SectionKind.NextSteps && NotAText.TellsOfGoingOn(turn.Said)))
            return new(turn.Said.Intent == Intent.Confirm && form.Parts.Any(part => part.Texts.Count > 0) ? new(ReportNotes.StillMissing(Names(form, turn.Language), turn.Language)) : null, talk);
        // Whoever says it again means it.
        if ((NotAText.IsChat(turn.Said) || ForSection.IsDoubtful(turn.Said) || (Wonders.IsMatch(plain) && turn.Said.LikeReport < 0.5)) && !tells && talk.Unread != said && !NothingToSay.Matches(said))
            return new(null, talk with { Unread = said, Doubt = said });
        talk = talk with { Unread = null };
        if (report.NamesTasks && form.Unknown(report.Blocks.Select(block => block.Task ?? 0).Where(task => task != 0)).ToList() is { Count: > 0 } unknown)
            return new(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), talk);
        return await writing.GoOnAsync(turn, talk, form.Answer(question, said, report), cancellationToken);
    }

    private static Regex OneOfThem => field ??= new("^(?:哦|噢|嗯|好的?|那|行|[,，。.\\s])*[\u4e00-\u9fff]{2,8}(?:那|这)一?[条项个块件][:：,，]\\s*(?=\\S{4})");

    private static Regex AnswerAndChange => field ??= new(@"^(?<answer>.{2,200}?)[.。;；,，]\s*(?:and |oh |also |另外|对了|还有|哦)+[,，:： ]*(?<change>.{4,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex NoProblem => field ??= new("^(?:那|这|就|这样|现在|哦|嗯|也|[,])*(?:没|无)有?(?:什么|啥)?问题(?:了|的|啊|吧|哈)*$");

    private static Regex RestIsNothing => field ??= new("^(?:那|后面)?(?:其余|其他|其它|别的|剩下|余下|后面)的?(?:[几两三]?[栏项条个]|部分|内容)*(?:也|就|都|全|均)*(?:写|填|是|报)?(?:上|成)?(?:没有?|无)(?:了|吧|的)?$|^(?:and )?(?:none|nothing|nil) (?:for|in) (?:the )?(?:rest|others?|other sections|remaining ones)$|^(?:the )?(?:rest|others?|other sections)(?: are| is)?(?: all)? (?:none|nothing|nil)$");

    /// <summary>A change to what is written already, said while something else is asked for.</summary>
    /// <returns>Null when it is none.</returns>
    private async Task<ReportStep?> ChangeAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var words = SectionWords.For(form.Sections);
        var corrections = CorrectionText.Parse(said, words);
        if (corrections.Count > 0 && corrections.All(correction => correction.IsMoved || correction.Tasks.Count > 0 || form.Parts.Any(part => part.Texts.ContainsKey(correction.Section.Ordinal))))
            return await writing.CorrectAsync(turn, talk, corrections, cancellationToken);
        if (WordChange.Parse(said, words) is { } change && await writing.ChangeWordsAsync(turn, talk, change, cancellationToken) is { } changed)
            return changed;
        if (ValueChange.Parse(said, words) is { } value && await writing.ChangeValueAsync(turn, talk, value, cancellationToken) is { } put)
            return put;
        if (SeveralChanges.In(said, words) is { Count: > 1 } changes)
            return await writing.ChangeInTurnAsync(turn, new(null, talk), talk, changes, cancellationToken);
        // 88写错了 是89, where nothing holds it: named, and never taken for the answer.
        if (ToldToWrite.IsOrder(said) && form.Parts.Any(part => part.Texts.Count > 0))
            return WordChange.Parse(said, words) is { } lost ? new(new(ReportNotes.NotFound(lost.Old, turn.Language)), talk) : new(ReportTexts.WhichSection(form.Sections, turn.Language), talk);
        if (WordChange.TellsOfError(said) && form.Parts.Any(part => part.Texts.Count > 0))
            return new(ReportTexts.WhichSection(form.Sections, turn.Language), talk);
        // change it says that something is wrong, not what.
        return turn.Said.Intent == Intent.EditReport && turn.Said.IsSure(0.85) && turn.Said.Leftover.Length == 0 && form.Parts.Any(part => part.Texts.Count > 0)
            ? new(ReportTexts.WhichSection(form.Sections, turn.Language), talk) : null;
    }

    /// <summary>等等我还是先报第一项: what is written stays as a draft, and the other task is opened as it stands now.</summary>
    private async Task<ReportStep> TurnToAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var kept = form.Parts.Where(part => part.Texts.Count > 0).SelectMany(part => part.Ordinals).Except(turn.Said.Tasks).ToList();
        if (kept.Count == 0)
            return await writing.GoOnAsync(turn, talk, (form with { Parts = [] }).Place(turn.Said.Tasks), cancellationToken, overwrites: true);
        await filing.KeepAsync(form, turn.Asker, cancellationToken);
        var step = await opening.OpenAsync(turn, new(ReportRequestKind.Start, said, form.PlanId, form.UnitId, form.Period, PeriodIsChosen: true), cancellationToken);
        return step with { Say = ReportStep.Joined(new(ReportNotes.KeptForLater(kept, turn.Language)), step.Say) };
    }

    /// <summary>What stands before 先存着 and is text; null when nothing does.</summary>
    private static string? Answered(Turn turn, string said)
    {
        var clauses = Clause.Matches(said).Select(clause => clause.Value).ToList();
        var text = string.Concat(clauses.SkipLast(1).TakeWhile(clause => Understand.Utterance(clause.TrimEnd('，', ',', '。', ';', '；'), [], speaker: turn.Asker.Speaker) is { LikeReport: > 0.5 }));
        return LabelScan.Tidy(text) is { Length: > 2 } answer ? answer : null;
    }

    private static Regex Clause => field ??= new("[^，,。;；]+[，,。;；]?");

    /// <summary>The message without what is said to the program, and what that means.</summary>
    private static (Turn Turn, string Said) Heard(Turn turn, string said, bool isAnswer)
    {
        var apart = WordsForBot.Apart(said, isAnswer);
        return apart.Text == said ? (turn, said)
            : (turn with { Said = Understand.Utterance(apart.Text, [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], speaker: turn.Asker.Speaker) }, apart.Text);
    }

    /// <summary>The sections asked about; the one that is to be written where none is named, and all at the summary.</summary>
    private static IReadOnlyList<ReportSection> Named(Understood said, ReportForm form)
    {
        var kinds = SectionWords.Find(said.Plain).Select(section => section.Kind).ToHashSet();
        var named = form.Sections.Where(section => kinds.Contains(section.Kind)).ToList();
        // 跟进展有啥区别, asked for results: of both.
        if (form.Missing?.Section is { } open && named is [var only] && only != open && Between.IsMatch(said.Plain))
            return [only, open];
        return named.Count > 0 ? named : form.Missing?.Section is { } asked ? [asked] : form.Sections;
    }

    private static List<string> Names(ReportForm form, Texts.Language language) =>
        [.. form.Sections.Where(section => form.Parts.Any(part => !part.Texts.ContainsKey(section.Ordinal))).Select(section => ReportTexts.SectionName(section, language))];

    private static Regex Between => field ??= new("区别|不同|一样|差别|differ");

    private static Regex Filing => field ??= new("提交|上报|报送|报上去|交上去|发出去|(?<![a-z])(?:submit|send|file|ship)(?![a-z])");

    private static Regex BareNumber => field ??= new("^[0-9]{1,2}$");

    /// <summary>成效要不要附证明材料啊: asked without a mark.</summary>
    private static Regex Wonders => field ??= new("^.{0,20}(?:要不要|用不用|需不需要|能不能|可不可以|是不是|行不行|有没有必要|该不该)[^,.;]{0,16}(?:啊|呀|呢|吗|哦|嘛)?$|^.{0,20}(?:打哪|找谁|找哪|问谁|哪个电话|多少字|几个字|什么格式)[^,.;]{0,8}$");

    private static Regex GoBack => field ??= new("^(?:返回|回到|退回)?(?:上一步|上一题|上一部分|上一个问题)$|^返回$|^(?:go )?back(?: one step)?$");
}
