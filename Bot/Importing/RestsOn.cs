using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>The papers that a notice says it carries out: 按照《某市某某行动计划（2018—2020年）》, 根据《…》要求.</summary>
internal static partial class RestsOn
{
    /// <returns>Titles as written, without the marks around them, in their order.</returns>
    public static IReadOnlyList<string> Find(IReadOnlyList<Passage> lines) =>
        [.. lines.SelectMany(line => Papers().Matches(line.Text).SelectMany(match => match.Groups["title"].Captures).Select(title => line.Slice(title.Index, title.Index + title.Length).Raw)).Distinct()];

    [GeneratedRegex(@"(?:按照|根据|依据|落实|贯彻|执行|遵照|对照)[^。；《》]{0,30}(?:《(?<title>[^《》]{4,100})》[^。；《》]{0,20}?)+")]
    private static partial Regex Papers();
}
