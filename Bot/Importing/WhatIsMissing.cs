using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Last pass: says what a reader would miss, such as the tasks of an attachment that is not there, or fewer tasks than the notice announces.</summary>
internal static partial class WhatIsMissing
{
    public static void Remark(IReadOnlyList<Passage> lines, NoticeHeader header, IReadOnlyList<NoticeTask> tasks, Remarks remarks)
    {
        if (header.Title is null)
            remarks.Add(1, NoticeIssue.TitleMissing);
        if (header.IssuedOn is null)
            remarks.Add(header.Title?.Line ?? 1, NoticeIssue.DateMissing);
        if (tasks.Count == 0)
            remarks.Add(lines.FirstOrDefault(line => Attachment().IsMatch(line.Text))?.Line ?? header.Title?.Line ?? 1, NoticeIssue.TasksMissing);
        if (tasks.Count == 0 && UnreadLayouts.OtherTable(lines) is { } table)
            remarks.Add(table.Line, NoticeIssue.LayoutNotRead);
        var announced = lines.Select(line => (line, match: Announced().Match(line.Text))).FirstOrDefault(pair => pair.match.Success);
        // A table row may hold several items of one number, so only the count of tasks or of numbers is compared.
        if (announced.match is { Success: true } match && tasks.Count > 0 && int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) is var count
            && count != tasks.Count && count != tasks.Select(task => task.Number).Distinct().Count())
            remarks.Add(announced.line.Line, NoticeIssue.CountDiffers, announced.line.Slice(match.Index, match.Index + match.Length).Raw, tasks.Count.ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\s*附\s*件")]
    private static partial Regex Attachment();

    [GeneratedRegex(@"(?:共(?:计|有|分解|安排)?\s*|\d+\s*大?类\s*)(?<count>\d{1,4})\s*(?:项|条)(?:(?:重点|具体|主要)?(?:工作|任务|事项|措施))*")]
    private static partial Regex Announced();
}
