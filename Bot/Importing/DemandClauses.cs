using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <param name="Words">The clause, for what it asks and of whom.</param>
/// <param name="TimeWords">What tells when; another clause may share the words with it but not this part.</param>
/// <param name="SharesWords">每周五前、每月25日前将…报: several due days with one verb.</param>
internal sealed record DemandClause(Passage Words, string TimeWords, bool SharesWords = false);

/// <summary>Cuts a sentence into the demands that it makes: "每季度末月25日前报送进展情况，12月20日前报送全年总结" makes two.</summary>
internal static partial class DemandClauses
{
    /// <summary>A longer sentence is no demand but a text without full stops. Characters.</summary>
    private const int LongestSentence = 800;

    /// <param name="sentence">Without white space.</param>
    public static IEnumerable<DemandClause> Cut(Passage sentence, string? issuedOn)
    {
        if (sentence.Length > LongestSentence)
            yield break;
        var start = 0;
        var (isDue, every) = (false, (Frequency?)null);
        foreach (var (from, until) in Pieces(sentence.Text))
        {
            var piece = sentence.Text[from..until];
            var (due, often) = (DueRules.Find(piece, issuedOn) is not null, Frequencies.Find(piece));
            // A day that has been asked for is complete; the next day, with its own verb somewhere behind it, is another demand. So is another frequency.
            var isAnother = isDue ? due || often is not null : every is not null && often is not null && often != every;
            if (isAnother && ReportWords.Asks(sentence.Text[start..from]) && ReportWords.Asks(sentence.Text[from..]))
            {
                foreach (var clause in WithSharedWords(sentence.Slice(start, from).TrimEnd('，')))
                    yield return clause;
                (start, isDue, every) = (from, false, null);
            }
            (isDue, every) = (isDue || due, every ?? often);
        }
        foreach (var clause in WithSharedWords(sentence.From(start)))
            yield return clause;
    }

    /// <summary>Cut behind each comma outside brackets.</summary>
    private static IEnumerable<(int From, int Until)> Pieces(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth = text[i] switch { '（' => depth + 1, '）' => Math.Max(0, depth - 1), _ => depth };
            if (text[i] != '，' || depth > 0)
                continue;
            yield return (start, i + 1);
            start = i + 1;
        }
        yield return (start, text.Length);
    }

    private static IEnumerable<DemandClause> WithSharedWords(Passage clause)
    {
        // 6月5日前、12月5日前: the days of one rule.
        var oneRule = BetweenDates().Replace(clause.Text, "、");
        var seams = BetweenDays().Matches(oneRule);
        if (oneRule != clause.Text || seams.Count == 0)
            return [new(clause, oneRule)];
        var starts = seams.Select(seam => seam.Index + seam.Length).Prepend(0).ToList();
        return starts.Select((start, i) => new DemandClause(clause, clause.Text[start..(i + 1 < starts.Count ? seams[i].Index : clause.Length)], SharesWords: true));
    }

    [GeneratedRegex(@"(?<=\d月\d{1,2}[日号])(?:之?前|以前)(?:、|和|及|，)(?:第?[一二三四]季度|[上下]半年|全年|年度)?[于在]?(?=(?:次年|明年|翌年)?\d{1,2}月\d{1,2}[日号])")]
    private static partial Regex BetweenDates();

    [GeneratedRegex(@"(?<=前|末|底|内)(?:、|和|及|，)(?=[于在]?(?:每|次月|下月|年[底末终]|\d{1,2}月\d))")]
    private static partial Regex BetweenDays();
}

/// <summary>The words that ask for a report.</summary>
internal static partial class ReportWords
{
    public static bool Asks(string sentence) => Reports().IsMatch(NotAReport().Replace(sentence, ""));

    /// <summary>About how the work goes, and not about a plan for it or a list of names.</summary>
    public static bool AreAboutProgress(string clause) => Progress().IsMatch(Quoted().Replace(clause, ""));

    [GeneratedRegex("报送|上报|报告(?!制度|会)|填报|呈报|反馈|提交|汇报|报至|报到|书面报|报(?=[我市区县省州局办各乡镇国自旗本])|(?<![情简专日晚申预播警捷通])报(?=(?![送告名表纸刊社道销价废考警税关批建请经答复备到至])[^，。；、]{1,18}(?:部|委|厅|局|办|处|科|署|院|组|中心|政府|集团))|送(?=[我市区县省州])|(?<=将[^。；]{2,60}(?:情况|进展|进度|总结|材料|台账|报表)(?:书面|一并|分别|及时)*)送(?![达检审医货])(?=[^，。；、]{2,18}(?:部|委|厅|局|办|处|科|组|中心|政府))|报[^，。；]{0,20}(?:备案|汇总)|发(?:送|至|到)[^，。；]{0,8}(?:邮箱|信箱|@)")]
    private static partial Regex Reports();

    /// <summary>Words that hold 报送 without asking for it.</summary>
    [GeneratedRegex("政府工作报告|(?:对|将|把|的|按照|单位|部门|信息)(?:报送|报告》?)(?:情况|工作|制度|质量|要求|时间)")]
    private static partial Regex NotAReport();

    [GeneratedRegex("进展|进度|情况|成效|(?:工作|年度|半年|年终|全年|阶段性?|书面)总结|小结|台账|报表")]
    private static partial Regex Progress();

    [GeneratedRegex("《[^》]*》|（[^）]*）")]
    private static partial Regex Quoted();
}
