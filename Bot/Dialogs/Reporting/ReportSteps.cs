using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;
using Evidence = PlanBot.Data.Model.Evidence;

namespace PlanBot.Dialogs.Reporting;

/// <param name="Say">Said before the next question; null for nothing.</param>
/// <param name="Talk">Null when the report is filed, kept or dropped.</param>
public sealed record ReportStep(Reply? Say, ReportTalk? Talk);

/// <summary>The conversation about a report: each utterance leads to the next question, to the summary, or to the ledger.</summary>
public sealed partial class ReportSteps(ReportDesk desk, ReportFiling filing, ReportCards cards, CarryOver carryOver, LooseTexts loose, ILedgerQuery ledger, IEvidenceRepository evidence)
{
    public async Task<ReportStep> BeginAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken)
    {
        var isBare = request is { Kind: ReportRequestKind.Start, UnitId: null } && turn.Said is { Unit: null, Period: null, Tasks.Count: 0 };
        var step = isBare && await loose.FindAsync(turn.Asker, cancellationToken) is { } kept
            ? await RecallAsync(turn, kept.Id, kept.Text, cancellationToken)
            : await OpenAsync(turn, request, cancellationToken);
        return await KeepAsync(turn, null, step, cancellationToken);
    }

    public async Task<ReportStep> ContinueAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken) =>
        await KeepAsync(turn, talk, await GoAsync(turn, talk, said, cancellationToken), cancellationToken);

    /// <summary>Whatever has no task yet is kept where the conversation cannot lose it.</summary>
    private async Task<ReportStep> KeepAsync(Turn turn, ReportTalk? before, ReportStep step, CancellationToken cancellationToken) =>
        step with { Talk = await loose.KeepAsync(before, step.Talk, turn.Asker, cancellationToken) };

    private async Task<ReportStep> OpenAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken)
    {
        var (talk, refusal) = await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken);
        if (talk?.Form is not { } form)
            return new(refusal, talk);
        var words = new SectionWords(form.Sections);
        var named = Named(request.Said, form);
        switch (request.Kind)
        {
            case ReportRequestKind.Form:
                return new(FormSheets.FormatOf(request.Said) is { } format ? FormSheets.For(form, format, turn.Language) : cards.For(form, named, turn.Language), null);
            case ReportRequestKind.Correction:
                return await CorrectAsync(turn, talk, CorrectionText.Parse(request.Said, words), cancellationToken);
            case ReportRequestKind.Nil:
                var nil = form.Nil(request.Said);
                return await GoOnAsync(turn, talk, Only(nil, named), cancellationToken);
            case ReportRequestKind.CarryOver:
                return await CarryOverAsync(turn, talk, request.Said, named, cancellationToken);
            case ReportRequestKind.Start:
                return await GoOnAsync(turn, talk, Started(turn, form, named), cancellationToken);
            case ReportRequestKind.Text when request.File is { } file:
                return await TakeFileAsync(turn, talk, file, cancellationToken);
            default:
                var report = form.Read(request.Said);
                return Noted(await TakeAsync(turn, talk, report, cancellationToken), report, turn.Language);
        }
    }

    /// <summary>Plain words were taken as a report: that is said, so that nobody who meant something else is led astray.</summary>
    private static ReportStep Noted(ReportStep step, ReportText report, Language language) =>
        !report.HasLabels && step.Talk?.Form is { Parts.Count: > 0, Missing: { Kind: FormQuestionKind.Section } missing } form && missing.Section != form.Progress
            ? step with { Say = Joined(step.Say, new(ReportNotes.TakenAsProgress(ReportTexts.SectionName(form.Progress, language), language))) }
            : step;

    /// <summary>A form that was filled in and sent back, or any report in a file.</summary>
    private async Task<ReportStep> TakeFileAsync(Turn turn, ReportTalk talk, string file, CancellationToken cancellationToken)
    {
        var returned = ReturnedForm.Of(talk.Form!, talk.Form!.Read(talk.Request.Said));
        if (returned.Report.Blocks.Count == 0)
            return new(returned.Strangers > 0 ? FormFileTexts.NotYours(file, turn.Language) : FormFileTexts.NothingInIt(file, turn.Language), null);
        var step = await TakeAsync(turn, talk, returned.Report, cancellationToken);
        var note = returned.Older.Count > 0 ? $"{FormFileTexts.Read(file, turn.Language)}\n{FormFileTexts.OlderVersion(returned.Older, turn.Language)}" : FormFileTexts.Read(file, turn.Language);
        return step with { Say = Joined(new(note), step.Say) };
    }

    /// <summary>接着写 goes on with whatever there are drafts of; 立即填报 asks which task.</summary>
    private static ReportForm Started(Turn turn, ReportForm form, List<int> named)
    {
        var empty = new Dictionary<int, string>();
        if (named.Count == 0 && turn.Said.Intent == Intent.ResumeDraft && form.Open.Where(task => task.HadDraft).ToList() is { Count: > 0 } begun)
        {
            var own = begun.FindAll(task => task.Colleague is null);
            return (own.Count > 0 ? own : begun).Aggregate(form, (resumed, task) => resumed.Write([task.Ordinal], empty));
        }
        return named.Count > 0 ? form.Place(named) : form.Choices.Count == 1 ? form.Place([form.Choices[0].Ordinal]) : form with { Unplaced = new([], empty) };
    }

    /// <summary>What was written in an earlier conversation comes up again, with the question that was open.</summary>
    private async Task<ReportStep> RecallAsync(Turn turn, Guid id, LooseText text, CancellationToken cancellationToken)
    {
        var (talk, refusal) = text.Parts.Count == 0 && text.Correction is null
            ? (null, null) : await desk.OpenAsync(turn.Asker, text.Request with { Kind = ReportRequestKind.Text, Said = "" }, turn.Plans, cancellationToken);
        if (text.Parts.Count == 0 && text.Correction is null)
        {
            var again = await OpenAsync(turn, text.Request, cancellationToken);
            return new(again.Say ?? new(ReportNotes.Recalled(text.Request.Said, turn.Language)), again.Talk is null ? null : again.Talk with { KeptId = id });
        }
        var words = string.Join('\n', text.Parts.SelectMany(part => part.Texts.Values).Append(text.Correction?.Text).Where(part => part is not null));
        if (talk?.Form is not { } form)
        {
            await loose.ForgetAsync(id, cancellationToken);
            return new(new(string.Join('\n', new[] { refusal?.Text, ReportNotes.CannotPlace(words, turn.Language) }.Where(line => line is not null))), null);
        }
        var step = await GoOnAsync(turn, talk with { KeptId = id }, form.Recall(text), cancellationToken);
        return step with { Say = Joined(new(ReportNotes.Recalled(words, turn.Language)), step.Say) };
    }

    /// <summary>A form card that was sent in.</summary>
    public async Task<ReportStep> BeginAsync(Turn turn, CardReport card, CancellationToken cancellationToken)
    {
        if (await cards.RequestOfAsync(turn.Asker, card.ObligationId, cancellationToken) is not { } request
            || (await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken)).Talk is not { Form: { } form } talk
            || form.Tasks.FirstOrDefault(task => task.ObligationId == card.ObligationId) is not { } task)
            return new(ReportTexts.FormOutdated(turn.Language), null);
        var texts = card.Texts.Where(text => form.Sections.Any(section => section.Ordinal == text.Key)).ToDictionary();
        if (task.Version != card.Version)
            return new(await OfOlderFormAsync(turn, form, task, texts, cancellationToken), null);
        return await KeepAsync(turn, null, await GoOnAsync(turn, talk, (form with { Tasks = [.. form.Tasks.Select(other => other == task ? task with { Known = task.IsOpen ? new Dictionary<int, string>() : task.Known } : other)] })
            .Write([task.Ordinal], texts), cancellationToken), cancellationToken);
    }

    /// <summary>Somebody has filed since the form was opened: it replaces nothing, what was typed in it is kept, and the newer version is shown beside it.</summary>
    private async Task<Reply> OfOlderFormAsync(Turn turn, ReportForm form, FormTask task, Dictionary<int, string> texts, CancellationToken cancellationToken)
    {
        var reply = task.AuthorId == turn.Asker.Person.Id
            ? ReportTexts.FiledAlready(task.Ordinal, task.Version, turn.Language)
            : new(ReportTexts.Refused(ReportRefusal.ChangedMeanwhile, turn.Language));
        // A button pressed twice brings nothing new.
        if (texts.All(text => task.Known.GetValueOrDefault(text.Key) == text.Value))
            return reply;
        await loose.PutAsideAsync(form, task, texts, turn.Asker, cancellationToken);
        var newer = form.Sections.Where(section => task.Known.ContainsKey(section.Ordinal)).Select(section => (ReportTexts.SectionName(section, turn.Language), task.Known[section.Ordinal])).ToList();
        return ReportNotes.OlderForm(reply.Text, task.Ordinal, task.Version, newer, turn.Language);
    }

    private async Task<ReportStep> GoAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var understood = turn.Said;
        if (understood.Intent == Intent.Cancel && understood.IsSure(0.85))
        {
            if (talk.Form is not null)
                await filing.DropAsync(talk.Form, turn.Asker, cancellationToken);
            return new(talk.Form?.IsEdit == true ? ReportTexts.EditCancelled(turn.Language) : ReportTexts.Cancelled(turn.Language), null);
        }
        if (talk.Form is not { } form)
            return talk.Choice!.Options.FirstOrDefault(option => ChoiceWords.Means(option, talk.Choice.Kind, said, talk.Choice.Options)) is { } chosen
                ? await OpenAsync(turn, chosen.Request, cancellationToken)
                : new(ReportTexts.NotAnAnswer(turn.Language), talk);
        if (understood.Intent == Intent.KeepDraft && understood.IsSure(0.7))
        {
            await filing.KeepAsync(form, turn.Asker, cancellationToken);
            return new(ReportTexts.DraftKept(turn.Language), null);
        }
        return form.Missing switch
        {
            { Kind: FormQuestionKind.WhichTasks } => await ChooseTasksAsync(turn, talk, said, cancellationToken),
            { } question => await AnswerAsync(turn, talk, question, said, cancellationToken),
            null => await ReviewAsync(turn, talk, said, cancellationToken),
        };
    }

    /// <summary>The open question in words; before the confirmation with the files that go along.</summary>
    public async Task<Reply> AskAsync(ReportTalk talk, Language language, CancellationToken cancellationToken)
    {
        if (talk.Form is not { Missing: null, HasChanges: true } form)
            return Ask(talk, language);
        var tasks = form.Parts.SelectMany(part => part.Ordinals).Select(ordinal => form.Find(ordinal)!).ToDictionary(task => task.ObligationId, task => task.Ordinal);
        var files = (await evidence.OfAsync(tasks.Keys, cancellationToken)).ToLookup(file => tasks[file.ObligationId]);
        return SummaryTexts.Write(form.UnitName, form.Key, SummaryOf(form, files), form.Sections, SummarySubject.Of(form, [.. files.SelectMany(of => of)]), language);
    }

    private static Reply Ask(ReportTalk talk, Language language)
    {
        if (talk.Form is not { } form)
        {
            var options = talk.Choice!.Options.Select(option => option.Words).ToList();
            return ReportingPeriod.TryParse(talk.Choice.Options[0].Request.Period, out var reported) && talk.Choice.Kind == ReportChoiceKind.WhichPeriod
                ? ReportTexts.WhichPeriod(reported, options, language)
                : ReportTexts.WhichUnit(options, language);
        }
        var period = form.Key;
        var question = form.Missing;
        if (question is { Kind: FormQuestionKind.WhichTasks })
            return ReportTexts.WhichTasks(
                form.UnitName, period, Names(form, form.Choices.Select(task => task.Ordinal)), form.Unplaced is { Texts.Count: > 0 }, form.UnplacedCorrection is not null, form.Unplaced?.Heading ?? "", language);
        if (question is not null)
            return ReportTexts.AskFor(
                question.Section!, Names(form, question.Tasks), form.Rewriting is null ? null : form.PartOf(question.Tasks[0])!.Texts.GetValueOrDefault(question.Section!.Ordinal), language);
        return ReportTexts.WhichSection(form.Sections, language);
    }

    private async Task<ReportStep> ChooseTasksAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var report = form.Read(said);
        var chosen = report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }) ? [] : TaskChoice.Read(said, form.Choices);
        if (chosen.Count > 0)
            return await GoOnAsync(turn, talk, form.Place(chosen), cancellationToken);
        if (form.Unplaced is { Texts.Count: 0 } && CarryOverWords.Begin(said))
            return await CarryOverAsync(turn, talk, said, [], cancellationToken);
        var isReport = report.HasLabels || report.NamesTasks || (form.Unplaced is { Texts.Count: 0 } && Routing.CouldBeReport(turn.Said));
        if (!isReport || form.UnplacedCorrection is not null)
            return new(ReportTexts.NotAnAnswer(turn.Language), talk);
        // A report by number replaces the mere wish to report.
        return await TakeAsync(turn, talk with { Form = report.NamesTasks && form.Unplaced is { Texts.Count: 0 } ? form with { Unplaced = null } : form }, report, cancellationToken);
    }

    private async Task<ReportStep> AnswerAsync(Turn turn, ReportTalk talk, FormQuestion question, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var words = new SectionWords(form.Sections);
        var report = form.Read(said);
        if (report.HasLabels)
            return await TakeAsync(turn, talk with { Form = form with { Rewriting = null } }, report, cancellationToken);
        if (IsToBeWhole(form, said))
            return await GoOnAsync(turn, talk, form.Unsplit(), cancellationToken);
        if (GoBack().IsMatch(turn.Said.Plain) && form.Before(question) is { } earlier)
            return new(null, talk with { Form = form with { Rewriting = earlier } });
        // What ends with a question mark asks something; it is no text of a report.
        if (turn.Said.Plain is { Length: <= 30 } plain && plain.EndsWith('?'))
            return new(ReportTexts.NotAnAnswer(turn.Language), talk);
        if (CarryOverWords.Begin(said) && form.Rewriting is null && form.Parts.All(part => part.Texts.Count == 0))
            return await CarryOverAsync(turn, talk, said, [.. question.Tasks], cancellationToken);
        var corrections = CorrectionText.Parse(said, words);
        if (corrections.Count > 0 && corrections.All(correction => correction.Tasks.Count > 0 || form.Parts.Any(part => part.Texts.ContainsKey(correction.Section.Ordinal))))
            return await CorrectAsync(turn, talk, corrections, cancellationToken);
        // 好的, 收到: politeness is no section of a report, unless 没问题 answers the question about problems.
        if (!NothingToSay.Matches(said) && turn.Said.IsSure(0.85)
            && turn.Said.Intent is Intent.Confirm or Intent.Greeting or Intent.Thanks or Intent.StartReport or Intent.ResumeDraft or Intent.No)
            return new(null, talk);
        if (report.NamesTasks && form.Unknown(report.Blocks.Select(block => block.Task ?? 0).Where(task => task != 0)).ToList() is { Count: > 0 } unknown)
            return new(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), talk);
        return await GoOnAsync(turn, talk, form.Answer(question, said, report), cancellationToken);
    }

    private async Task<ReportStep> ReviewAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var words = new SectionWords(form.Sections);
        if (IsToBeWhole(form, said))
            return await GoOnAsync(turn, talk, form.Unsplit(), cancellationToken);
        if (turn.Said is { Intent: Intent.CarryOver, Section: not null } || CarryOverWords.Begin(said))
            return await CarryOverAsync(turn, talk, said, [.. form.Parts.SelectMany(part => part.Ordinals)], cancellationToken);
        if (CorrectionText.Parse(said, words) is { Count: > 0 } corrections)
            return await CorrectAsync(turn, talk, corrections, cancellationToken);
        var report = form.Read(said);
        if (report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }))
            return await TakeAsync(turn, talk, report, cancellationToken);
        // 成效, after 要改哪一部分.
        if (words.Of(turn.Said.Plain) is { } section)
            return await CorrectAsync(turn, talk, [new([], section, "", IsAddition: false)], cancellationToken);
        if (ThumbsUp().IsMatch(said.Trim()) || turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(0.7))
            return form.HasChanges ? await FileAsync(turn, form, cancellationToken) : new(new(ReportTexts.NothingChanged(turn.Language)), null);
        return turn.Said.Intent is Intent.EditReport or Intent.No && turn.Said.IsSure(0.55)
            ? new(ReportTexts.WhichSection(form.Sections, turn.Language), talk with { Form = form })
            : new(ReportTexts.NotAnAnswer(turn.Language), talk);
    }

    private async Task<ReportStep> TakeAsync(Turn turn, ReportTalk talk, ReportText report, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var named = report.Blocks.Select(block => block.Task).OfType<int>().ToList();
        if (form.Unknown(named).ToList() is { Count: > 0 } unknown)
            return new(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), form.Parts.Count > 0 ? talk : null);
        var step = await GoOnAsync(turn, talk, report.IsForAll ? form.TakeForAll(report) : form.Take(report), cancellationToken);
        return step.Talk?.Form is { IsEdit: true, HasChanges: false, Missing: null } ? new(Joined(step.Say, new(ReportTexts.NothingChanged(turn.Language))), null) : step;
    }

    private async Task<ReportStep> CorrectAsync(Turn turn, ReportTalk talk, IReadOnlyList<Correction> corrections, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        if (form.Unknown(corrections.SelectMany(correction => correction.Tasks)).ToList() is { Count: > 0 } unknown)
            return new(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), form.Parts.Count > 0 ? talk : null);
        return await GoOnAsync(turn, talk, corrections.Aggregate(form, (corrected, correction) => corrected.Correct(correction)), cancellationToken);
    }

    /// <summary>照搬上一季，问题改成…: last period's text as a proposal, with the changes that were said along with it.</summary>
    /// <param name="named">Numbers of the tasks; empty for all that can be meant.</param>
    private async Task<ReportStep> CarryOverAsync(Turn turn, ReportTalk talk, string said, List<int> named, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var ordinals = named.Count > 0 ? named : [.. form.Choices.Select(task => task.Ordinal)];
        var corrections = CorrectionText.Parse(said, new SectionWords(form.Sections));
        var only = corrections.Count > 0 || CarryOverWords.Begin(said) ? null : turn.Said.Section;
        if (corrections.Count == 0)
            return await GoOnAsync(turn, talk, form.CarryOver(ordinals, only), cancellationToken);
        var carried = await carryOver.RunAsync(form.CarryOver(ordinals, only), turn.Plans, cancellationToken);
        var step = await CorrectAsync(turn, talk with { Form = carried.Form }, corrections, cancellationToken);
        return step with { Say = Joined(NotesOf(carried, turn.Language), step.Say) };
    }

    /// <summary>Every answer is kept at once; a text that is too long is told and left out, to be asked for again.</summary>
    private async Task<ReportStep> GoOnAsync(Turn turn, ReportTalk talk, ReportForm form, CancellationToken cancellationToken)
    {
        var carried = await carryOver.RunAsync(form, turn.Plans, cancellationToken);
        var (fitting, tooLong) = WithoutTooLong(carried.Form, turn.Language);
        var notes = Joined(NotesOf(carried, turn.Language), tooLong);
        if (tooLong is not null && talk.Form!.Unplaced is null && fitting.Parts.Count == 0 && fitting.Unplaced is null or { Texts.Count: 0 })
            return new(notes, null);
        foreach (var task in fitting.Parts.SelectMany(part => part.Ordinals).Where(ordinal => talk.Form!.PartOf(ordinal) is null).Select(ordinal => fitting.Find(ordinal)!))
        {
            if (task.Colleague is { } draft)
                notes = Joined(notes, new(ReportNotes.Colleague(
                    draft.Author, task.Ordinal, draft.SavedAt, [.. draft.Sections.Select(text => (ReportTexts.SectionName(fitting.Section(text.Key), turn.Language), text.Value))],
                    turn.Plans.First(plan => plan.Plan.Id == fitting.PlanId).Zone, turn.Language)));
        }
        if (fitting.HasChanges)
            await filing.KeepAsync(fitting, turn.Asker, cancellationToken);
        return new(notes, talk with { Form = fitting });
    }

    private static Reply? NotesOf(CarriedOver carried, Language language) => Joined(
        carried.Found.Count > 0 ? new(ReportNotes.CarriedOver(carried.From!.Value, carried.Found, language)) : null,
        carried.Missing.Count > 0 ? new(ReportNotes.NothingToCarry(carried.From!.Value, carried.Missing, language)) : null);

    private static (ReportForm Form, Reply? Told) WithoutTooLong(ReportForm form, Language language)
    {
        var tooLong = form.Parts.Append(form.Unplaced).OfType<FormPart>().SelectMany(part => part.Texts).Where(text => text.Value.Length > SubmitReport.LongestSection).ToList();
        if (tooLong.Count == 0)
            return (form, null);
        var told = string.Join('\n', tooLong.DistinctBy(text => text.Key).Select(text =>
            ReportTexts.TooLong(ReportTexts.SectionName(form.Section(text.Key), language), text.Value.Length, SubmitReport.LongestSection, language)));
        return (form with { Parts = [.. form.Parts.Select(Fitting)], Unplaced = form.Unplaced is null ? null : Fitting(form.Unplaced) }, new(told));

        static FormPart Fitting(FormPart part) => part with { Texts = part.Texts.Where(text => text.Value.Length <= SubmitReport.LongestSection).ToDictionary() };
    }

    /// <summary>全部作为进展: prose that was split is to stay one.</summary>
    private static bool IsToBeWhole(ReportForm form, string said) => form.Parts.Any(part => part.Whole is not null) && WholeWords().IsMatch(Spelling.Plain(said));

    private static Reply? Joined(Reply? first, Reply? second) => first is null ? second : second is null ? first : second with { Text = $"{first.Text}\n\n{second.Text}" };

    [GeneratedRegex("^(?:请|就|还是)?(?:全部?|都|整段|这些|以上)?(?:都|全)?(?:作为|算作?|当作?|放到?|写到?|是|归入?)(?:工作)?进展(?:情况)?(?:里|中)?(?:吧)?$|^(?:不用|不要|不需要|别|不必)(?:拆分?|分开?)(?:了|吧)?$|^(?:all|everything|the whole)(?: of it| text)? (?:is|as) progress$|^(?:do not|don't) split(?: it)?$|^all is progress$")]
    private static partial Regex WholeWords();

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

    private static List<int> Named(string said, ReportForm form) =>
        [.. TaskWords.Find(Spelling.Plain(said)).Select(task => form.Find(task.Ordinal)?.Ordinal).OfType<int>().Distinct()];

    private static ReportForm Only(ReportForm nil, List<int> ordinals) =>
        ordinals.Count == 0 ? nil : nil with { Parts = [nil.Parts[0] with { Ordinals = ordinals }] };

    private static List<(int Ordinal, string Name)> Names(ReportForm form, IEnumerable<int> ordinals) => [.. ordinals.Select(ordinal => (ordinal, form.Find(ordinal)!.Name))];

    private static List<SummaryPart> SummaryOf(ReportForm form, ILookup<int, Evidence> files) =>
        [.. form.Parts.Select(part => new SummaryPart(
            [.. part.Ordinals.Select(form.Find).Select(task => new SummaryTask(task!.Ordinal, task.Name, task.IsOpen ? null : task.Known) { Files = [.. files[task.Ordinal]] })], part.Texts, part.Whole is not null))];
}
