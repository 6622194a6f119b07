using PlanBot.Dialogs.Cards;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using Evidence = PlanBot.Data.Model.Evidence;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Puts what is open in a report into words.</summary>
public sealed class ReportQuestions(IEvidenceRepository evidence)
{
    /// <summary>The open question in words; before the confirmation with the files that go along.</summary>
    public async Task<Reply> AskAsync(ReportTalk talk, Language language, CancellationToken cancellationToken)
    {
        if (talk.Form is not { Missing: null, HasChanges: true } form)
            return Ask(talk, language) is var question && talk.Echo is { } echo ? question with { Text = $"{echo}\n{question.Text}" } : question;
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
        if (question is { Kind: FormQuestionKind.AppendOrReplace })
            return DraftTexts.AppendOrReplace(form.Clashes[0].Ordinal, ReportTexts.SectionName(question.Section!, language), form.Clashes[0].Old, form.Clashes[0].New, language);
        if (question is not null && talk.Doubt is { } doubt)
            return ReportNotes.Doubtful(doubt, ReportTexts.SectionName(question.Section!, language), language);
        if (question is not null)
            return ReportTexts.AskFor(
                question.Section!, Names(form, question.Tasks), form.Rewriting is null ? null : form.PartOf(question.Tasks[0])!.Texts.GetValueOrDefault(question.Section!.Ordinal), language);
        return ReportTexts.WhichSection(form.Sections, language);
    }

    private static List<(int Ordinal, string Name)> Names(ReportForm form, IEnumerable<int> ordinals) => [.. ordinals.Select(ordinal => (ordinal, form.Find(ordinal)!.Name))];

    private static List<SummaryPart> SummaryOf(ReportForm form, ILookup<int, Evidence> files) =>
        [.. form.Parts.Select(part => new SummaryPart(
            [.. part.Ordinals.Select(form.Find).Select(task => new SummaryTask(task!.Ordinal, task.Name, task.IsOpen ? null : task.Known) { Files = [.. files[task.Ordinal]] })], part.Texts, part.Whole is not null))];
}
