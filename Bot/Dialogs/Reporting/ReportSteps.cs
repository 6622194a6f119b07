using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <param name="Say">Said before the next question; null for nothing.</param>
/// <param name="Talk">Null when the report is filed, kept or dropped.</param>
public sealed record ReportStep(Reply? Say, ReportTalk? Talk);

/// <summary>The conversation about a report: each utterance leads to the next question, to the summary, or to the ledger.</summary>
public sealed class ReportSteps(ReportDesk desk, ReportFiling filing, ReportCards cards, ILedgerQuery ledger)
{
    public async Task<ReportStep> BeginAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken)
    {
        var (talk, refusal) = await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken);
        if (talk?.Form is not { } form)
            return new(refusal, talk);
        var words = new SectionWords(form.Sections);
        switch (request.Kind)
        {
            case ReportRequestKind.Form:
                return new(cards.For(form, Named(request.Said, form), turn.Language), null);
            case ReportRequestKind.Correction:
                return await CorrectAsync(turn, talk, CorrectionText.Parse(request.Said, words), cancellationToken);
            case ReportRequestKind.Nil:
                var nil = form.Nil(request.Said);
                return await GoOnAsync(turn, talk, Only(nil, Named(request.Said, form)), cancellationToken);
            case ReportRequestKind.Start:
                var named = Named(request.Said, form);
                var started = named.Count > 0 ? form.Place(named) : form.Choices.Count == 1 ? form.Place([form.Choices[0].Ordinal]) : form with { Unplaced = new([], new Dictionary<int, string>()) };
                return await GoOnAsync(turn, talk, started, cancellationToken);
            default:
                return await TakeAsync(turn, talk, ReportText.Parse(request.Said, words, form.Open.Count, form.Tasks.Count == 1), cancellationToken);
        }
    }

    /// <summary>A form card that was sent in.</summary>
    public async Task<ReportStep> BeginAsync(Turn turn, CardReport card, CancellationToken cancellationToken)
    {
        if (await cards.RequestOfAsync(turn.Asker, card, cancellationToken) is not { } request
            || (await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken)).Talk is not { Form: { } form } talk
            || form.Tasks.FirstOrDefault(task => task.ObligationId == card.ObligationId) is not { } task)
            return new(ReportTexts.FormOutdated(turn.Language), null);
        if (task.Version != card.Version)
            return new(task.AuthorId == turn.Asker.Person.Id ? ReportTexts.FiledAlready(task.Ordinal, task.Version, turn.Language) : new(ReportTexts.Refused(ReportRefusal.ChangedMeanwhile, turn.Language)), null);
        var texts = card.Texts.Where(text => form.Sections.Any(section => section.Ordinal == text.Key)).ToDictionary();
        return await GoOnAsync(turn, talk, (form with { Tasks = [.. form.Tasks.Select(other => other == task ? task with { Known = task.IsOpen ? new Dictionary<int, string>() : task.Known } : other)] })
            .Write([task.Ordinal], texts), cancellationToken);
    }

    public async Task<ReportStep> ContinueAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
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
                ? await BeginAsync(turn, chosen.Request, cancellationToken)
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

    /// <summary>The open question in words.</summary>
    public static Reply Ask(ReportTalk talk, Language language)
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
                form.UnitName, period, Names(form, form.Choices.Select(task => task.Ordinal)), form.Unplaced is { Texts.Count: > 0 }, form.UnplacedCorrection is not null, language);
        if (question is not null)
            return ReportTexts.AskFor(
                question.Section!, Names(form, question.Tasks), form.Rewriting is null ? null : form.PartOf(question.Tasks[0])!.Texts.GetValueOrDefault(question.Section!.Ordinal), language);
        return form.HasChanges ? ReportTexts.Summary(form.UnitName, period, SummaryOf(form), form.Sections, language) : ReportTexts.WhichSection(form.Sections, language);
    }

    private async Task<ReportStep> ChooseTasksAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var report = ReportText.Parse(said, new SectionWords(form.Sections), form.Open.Count, form.Tasks.Count == 1);
        var chosen = report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }) ? [] : TaskChoice.Read(said, form.Choices);
        if (chosen.Count > 0)
            return await GoOnAsync(turn, talk, form.Place(chosen), cancellationToken);
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
        var report = ReportText.Parse(said, words, form.Open.Count, form.Tasks.Count == 1);
        if (report.HasLabels)
            return await TakeAsync(turn, talk with { Form = form with { Rewriting = null } }, report, cancellationToken);
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
        if (CorrectionText.Parse(said, words) is { Count: > 0 } corrections)
            return await CorrectAsync(turn, talk, corrections, cancellationToken);
        var report = ReportText.Parse(said, words, form.Open.Count, form.Tasks.Count == 1);
        if (report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }))
            return await TakeAsync(turn, talk, report, cancellationToken);
        if (turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(0.7))
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
        return await GoOnAsync(turn, talk, report.IsForAll ? form.TakeForAll(report) : form.Take(report), cancellationToken);
    }

    private async Task<ReportStep> CorrectAsync(Turn turn, ReportTalk talk, IReadOnlyList<Correction> corrections, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        if (form.Unknown(corrections.SelectMany(correction => correction.Tasks)).ToList() is { Count: > 0 } unknown)
            return new(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), form.Parts.Count > 0 ? talk : null);
        return await GoOnAsync(turn, talk, corrections.Aggregate(form, (corrected, correction) => corrected.Correct(correction)), cancellationToken);
    }

    /// <summary>Every answer is kept at once; a text that is too long is told and not taken.</summary>
    private async Task<ReportStep> GoOnAsync(Turn turn, ReportTalk talk, ReportForm form, CancellationToken cancellationToken)
    {
        foreach (var (section, text) in form.Parts.Append(form.Unplaced).OfType<FormPart>().SelectMany(part => part.Texts))
        {
            if (text.Length > SubmitReport.LongestSection)
                return new(
                    new(ReportTexts.TooLong(ReportTexts.SectionName(form.Section(section), turn.Language), text.Length, SubmitReport.LongestSection, turn.Language)),
                    talk.Form!.Parts.Count > 0 || talk.Form.Unplaced is not null ? talk : null);
        }
        if (form.HasChanges)
            await filing.KeepAsync(form, turn.Asker, cancellationToken);
        return new(null, talk with { Form = form });
    }

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

    private static List<int> Named(string said, ReportForm form) =>
        [.. TaskWords.Find(Spelling.Plain(said)).Select(task => form.Find(task.Ordinal)?.Ordinal).OfType<int>().Distinct()];

    private static ReportForm Only(ReportForm nil, List<int> ordinals) =>
        ordinals.Count == 0 ? nil : nil with { Parts = [nil.Parts[0] with { Ordinals = ordinals }] };

    private static List<(int Ordinal, string Name)> Names(ReportForm form, IEnumerable<int> ordinals) => [.. ordinals.Select(ordinal => (ordinal, form.Find(ordinal)!.Name))];

    private static List<SummaryPart> SummaryOf(ReportForm form) =>
        [.. form.Parts.Select(part => new SummaryPart([.. part.Ordinals.Select(form.Find).Select(task => new SummaryTask(task!.Ordinal, task.Name, task.IsOpen ? null : task.Known))], part.Texts))];
}
