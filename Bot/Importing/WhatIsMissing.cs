using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
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
        {
            // A letter that sends a plan out, or announces its tasks, has lost its attachment; another one assigns nothing that can be read.
            var attachment = lines.FirstOrDefault(line => Attachment().IsMatch(line.Text));
            remarks.Add(attachment?.Line ?? header.Title?.Line ?? 1, AnnouncesTasks(lines) ? NoticeIssue.TasksMissing : NoticeIssue.NothingAssigned);
        }
        if (tasks.Count == 0 && UnreadLayouts.OtherTable(lines) is { } table)
            remarks.Add(table.Line, NoticeIssue.LayoutNotRead);
        if (tasks.Count > 0 && UnreadLayouts.GluedTable(lines) is { } glued)
            remarks.Add(glued.Line, NoticeIssue.LayoutNotRead);
        if (tasks.Count == 0)
            RemarkAnnounced(lines, remarks);
        else
            RemarkDifference(lines, tasks, remarks);
    }

    /// <summary>It has an attachment, sends a paper out, counts its tasks, or holds a table that is not read.</summary>
    public static bool AnnouncesTasks(IReadOnlyList<Passage> lines) =>
        lines.Any(line => Attachment().IsMatch(line.Text) || Sends().IsMatch(line.Text) || AnyCount().IsMatch(line.Text)) || UnreadLayouts.OtherTable(lines) is not null;

    /// <summary>Of a plan on which lead units report.</summary>
    public static void RemarkTasksWithoutLead(IReadOnlyList<NoticeTask> tasks, Remarks remarks)
    {
        foreach (var task in tasks.Where(task => task.Units.All(unit => unit.Role != AssignmentRole.Lead)))
            remarks.Add(task.Line, task.Units.Any(unit => unit.Role == AssignmentRole.Responsible) ? NoticeIssue.NoLeadNamed : NoticeIssue.NobodyReports, task.Number ?? task.Title ?? task.Text);
    }

    private static void RemarkAnnounced(IReadOnlyList<Passage> lines, Remarks remarks)
    {
        if (First(lines, AnyCount()) is var (line, words))
            remarks.Add(line.Line, NoticeIssue.TasksAnnounced, line.Slice(words.Index, words.Index + words.Length).Raw);
    }

    /// <summary>A table row may hold several items of one number, so only the count of tasks or of numbers is compared.</summary>
    private static void RemarkDifference(IReadOnlyList<Passage> lines, IReadOnlyList<NoticeTask> tasks, Remarks remarks)
    {
        if (First(lines, Announced()) is var (line, words) && int.Parse(words.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) is var count
            && count != tasks.Count && count != tasks.Select(task => task.Number).Distinct().Count())
            remarks.Add(line.Line, NoticeIssue.CountDiffers, line.Slice(words.Index, words.Index + words.Length).Raw, tasks.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static (Passage Line, Match Words)? First(IReadOnlyList<Passage> lines, Regex count) =>
        lines.Select(line => (line, match: count.Match(line.Text))).Where(pair => pair.match.Success).Select(pair => ((Passage, Match)?)pair).FirstOrDefault();

    [GeneratedRegex(@"^\s*附\s*件")]
    private static partial Regex Attachment();

    [GeneratedRegex("印发|下发|附后|附件|分解下达|分解落实")]
    private static partial Regex Sends();

    // Digits are taken a few at a time and only from where they begin: a line may consist of nothing else.
    [GeneratedRegex(@"(?:共(?:计|有|分解|安排)?\s{0,9}|(?<!\d)\d{1,4}\s{0,9}大?类\s{0,9}|(?:确定|明确|提出|列入)的?)(?<count>\d{1,4})\s{0,9}(?:项|条)(?:(?:重点|具体|主要)?(?:工作|任务|事项|措施)){0,3}")]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?<!\d)\d{1,4}\s{0,9}(?:项|条|件)(?:重点|具体|主要|民生|目标|工作|任务|实事|事项|措施|项目){1,4}")]
    private static partial Regex AnyCount();
}
