using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Second pass: the text's lines, and the paragraphs that hard line breaks have cut.</summary>
internal static partial class Paragraphs
{
    /// <summary>Shorter lines end where their writer ended them.</summary>
    private const int ShortestWrappedLine = 20;

    /// <returns>The lines that hold something; a gap in their numbers stands for blank ones.</returns>
    public static IReadOnlyList<Passage> Lines(string text) =>
        [.. Split(text).Select((line, index) => (line, index)).Where(pair => !string.IsNullOrWhiteSpace(pair.line)).Select(pair => Passage.Of(pair.line, pair.index + 1)).Where(line => !line.IsBlank)];

    public static IReadOnlyList<string> Split(string text) => LineBreak().Split(text);

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

    /// <summary>A line so long that it was broken, and not at the end of a sentence.</summary>
    public static bool IsBroken(Passage line) => line.Text.TrimEnd() is { Length: >= ShortestWrappedLine } text && !SentenceEnd().IsMatch(text);

    private static bool Continues(Passage line, Passage next) => IsBroken(line) && ItemLabels.Read(next) is null && !OwnLine().IsMatch(next.Compact().Text);

    [GeneratedRegex("\r\n|\n|\r")]
    private static partial Regex LineBreak();

    [GeneratedRegex("[。；：！？）|]$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("^(?:附件|（?联系|电话|传真|邮箱|（此件)")]
    private static partial Regex OwnLine();
}
