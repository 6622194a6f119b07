using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What was planned, beside what came of it: facts only.</summary>
public static class PromiseTexts
{
    public static string Heading(string unit, ReportingPeriod first, Language language) => language.In(
        $"{unit}{PeriodNames.Of(first, language)}的下一步，对照{PeriodNames.Of(first.Next(), language)}所报（只列原文，不作评价）：",
        $"{unit}: the next steps of {PeriodNames.Of(first, language)} beside what was reported for {PeriodNames.Of(first.Next(), language)}, word for word and without a verdict:");

    /// <param name="later">The same task a period later; null when it is not owed there.</param>
    public static string Task(LedgerRow row, ProgressEntry? before, (LedgerRow Row, ProgressEntry? Entry)? later, IReadOnlyList<ReportSection> sections, ReportingPeriod first, Language language)
    {
        var lines = new List<string> { TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language) };
        lines.Add(before is null ? Missing(first, language) : Sections(before, sections, [SectionKind.NextSteps], first, language));
        lines.Add(later switch
        {
            null => language.In($"{PeriodNames.Of(first.Next(), language)}没有这一项的应报事项", $"{PeriodNames.Of(first.Next(), language)}: not owed"),
            { Entry: null } => Missing(first.Next(), language),
            { Entry: { } entry } => Sections(entry, sections, [SectionKind.Progress, SectionKind.Problems], first.Next(), language),
        });
        return string.Join('\n', lines);
    }

    private static string Missing(ReportingPeriod period, Language language) => language.In($"{PeriodNames.Of(period, language)}：尚未报送", $"{PeriodNames.Of(period, language)}: not reported");

    private static string Sections(ProgressEntry entry, IReadOnlyList<ReportSection> sections, IReadOnlyList<SectionKind> kinds, ReportingPeriod period, Language language) => string.Join('\n', sections.Where(section => kinds.Contains(section.Kind)).Select(section =>
        language.In($"{PeriodNames.Of(period, language)}{ReportTexts.SectionName(section, language)}：{entry.Sections.GetValueOrDefault(section.Ordinal, "—")}", $"{ReportTexts.SectionName(section, language)} of {PeriodNames.Of(period, language)}: {entry.Sections.GetValueOrDefault(section.Ordinal, "—")}")));
}
