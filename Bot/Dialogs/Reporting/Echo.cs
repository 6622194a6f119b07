using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Tells in a few words where an answer went, so that one that went to the wrong place is seen at once.</summary>
internal static class Echo
{
    /// <summary>More is seen at the summary.</summary>
    private const int MostSections = 2;
    private const int MostOfTasks = 4;

    /// <param name="before">The form before the answer; null when there was none.</param>
    public static ReportStep Echoing(this ReportStep step, ReportForm? before, Language language)
    {
        if (before is null || step.Talk is not { Form: { Missing: { Kind: FormQuestionKind.Section } } form } talk)
            return step;
        var written = form.Parts.SelectMany(part => part.Texts.Where(text => before.PartOf(part.Ordinals[0])?.Texts.GetValueOrDefault(text.Key) != text.Value).Select(text => (part.Ordinals, Section: text.Key, Text: text.Value)))
            .GroupBy(text => (text.Section, text.Text)).OrderBy(group => group.Key.Section).ToList();
        // Where tasks got different words, each is named.
        var differ = written.Select(group => group.Key.Section).Distinct().Count() < written.Count;
        return written.Count is 0 || written.Count > (differ ? MostOfTasks : MostSections) ? step
            : step with { Talk = talk with { Echo = ReportNotes.Written([.. written.Select(group => ((differ ? Of([.. group.SelectMany(text => text.Ordinals).Order()], language) : "") + ReportTexts.SectionName(form.Section(group.Key.Section), language), group.Key.Text))], language) } };
    }

    private static string Of(IReadOnlyList<int> tasks, Language language) => string.Join(language.In("、", ", "), tasks.Select(task => TaskNames.Ordinal(task, language))) + language.In("", ", ");
}
