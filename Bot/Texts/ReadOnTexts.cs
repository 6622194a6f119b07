using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What a report says of something, and that it says no more.</summary>
public static class ReadOnTexts
{
    /// <param name="words">What was asked about, as the report has it.</param>
    public static string Only(LedgerRow row, ReportSection section, string words, string text, Language language) => language.In(
        $"{row.UnitName}{TaskNames.Ordinal(row.UnitTaskOrdinal, language)}的报告里，与“{words}”有关的原文是：\n{ReportTexts.SectionName(section, language)}：{text}\n报告里只写了这些，我不作推测；需要补充的，可以请联络员说明，或退回修改。",
        $"All that the report of {row.UnitName}, {TaskNames.Ordinal(row.UnitTaskOrdinal, language)}, says of \"{words}\":\n{ReportTexts.SectionName(section, language)}: {text}\nIt says no more, and I do not guess; the contact can be asked, or the report returned.");
}
