using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>The four sections of a report where a notice names none.</summary>
public static class ReportSections
{
    public static IReadOnlyList<ReportSection> Default { get; } =
    [
        new(1, "工作进展情况", SectionKind.Progress), new(2, "存在问题", SectionKind.Problems),
        new(3, "取得成效", SectionKind.Results), new(4, "下一步工作", SectionKind.NextSteps),
    ];
}
