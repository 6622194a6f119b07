using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Second pass: the text's lines, and the paragraphs that hard line breaks have cut.</summary>
internal static partial class Paragraphs
{
    /// <summary>Shorter lines end where their writer ended them.</summary>
    private const int ShortestWrappedLine = 20;

    /// <summary>A bracket opened further back was forgotten. Characters.</summary>
    private const int LongestOpenBracket = 200;

    private const string SentenceEnds = "。；：！？）|";

    /// <returns>The lines that hold something; a gap in their numbers stands for blank ones.</returns>
    public static IReadOnlyList<Passage> Lines(string text)
    {
        var (lines, number) = (new List<Passage>(), 0);
        foreach (var range in LinesOf(text))
            if (++number > 0 && !text.AsSpan(range).IsWhiteSpace() && Passage.Of(text[range], number) is { IsBlank: false } line)
                lines.Add(line);
        return lines;
    }

    public static IReadOnlyList<string> Split(string text) => [.. LinesOf(text).Select(range => text[range])];

    /// <summary>Where each line stands, blank ones among them, without its line break (CR LF, LF or CR).</summary>
    private static IEnumerable<Range> LinesOf(string text)
    {
        for (var start = 0; ;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                yield return start..text.Length;
                yield break;
            }
            var end = start + length;
            yield return start..end;
            start = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    /// <summary>Joins a long line that ends in the middle of a sentence to the next one.</summary>
    public static IEnumerable<Passage> Of(IReadOnlyList<Passage> lines)
    {
        var open = new List<Passage>();
        foreach (var line in lines)
        {
            if (open.Count > 0 && (line.Line != open[^1].Line + 1 || !Continues(open[^1], line)))
            {
                yield return Passage.Join(open);
                open.Clear();
            }
            open.Add(line);
        }
        if (open.Count > 0)
            yield return Passage.Join(open);
    }

    /// <summary>A line so long that it was broken, and not at the end of a sentence or inside a bracket.</summary>
    public static bool IsBroken(Passage line) => line.Text.AsSpan().TrimEnd() is { Length: >= ShortestWrappedLine } text && (!SentenceEnds.Contains(text[^1]) || EndsInBracket(line));

    /// <summary>（牵头单位：县审计局；责任单位： goes on, whatever stands last.</summary>
    public static bool EndsInBracket(Passage line) =>
        line.Text.LastIndexOf('（') is >= 0 and var open && line.Length - open <= LongestOpenBracket && line.Text.AsSpan(open).IndexOfAny('）', '。') < 0;

    private static bool Continues(Passage line, Passage next) => IsBroken(line) && ItemLabels.Read(next) is null && !OwnLine().IsMatch(next.Compact().Text);

    [GeneratedRegex("^(?:附件|（?联系|电话|传真|邮箱|（此件)")]
    private static partial Regex OwnLine();
}
