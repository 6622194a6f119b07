using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>As many numbered lines as the notice has sections, in its order and without labels: a proposal, for lines of one section may be numbered as well.</summary>
internal static class NumberedSections
{
    /// <returns>Text by <see cref="ReportSection.Ordinal"/>; null unless the lines themselves show that they are sections: nothing to say for one, or problems second and plans last.</returns>
    /// <param name="isOneTask">It is certain which task the text is about: then so many points on one line are its sections, and not tasks.</param>
    public static IReadOnlyDictionary<int, string>? Split(string text, IReadOnlyList<ReportSection> sections, bool isOneTask = false)
    {
        var folded = LabelScan.Fold(text);
        var isOneLine = !folded.Trim().Contains('\n', StringComparison.Ordinal);
        var lines = (isOneLine ? Point : Line).Matches(folded).ToList();
        if (sections.Count < 3 || lines.Count != sections.Count || folded[..lines[0].Index].Trim().Length > 0
            || !lines.Select(line => Numbers.Parse(line.Groups["n"].Value) ?? 0).SequenceEqual(Enumerable.Range(1, sections.Count)))
            return null;
        var texts = lines.Zip(lines.Skip(1).Select(next => next.Index).Append(text.Length), (line, end) => LabelScan.Tidy(text[(line.Index + line.Length)..end])).ToList();
        var ordered = sections.OrderBy(section => section.Ordinal).ToList();
        if (texts.Exists(part => part.Length == 0) || !((isOneLine && isOneTask) || texts.Skip(1).Any(NothingToSay.Matches) || TellsOfItsSection(texts, ordered)))
            return null;
        return ordered.Zip(texts, (section, part) => (section, part)).ToDictionary(
            pair => pair.section.Ordinal, pair => pair.section.Kind != SectionKind.Progress && NothingToSay.Matches(pair.part) ? NothingToSay.Written(pair.part) : pair.part);
    }

    private static bool TellsOfItsSection(List<string> texts, List<ReportSection> sections) => sections.Zip(texts).All(pair => pair.First.Kind switch
    {
        SectionKind.Problems => Lacking.IsMatch(pair.Second),
        SectionKind.NextSteps => Planned.IsMatch(LabelScan.Fold(pair.Second)),
        _ => true,
    }) && sections.Exists(section => section.Kind is SectionKind.Problems);

    /// <summary>1) … 2) … 3) … 4) … without line breaks.</summary>
    private static Regex Point => field ??= new(@"(?:^\s*|(?<=[\s.;,!]))[(]?(?<n>[1-9])(?:[)、]|\.(?![0-9]))\s*");

    private static Regex Line => field ??= new(@"(?:^|(?<=\n))[ \t]*[(]?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:[)、][ \t]*|[.:][ \t]*(?![0-9]))");

    private static Regex Lacking => field ??= new("不足|不够|缺|慢|难|尚未|没有?|未能|不到位|不高|不清|不[便愿强及稳全齐准够太匹]|滞后|问题|偏|紧张|紧缺|[较很太偏差弱]差|[条件基础质量能力效果]差|较?弱|过[高低大多少长]|较[少低高]|太[高低大多少]|成本高|受限|受阻|受疫情|影响|瓶颈|压力|风险|障碍|复杂|老化|断|拖|延误|等待|lack|slow|short|not |n't|delay|poor|weak|missing|too |cost|expensive|difficult|problem|waiting|pending|hard to");

    private static Regex Planned => field ??= new("^(?:继续|推进|推动|加快|加强|加大|扩大|扩展|深化|完善|进一步|开展|启动|组织|筹备|做好|抓好|优化|推广|落实|跟踪|督促|协调|再|力争|尽快)(?!.{0,12}(?:已|完成了))|将|拟|计划|准备|打算|继续|争取|力争|下半年|下个?月|下季|[二三四]季度|月底|年底|月份?(?:前|完成|启动|召开)|will|plan|next|continue|by ");
}
