using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Why the plan that a command names cannot be told; one line in both languages.</summary>
public static class PlanArgumentTexts
{
    public static string None(string named, IEnumerable<string> titles) => titles.ToList() is { Count: > 0 } known
        ? $"没有标题或编号为“{named}”的计划；现有：{string.Join("；", known)}。 There is no plan of the title or id \"{named}\"; there are: {string.Join("; ", known)}."
        : NotImported;

    public const string NotImported = "还没有导入任务计划，请先用 import 导入通知。 No plan has been imported yet; import a notice first.";

    public static string Several(string named, IEnumerable<string> titles) =>
        $"有几个计划的标题里都有“{named}”，请写出完整的标题或编号：{string.Join("；", titles)}。 Several plans have \"{named}\" in their titles; name one by its whole title or its id.";

    /// <param name="rule">How often it reports, and when.</param>
    public static string OtherFrequency(string title, ReportingPeriod period, string rule, string ruleInEnglish) =>
        $"《{title}》{rule}，没有 {period} 这样的报告期。 {title} is reported on by another rule ({ruleInEnglish}): {period} is no period of it.";

    public static string Skipped(ReportingPeriod period) => $"按这个计划的报送要求，{period} 不用报送。 By the plan's rule nothing is due for {period}.";
}
