using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Reporting pass: the paragraph that asks for reports, e.g. "每季度写明进展和问题，次季度第3个工作日前报送市某局".</summary>
internal static partial class ReportingPass
{
    /// <summary>The first regular rule about progress holds; further rules and one-off reports are remarked, because a plan is reported on by one rule.</summary>
    public static NoticeReporting? Read(IReadOnlyList<Passage> paragraphs, string? issuedOn, Remarks remarks)
    {
        var demands = paragraphs.SelectMany(paragraph => Demands(paragraph, issuedOn)).ToList();
        var regular = demands.Where(demand => demand.Frequency is not null and not Frequency.Once).ToList();
        var chosen = regular.FirstOrDefault(demand => demand is { Due.Rule: not null, IsAboutProgress: true })
            ?? regular.FirstOrDefault(demand => demand.Due?.Rule is not null)
            ?? regular.FirstOrDefault(demand => demand is { Due: null, IsAboutProgress: true })
            ?? regular.FirstOrDefault(demand => demand.Due is null)
            ?? OnSeveralDays(demands)
            ?? demands.FirstOrDefault(demand => demand is { Frequency: Frequency.Once, IsAboutProgress: true });
        foreach (var other in demands.Where(other => other != chosen && !(chosen?.Covers(other) ?? false)))
            Leave(other, chosen, remarks);
        return chosen is null ? null : Rule(chosen, paragraphs, issuedOn, remarks);
    }

    private static IEnumerable<ReportDemand> Demands(Passage paragraph, string? issuedOn)
    {
        var compact = paragraph.Compact();
        foreach (var sentence in compact.Split("。；！\n").Where(sentence => ReportWords.Asks(sentence.Text)))
            foreach (var clause in DemandClauses.Cut(sentence, issuedOn).Where(clause => ReportWords.Asks(clause.Words.Text)))
            {
                var due = Due(clause.TimeWords, issuedOn);
                var frequency = due?.Frequency ?? Frequencies.Find(clause.TimeWords);
                if (due is not null || frequency is not null || AfterEvent().IsMatch(clause.TimeWords) || OtherFrequency().IsMatch(clause.TimeWords))
                    yield return new(paragraph, compact, clause, frequency ?? (due is null ? null : Frequency.Once), due);
            }
    }

    /// <summary>每季度末月25日前（四季度为12月15日前）: the brackets hold an exception and not the rule, where the words around them name one.</summary>
    private static DueWords? Due(string words, string? issuedOn) =>
        DueRules.Find(words, issuedOn) is { Rule: Data.Model.Dates } && Exception().IsMatch(words) && DueRules.Find(Exception().Replace(words, ""), issuedOn) is { Rule: not null and not Data.Model.Dates } around
            ? around
            : DueRules.Find(words, issuedOn);

    /// <summary>6月20日前报送上半年进展情况，12月10日前报送全年进展情况: two demands in one sentence, one in each half of the year.</summary>
    private static ReportDemand? OnSeveralDays(List<ReportDemand> demands)
    {
        var dated = demands.Where(demand => demand is { Frequency: Frequency.Once, IsAboutProgress: true, Due.Rule: Data.Model.Dates }).ToList();
        if (dated is not [var first, _, ..] || dated.Exists(demand => demand.Paragraph != first.Paragraph))
            return null;
        var days = dated.SelectMany(demand => ((Data.Model.Dates)demand.Due!.Rule!).Days).Distinct().Order().ToList();
        return DueRules.FrequencyOf(days) is var frequency and not Frequency.Once
            ? first with { Frequency = frequency, Due = first.Due! with { Rule = ((Data.Model.Dates)first.Due.Rule!) with { Days = days } } }
            : null;
    }

    private static void Leave(ReportDemand other, ReportDemand? chosen, Remarks remarks)
    {
        var issue = other switch
        {
            { Due: null, Frequency: null } => OtherFrequency().IsMatch(other.Clause.TimeWords) ? NoticeIssue.SecondRule : NoticeIssue.AfterEvent,
            { Frequency: Frequency.Once } => NoticeIssue.OneOffReport,
            _ => NoticeIssue.SecondRule,
        };
        if (other.Clause.SharesWords && chosen?.Due is { Words: var taken })
            remarks.Add(other.Paragraph.Line, NoticeIssue.SeveralRules, other.Clause.Words.Raw, taken);
        // The same demand said twice, or its frequency repeated without a day, is no second rule.
        else if (issue != NoticeIssue.SecondRule || other is { Due: null, Frequency: null } || (other.Due is null ? other.Frequency != chosen?.Frequency : other.Due.Words != chosen?.Due?.Words))
            remarks.Add(other.Paragraph.Line, issue, other.Clause.Words.Raw);
    }

    private static NoticeReporting Rule(ReportDemand demand, IReadOnlyList<Passage> paragraphs, string? issuedOn, Remarks remarks)
    {
        var (paragraph, line) = (demand.Compact.Text, demand.Paragraph.Line);
        var frequency = demand.Frequency!.Value;
        var rule = demand.Due?.Rule is { } named ? DueRules.WithShift(named, paragraph) : null;
        RemarkDoubts(demand, rule, remarks);
        var first = FirstPeriods.Find(paragraph, frequency, issuedOn, demand.Due?.IsNamedByHandIn == true);
        if (demand.Due?.FirstDue is { } day && (first is null || rule is DayOfNextPeriod))
            first = ReportingPeriod.Containing(day, frequency) is var due && rule is DayOfNextPeriod ? due.Previous() : due;
        if (first is null)
            remarks.Add(line, NoticeIssue.FirstPeriodUnknown);
        return new NoticeReporting
        {
            Frequency = frequency,
            DueRule = rule,
            FirstPeriod = first,
            Evidence = Evidence(demand, rule).Raw,
            Line = line,
            Sections = Sections(demand, paragraphs, remarks),
            Recipient = Recipients.Find(demand.Clause.Words)?.Raw,
            LeadOnly = IsLeadOnly(demand.Clause.Words.Text),
            NeedsSignOff = SignOff().IsMatch(paragraph),
        };
    }

    /// <summary>The sentence that asks, and with it the one of the same paragraph that moves its day (遇节假日顺延).</summary>
    private static Passage Evidence(ReportDemand demand, DueRule? rule)
    {
        var (whole, solid, words) = (demand.Paragraph, demand.Compact.Text, demand.Clause.Words.Text);
        var from = Math.Max(0, solid.IndexOf(words, StringComparison.Ordinal));
        var until = from + words.Length;
        if (rule?.Shift is not null && DueRules.ShiftIn(solid) is var (moved, length))
            (from, until) = (Math.Min(from, moved), Math.Max(until, moved + length));
        var printed = Enumerable.Range(0, whole.Length).Where(i => !char.IsWhiteSpace(whole.Text[i])).ToList();
        var start = from == 0 ? 0 : whole.Text.LastIndexOf('。', printed[from]) + 1;
        var end = whole.Text.IndexOf('。', printed[until - 1]) is >= 0 and var stop ? stop + 1 : whole.Length;
        return whole.Slice(start, end).Trim();
    }

    private static void RemarkDoubts(ReportDemand demand, DueRule? rule, Remarks remarks)
    {
        var (paragraph, line) = (demand.Compact.Text, demand.Paragraph.Line);
        if (rule is null)
            remarks.Add(line, NoticeIssue.NoDueDay);
        if (demand.Due is { IsPeriodUnclear: true, Words: var words })
            remarks.Add(line, NoticeIssue.PeriodUnclear, words);
        if (rule?.Shift is not null && LateShift().Match(paragraph) is { Success: true, Value: var late })
            remarks.Add(line, NoticeIssue.ShiftUnclear, late);
        else if (rule?.Shift is not null && DueRules.ShiftOfOneHoliday(paragraph) is { } holiday)
            remarks.Add(line, NoticeIssue.ShiftUnclear, holiday);
        if (demand.Due is { Words: var chosen } && demand.Clause.Words.Text.IndexOf(chosen, StringComparison.Ordinal) is >= 0 and var at && Exception().Match(demand.Clause.Words.Text, at + chosen.Length) is { Success: true, Value: var other })
            remarks.Add(line, NoticeIssue.SecondRule, other);
        if (rule is { Time: null } && HourUnsaid().Match(demand.Clause.TimeWords) is { Success: true, Value: var hour })
            remarks.Add(line, NoticeIssue.TimeUnclear, hour);
    }

    /// <summary>Named where the report is asked for, in the same paragraph, or where a notice says what its reports hold (报告内容：).</summary>
    private static IReadOnlyList<string> Sections(ReportDemand demand, IReadOnlyList<Passage> paragraphs, Remarks remarks)
    {
        var near = SectionNames.Find(demand.Clause.Words);
        var found = near is { Count: > 1 } ? near
            : ListIn(paragraphs.Select(paragraph => paragraph.Compact()).Where(paragraph => Contents().IsMatch(paragraph.Text)))
            ?? (near is { Count: 1 } ? near : ListIn([demand.Compact]) ?? []);
        if (found.All(SectionNames.IsName))
            return found;
        remarks.Add(demand.Paragraph.Line, NoticeIssue.SectionsUnclear, demand.Clause.Words.Raw);
        return [];
    }

    private static IReadOnlyList<string>? ListIn(IEnumerable<Passage> paragraphs) =>
        paragraphs.SelectMany(paragraph => paragraph.Split("。；\n")).Select(SectionNames.Find).FirstOrDefault(names => names.Count > 1);

    /// <summary>Asks the lead units alone; those whose material they collect are not asked themselves.</summary>
    private static bool IsLeadOnly(string sentence) => Leads().IsMatch(sentence) && !Everybody().IsMatch(Collected().Replace(sentence, ""));

    [GeneratedRegex(@"(?:会后|会议结束后|交办后?|接到|收到|办结后|印发之日起)[^，。；]{0,8}?[\d一二三四五六七八九十]{1,3}个?(?:工作)?[日天](?:之?内|前)")]
    private static partial Regex AfterEvent();

    /// <summary>Frequencies that no plan keeps.</summary>
    [GeneratedRegex("[每按]?(?:双周|两周|隔周|双月|两个月|半个?月|四个月)")]
    private static partial Regex OtherFrequency();

    [GeneratedRegex("(?:节假日|双休日|周末|休息日)[^。；]{0,20}第[二三四2-9]个工作日")]
    private static partial Regex LateShift();

    /// <summary>Behind the day: （四季度为12月15日前）, which no plan keeps.</summary>
    [GeneratedRegex("（[^（）]*(?:第?[一二三四1-4]季度|上半年|下半年|年底|年末|\\d{1,2}月)[^（）]*(?:\\d{1,2}[日号]|末|底)[^（）]*）")]
    private static partial Regex Exception();

    /// <summary>每周五下班前: before an hour that the notice does not name.</summary>
    [GeneratedRegex("(?:上午|中午|下午)?下班之?前|(?:上午|中午|下午|晚上)(?=之?前|以前)")]
    private static partial Regex HourUnsaid();

    [GeneratedRegex("(?:领导|负责人|负责同志|一把手|责任人)[^，。；]{0,6}(?:审阅|审核|审定|审签|审查|审批|签字|签批|签发|同意|把关|签署)|(?:审阅|审核|审定|审签|签字|把关)(?:同意)?后[^。；]{0,30}报")]
    private static partial Regex SignOff();

    [GeneratedRegex("^[^。；]{0,10}(?:报告|报送|汇报|材料|总结)(?:的|主要)*内容")]
    private static partial Regex Contents();

    [GeneratedRegex("牵头(?:责任|负责)?(?:单位|部门)(?!(?:主要)?负责)")]
    private static partial Regex Leads();

    [GeneratedRegex("各(?:有关|相关|责任)(?:责任)?(?:单位|部门)|各(?:单位|部门|区|县|镇|街道|乡镇|地)|责任(?:单位|部门)(?!为)|配合(?:单位|部门)")]
    private static partial Regex Everybody();

    [GeneratedRegex("(?:会同|商|协同|督促|收集|汇总|组织|梳理)(?:各|有关|相关|责任|配合|协同|、|和|及|单位|部门)+|牵头责任(?:单位|部门)")]
    private static partial Regex Collected();
}

/// <summary>A clause that asks for a report.</summary>
/// <param name="Due">Null when it names no day.</param>
/// <param name="Frequency">Null when it tells neither how often nor when: a report after some event.</param>
internal sealed record ReportDemand(Passage Paragraph, Passage Compact, DemandClause Clause, Frequency? Frequency, DueWords? Due)
{
    public bool IsAboutProgress { get; } = ReportWords.AreAboutProgress(Clause.Words.Text);

    /// <summary>Whether the other's days are among its own.</summary>
    public bool Covers(ReportDemand other) =>
        (Due?.Rule, other.Due?.Rule) is (Data.Model.Dates { Days: var own }, Data.Model.Dates { Days: var theirs }) && Paragraph == other.Paragraph && theirs.All(own.Contains);
}
