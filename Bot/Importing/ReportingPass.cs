using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Reporting pass: the paragraph that asks for reports, e.g. "每季度写明进展和问题，次季度第3个工作日前报送市某局".</summary>
internal static partial class ReportingPass
{
    /// <summary>The first regular rule holds; further rules and one-off reports are remarked, because a plan is reported on by one rule.</summary>
    public static NoticeReporting? Read(IReadOnlyList<Passage> paragraphs, string? issuedOn, Remarks remarks)
    {
        var demands = paragraphs.SelectMany(paragraph => Demands(paragraph, issuedOn)).ToList();
        var chosen = demands.FirstOrDefault(demand => demand is { Due.Rule: not null, Frequency: not Frequency.Once })
            ?? demands.FirstOrDefault(demand => demand is { Frequency: not null and not Frequency.Once, Due: null })
            ?? demands.FirstOrDefault(demand => demand is { Frequency: Frequency.Once, IsAboutProgress: true });
        foreach (var other in demands.Where(other => other != chosen))
            Leave(other, chosen, remarks);
        return chosen is null ? null : Rule(chosen, issuedOn, remarks);
    }

    private static IEnumerable<ReportDemand> Demands(Passage paragraph, string? issuedOn)
    {
        var compact = paragraph.Compact();
        foreach (var sentence in compact.Split("。；！\n"))
        {
            if (!Reports().IsMatch(NotAReport().Replace(sentence.Text, "")))
                continue;
            var due = DueRules.Find(sentence.Text, issuedOn);
            var frequency = due?.Frequency ?? Frequencies.Find(sentence.Text);
            if (due is not null || frequency is not null || AfterEvent().IsMatch(sentence.Text))
                yield return new(paragraph, compact, sentence, frequency ?? (due is null ? null : Frequency.Once), due, SectionNames.Find(sentence).Count > 0);
        }
    }

    private static void Leave(ReportDemand other, ReportDemand? chosen, Remarks remarks)
    {
        var issue = other switch
        {
            { Due: null, Frequency: null } => NoticeIssue.AfterEvent,
            { Frequency: Frequency.Once } => NoticeIssue.OneOffReport,
            _ => NoticeIssue.SecondRule,
        };
        // The same demand said twice, or a frequency repeated without a day, is no second rule.
        if (issue != NoticeIssue.SecondRule || other.Due is not null && other.Due.Words != chosen?.Due?.Words)
            remarks.Add(other.Paragraph.Line, issue, other.Sentence.Raw);
    }

    private static NoticeReporting Rule(ReportDemand demand, string? issuedOn, Remarks remarks)
    {
        var (paragraph, line) = (demand.Compact.Text, demand.Paragraph.Line);
        var frequency = demand.Frequency!.Value;
        var rule = demand.Due?.Rule is { } named ? DueRules.WithShift(named, paragraph) : null;
        if (rule is null)
            remarks.Add(line, NoticeIssue.NoDueDay);
        if (demand.Due is { IsPeriodUnclear: true, Words: var words })
            remarks.Add(line, NoticeIssue.PeriodUnclear, words);
        if (rule?.Shift is not null && LateShift().Match(paragraph) is { Success: true, Value: var shift })
            remarks.Add(line, NoticeIssue.ShiftUnclear, shift);
        var first = FirstPeriods.Find(paragraph, frequency, issuedOn, demand.Due?.IsNamedByHandIn == true)
            ?? (rule is Data.Model.Dates { Days: [var day, ..] } ? ReportingPeriod.Containing(day, frequency) : null);
        if (first is null)
            remarks.Add(line, NoticeIssue.FirstPeriodUnknown);
        var sections = SectionNames.Find(demand.Sentence);
        return new NoticeReporting
        {
            Frequency = frequency,
            DueRule = rule,
            FirstPeriod = first,
            Evidence = demand.Paragraph.Raw,
            Line = line,
            Sections = sections.Count > 0 ? sections : demand.Compact.Split("。；\n").Select(SectionNames.Find).FirstOrDefault(found => found.Count > 1) ?? [],
            Recipient = Recipients.Find(demand.Sentence)?.Raw,
            LeadOnly = IsLeadOnly(demand.Sentence.Text),
        };
    }

    /// <summary>Asks the lead units alone; those whose material they collect are not asked themselves.</summary>
    private static bool IsLeadOnly(string sentence) => Leads().IsMatch(sentence) && !Everybody().IsMatch(Collected().Replace(sentence, ""));

    [GeneratedRegex("报送|上报|报告(?!制度|会)|填报|呈报|反馈|提交|汇报|报至|报到|书面报|报(?=[我市区县省州局办各乡镇国自])|送(?=[我市区县省州])|报[^，。；]{0,20}(?:备案|汇总)")]
    private static partial Regex Reports();

    /// <summary>Words that hold 报送 without asking for it.</summary>
    [GeneratedRegex("(?:对|将|把|的|按照|单位|部门|信息)报送(?:情况|工作|制度|质量|要求|时间)")]
    private static partial Regex NotAReport();

    [GeneratedRegex(@"(?:会后|会议结束后|交办后?|接到|收到|办结后|印发之日起)[^，。；]{0,8}?[\d一二三四五六七八九十]{1,3}个?(?:工作)?[日天](?:之?内|前)")]
    private static partial Regex AfterEvent();

    [GeneratedRegex("(?:节假日|双休日|周末|休息日)[^。；]{0,20}第[二三四2-9]个工作日")]
    private static partial Regex LateShift();

    [GeneratedRegex("牵头(?:责任|负责)?(?:单位|部门)")]
    private static partial Regex Leads();

    [GeneratedRegex("各(?:有关|相关|责任)(?:责任)?(?:单位|部门)|各(?:单位|部门|区|县|镇|街道|乡镇|地)|责任(?:单位|部门)(?!为)|配合(?:单位|部门)")]
    private static partial Regex Everybody();

    [GeneratedRegex("(?:会同|商|协同|督促|收集|汇总|组织|梳理)(?:各|有关|相关|责任|配合|协同|、|和|及|单位|部门)+|牵头责任(?:单位|部门)")]
    private static partial Regex Collected();
}

/// <summary>A sentence that asks for a report.</summary>
/// <param name="Due">Null when it names no day.</param>
/// <param name="Frequency">Null when it tells neither how often nor when: a report after some event.</param>
internal sealed record ReportDemand(Passage Paragraph, Passage Compact, Passage Sentence, Frequency? Frequency, DueWords? Due, bool IsAboutProgress);
