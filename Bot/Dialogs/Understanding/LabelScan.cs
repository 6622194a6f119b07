using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A section's name over its text.</summary>
/// <param name="Where">From its number, if it has one (2）问题), to the end of its colon.</param>
/// <param name="Number">The number before it; null when it has none.</param>
/// <param name="IsSoft">Written without a colon: counts only in company.</param>
internal sealed record Label(ReportSection Section, Range Where, int? Number, bool IsSoft)
{
    public int Start => Where.Start.Value;
    public int End => Where.End.Value;
}

/// <summary>Finds the labels of a report and cuts the texts between them.</summary>
internal static partial class LabelScan
{
    private const string NumberBefore = @"(?:[(\[]?(?<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.)\]、]\s*|(?<circled>[①-⑨])\s*)?";

    // A label counts only at the start or after a break, so that "解决了三个问题：..." stays inside its section; and in English not as the end of a phrase.
    private const string Break = @"(?:^|(?<=[\s.;,、:!?()\[\]【】|…\-—>*#•·]))(?<!\b(?:some|no|of|any|few|several|other|these|those|two|three|many|major|minor|with|and|such)\s)";

    public static IReadOnlyList<Label> Find(string raw, string folded, SectionWords words)
    {
        var pattern = new Regex(
            $@"{NumberBefore}[【\[<(*]+(?<name>{words.Any})[】\]>)*]+\s*:?"
            + $@"|{Break}{NumberBefore}(?<![a-z])(?<name>{words.Any})(?![a-z])(?:\s*(?:情况)?(?:如下|是|有|为|are|is)?\s*(?::|—{{1,2}}|--|=)|(?<soft>\s+|(?=无|没|暂无|none)))",
            RegexOptions.CultureInvariant);
        var all = pattern.Matches(folded).Select(match => Of(match, words)).OfType<Label>().ToList();
        // Without a colon one cannot know; a row of several section names is no accident, nor is a numbered one.
        var isList = all.Select(label => label.Section.Ordinal).Distinct().Count() >= 2 && IsAtStart(raw, all.Count > 0 ? all[0].Start : 0);
        return all.Where(label => !label.IsSoft || isList && (label.Number is not null || IsLineStart(folded, label.Start) || all.Count(other => other.IsSoft) >= 3)).ToList();
    }

    /// <summary>The block of one task, and what stood before its first label without belonging to it.</summary>
    public static (ReportBlock Block, string Opening) Cut(string raw, Range within, int? task, IReadOnlyList<Label> labels)
    {
        var (from, to) = (within.Start.Value, within.End.Value);
        var inside = labels.Where(label => label.Start >= from && label.End <= to).ToList();
        if (inside.Count == 0)
            return (new(task, new Dictionary<int, string>(), Tidy(raw[from..to])), "");
        var sections = new Dictionary<int, string>();
        for (var i = 0; i < inside.Count; i++)
        {
            var text = Tidy(raw[inside[i].End..(i + 1 < inside.Count ? inside[i + 1].Start : to)]);
            if (text.Length > 0) // a repeated label adds, it never replaces
                sections[inside[i].Section.Ordinal] = sections.TryGetValue(inside[i].Section.Ordinal, out var earlier) ? $"{earlier}\n{text}" : text;
        }
        var before = raw[from..inside[0].Start].Trim();
        var progress = inside.Find(label => label.Section.Kind == SectionKind.Progress);
        var isHeading = before.Length == 0 || Heading().IsMatch(Spelling.Fold(before)) || (progress is not null && before.Length <= 30);
        return (new(task, sections, isHeading ? "" : Tidy(before)), isHeading ? before : "");
    }

    private static Label? Of(Match match, SectionWords words)
    {
        if (words.Of(match.Groups["name"].Value) is not { } section)
            return null;
        int? number = match.Groups["number"].Success ? Numbers.Parse(match.Groups["number"].Value)
            : match.Groups["circled"].Success ? match.Groups["circled"].Value[0] - '①' + 1 : null;
        return new(section, match.Index..(match.Index + match.Length), number, match.Groups["soft"].Success);
    }

    private static bool IsAtStart(string raw, int index) => raw[..index].Trim().Length <= 30;

    private static bool IsLineStart(string folded, int index) => index == 0 || folded[..index].TrimEnd(' ') is "" or [.., '\n'];

    /// <summary>Without the white space and separators around it; what ends a sentence stays.</summary>
    internal static string Tidy(string text) => text.Trim().Trim(';', '；', ',', '，', '、', '|').Trim().TrimStart(':', '：').TrimStart();

    [GeneratedRegex(@"(?:[:]|如下|情况|汇报|报送|报告|材料|here (?:is|are)|as follows|report)[\s.,:]*$|^(?:你好|您好|老师好|领导好|各位好|hi|hello)[^.;]{0,20}$")]
    private static partial Regex Heading();
}
