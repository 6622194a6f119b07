using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Tells in a few words where an answer went, so that one that went to the wrong place is seen at once.</summary>
internal static class Echo
{
    /// <summary>More is seen at the summary.</summary>
    private const int MostSections = 2;

    /// <param name="before">The form before the answer; null when there was none.</param>
    public static ReportStep Echoing(this ReportStep step, ReportForm? before, Language language)
    {
        if (before is null || step.Talk is not { Form: { Missing: { Kind: FormQuestionKind.Section } } form } talk)
            return step;
        var written = form.Parts.SelectMany(part => part.Texts.Where(text => before.PartOf(part.Ordinals[0])?.Texts.GetValueOrDefault(text.Key) != text.Value)).DistinctBy(text => text.Key).OrderBy(text => text.Key).ToList();
        return written.Count is 0 or > MostSections ? step
            : step with { Talk = talk with { Echo = ReportNotes.Written([.. written.Select(text => (ReportTexts.SectionName(form.Section(text.Key), language), text.Value))], language) } };
    }
}
