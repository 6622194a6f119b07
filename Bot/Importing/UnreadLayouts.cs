using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Recognises task tables whose layout cannot be read from plain text, so that they are named and never guessed at.</summary>
internal static partial class UnreadLayouts
{
    /// <summary>A header whose cells ran together (序号项目名称牵头单位…): nothing tells its rows' cells apart.</summary>
    public static Passage? GluedTable(IEnumerable<Passage> lines) => lines.FirstOrDefault(line => GluedHeader().IsMatch(line.Text.Trim()));

    /// <summary>A header with one cell per line, or with cells split by spaces alone.</summary>
    public static Passage? OtherTable(IReadOnlyList<Passage> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (SpacedHeader().IsMatch(lines[i].Text)
                || (NumberCell().IsMatch(lines[i].Compact().Text) && lines.Skip(i + 1).Take(8).Count(line => line.Length <= 16 && HeaderWord().IsMatch(line.Compact().Text)) >= 2))
                return lines[i];
        return null;
    }

    [GeneratedRegex("^序号[^|\\s，。：]*(?:任务|事项|内容|项目|举措)[^|\\s，。：]*(?:单位|部门)")]
    private static partial Regex GluedHeader();

    [GeneratedRegex(@"^\s*序\s*号\s+[^|。：]*(?:任务|事项|内容|项目|举措)[^|。：]*(?:单位|部门)")]
    private static partial Regex SpacedHeader();

    [GeneratedRegex(@"^\|?序号\|?$")]
    private static partial Regex NumberCell();

    [GeneratedRegex("任务|事项|内容|项目|举措|单位|部门|时限")]
    private static partial Regex HeaderWord();
}
