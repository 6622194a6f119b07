using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>困难都没有, after the last of several tasks: said of all of them.</summary>
internal static class SharedRemarks
{
    /// <returns>The blocks, those of tasks with what was said of all; unchanged where nothing was.</returns>
    public static IReadOnlyList<ReportBlock> Spread(IReadOnlyList<ReportBlock> blocks, IReadOnlyList<ReportSection> sections)
    {
        if (blocks.Count(block => block.Task is not null) < 2 || blocks[^1] is not { Task: not null, Free.Length: > 0 } last)
            return blocks;
        var shared = new Dictionary<int, string>();
        var free = last.Free;
        while (Last(free, sections) is var (rest, section, text) && rest.Length > 0)
        {
            shared.TryAdd(section.Ordinal, text);
            free = rest.TrimEnd('。', '.');
        }
        return shared.Count == 0 ? blocks : [.. blocks.Select(block => block.Task is null ? block : (block == last ? block with { Free = free } : block) with { Sections = With(block.Sections, shared) })];
    }

    private static Dictionary<int, string> With(IReadOnlyDictionary<int, string> own, Dictionary<int, string> shared) =>
        own.Concat(shared.Where(text => !own.ContainsKey(text.Key))).ToDictionary();

    /// <summary>The last sentence, where it is said of all tasks.</summary>
    private static (string Before, ReportSection Section, string Text)? Last(string free, IReadOnlyList<ReportSection> sections)
    {
        if (Remark.Match(LabelScan.Fold(free)) is not { Success: true } match)
            return null;
        var kind = match.Groups["problems"].Success ? SectionKind.Problems : match.Groups["results"].Success ? SectionKind.Results : SectionKind.NextSteps;
        if (sections.FirstOrDefault(section => section.Kind == kind) is not { } section)
            return null;
        var text = match.Groups["text"] is { Success: true, Length: > 0 } said ? LabelScan.Tidy(free.Substring(said.Index, said.Length)) : match.Value.Any(c => c >= '\u3400') ? "无" : "none";
        return (LabelScan.Tidy(free[..match.Index]), section, NothingToSay.Matches(text) ? NothingToSay.Written(text) : text.TrimEnd('。', '.'));
    }

    private const string All = "(?:各项|每项|各个|每个|[两二三四五六七八九十0-9]+项|几项|这些|大家)?(?:都|均|全都|全部|也都|一律|统统)";

    private const string Of = "(?:方面|的话|嘛|呢|上|,)*";

    private static Regex Remark => field ??= new($@"(?:(?<=[.;!?,\n])|(?<=\s))\s*(?:目前|暂时|现在|另外|至于|总的|总体|上)*(?:(?:(?<problems>困难|问题|难点)|(?<results>成效|效果|成果)|(?<next>下一?步|下一?步工作|接下来|后续)){Of}{All}(?:暂时|目前|还)*(?:(?<text>没有?|无|没啥|没什么|暂无|谈不上)(?:什么|啥)?|(?:是|为|一样)[,:]?(?<text>[^.;!?\n]{{2,40}}))|{All}(?:没有?|无|未遇到|没遇到|没碰到|没啥|没什么)(?:什么|啥|明显|大的?)*(?:(?<problems>问题|困难)|(?<results>成效|成果)))(?:的|了|啊)*[.!]*\s*$"
        + @"|(?:(?<=[.;!?,\n])\s*)(?:and |but |so far )*(?:(?:there (?:are|were) |we (?:have|had|met) )?no (?<problems>problems?|issues?|difficult(?:y|ies)) (?:with|on|in|for|at) (?:any|all|either|both)(?: of (?:them|these|the tasks))?|(?<problems>problems?|issues?|difficult(?:y|ies))(?: are|:)? (?<text>none|no) (?:for|with|on|in) (?:all|any|both|everything)(?: of (?:them|these))?|none of them (?:has|have|had) (?:any )?(?<problems>problems?|issues?|difficult(?:y|ies)))[.!]*\s*$");
}
