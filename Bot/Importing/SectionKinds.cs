using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>What the named sections of a report are about, told from their words.</summary>
public static partial class SectionKinds
{
    /// <summary>The notice's sections, numbered from 1 in its order; none when it names none.</summary>
    public static IReadOnlyList<ReportSection> Of(Notice notice) => Of(notice.Plan.Reporting?.Sections ?? []);

    public static IReadOnlyList<ReportSection> Of(IEnumerable<string> names) => [.. names.Select((name, index) => new ReportSection(index + 1, name, Of(name)))];

    /// <summary>Later words win over 情况 and 工作, which stand in the name of every kind of section.</summary>
    public static SectionKind Of(string name) =>
        NextSteps().IsMatch(name) ? SectionKind.NextSteps
        : Problems().IsMatch(name) ? SectionKind.Problems
        : Results().IsMatch(name) ? SectionKind.Results
        : Progress().IsMatch(name) ? SectionKind.Progress
        : SectionKind.Other;

    [GeneratedRegex("下一?步|下一?阶段|后续|措施|打算|计划|安排|思路|建议|办法|(?i:next|plan)")]
    private static partial Regex NextSteps();

    [GeneratedRegex("问题|困难|难点|堵点|不足|短板|瓶颈|障碍|(?i:problem|issue|difficult)")]
    private static partial Regex Problems();

    [GeneratedRegex("成效|效果|成果|成绩|亮点|经验|做法|体会|(?i:result|achievement|outcome)")]
    private static partial Regex Results();

    [GeneratedRegex("进展|进度|推进|落实|完成|开展|情况|总结|(?i:progress|status)")]
    private static partial Regex Progress();
}
