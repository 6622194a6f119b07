using System.Text;
using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>A stretch of the source in two forms: as written, which is what gets stored, and a normalised copy to match against.
/// The copy knows for each character where it came from, so that whatever is found in it can be cut from the source exactly.</summary>
internal sealed partial class Passage
{
    private readonly string source;
    private readonly int[] origins;

    private Passage(string source, int[] origins, string text, int line) => (this.source, this.origins, Text, Line) = (source, origins, text, line);

    /// <summary>The normalised copy; see <see cref="NormalCharacters"/>.</summary>
    public string Text { get; }

    /// <summary>Line on which it begins, counted from 1.</summary>
    public int Line { get; }

    public int Length => Text.Length;

    public bool IsBlank => Text.AsSpan().Trim().IsEmpty;

    /// <summary>As written, without white space around it.</summary>
    public string Raw => origins is [] ? "" : source[origins[0]..(origins[^1] + 1)].Trim();

    /// <summary>As written, without any white space and without the noise that the copy leaves out.</summary>
    public string Solid => string.Concat(origins.Select(origin => source[origin]).Where(c => !char.IsWhiteSpace(c)));

    public static Passage Of(string raw, int line)
    {
        var text = new StringBuilder(raw.Length);
        var origins = new List<int>(raw.Length);
        var noise = Noise().Matches(raw);
        var next = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            while (next < noise.Count && noise[next].Index + noise[next].Length <= i)
                next++;
            if (next < noise.Count && noise[next].Index <= i)
                continue;
            text.Append(NormalCharacters.Of(raw[i]));
            origins.Add(i);
        }
        return new Passage(raw, [.. origins], text.ToString(), line);
    }

    /// <summary>One passage from several, each trimmed. Begins on the first one's line.</summary>
    /// <param name="between">Stands between two in both forms: a line break between paragraphs, nothing within a broken word.</param>
    public static Passage Join(IReadOnlyList<Passage> passages, string between = "")
    {
        if (passages is [var only])
            return only.Trim();
        var (source, text, origins) = (new StringBuilder(), new StringBuilder(), new List<int>());
        foreach (var passage in passages.Select(passage => passage.Trim()))
        {
            if (source.Length > 0)
                foreach (var c in between)
                {
                    origins.Add(source.Length);
                    source.Append(c);
                    text.Append(c);
                }
            var start = source.Length - passage.origins.FirstOrDefault();
            origins.AddRange(passage.origins.Select(origin => origin + start));
            source.Append(passage.Raw);
            text.Append(passage.Text);
        }
        return new Passage(source.ToString(), [.. origins], text.ToString(), passages[0].Line);
    }

    public Passage Slice(int start, int end) => new(source, origins[start..end], Text[start..end], Line);

    public Passage From(int start) => Slice(start, Length);

    public Passage Slice(Group group) => Slice(group.Index, group.Index + group.Length);

    public Passage Trim()
    {
        var start = Length - Text.AsSpan().TrimStart().Length;
        return Slice(start, Math.Max(start, Text.AsSpan().TrimEnd().Length));
    }

    public Passage TrimEnd(params ReadOnlySpan<char> characters) => Slice(0, Text.AsSpan().TrimEnd(characters).Length);

    /// <summary>Without white space inside, for words that are printed spaced out (传 真).</summary>
    public Passage Compact()
    {
        var kept = Enumerable.Range(0, Length).Where(i => !char.IsWhiteSpace(Text[i])).ToList();
        return kept.Count == Length ? this : new(source, [.. kept.Select(i => origins[i])], string.Concat(kept.Select(i => Text[i])), Line);
    }

    /// <summary>Without what the pattern matches, for words that hold an aside.</summary>
    public Passage Without(Regex aside)
    {
        var kept = new List<int>(Length);
        var next = 0;
        foreach (Match match in aside.Matches(Text))
        {
            kept.AddRange(Enumerable.Range(next, match.Index - next));
            next = match.Index + match.Length;
        }
        kept.AddRange(Enumerable.Range(next, Length - next));
        return kept.Count == Length ? this : new(source, [.. kept.Select(i => origins[i])], string.Concat(kept.Select(i => Text[i])), Line);
    }

    /// <summary>Cut at each separator outside brackets; empty pieces are left out.</summary>
    public IEnumerable<Passage> Split(string separators)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= Length; i++)
        {
            if (i < Length && !(depth == 0 && separators.Contains(Text[i], StringComparison.Ordinal)))
            {
                depth = Text[i] switch { '（' => depth + 1, '）' => Math.Max(0, depth - 1), _ => depth };
                continue;
            }
            if (!Slice(start, i).IsBlank)
                yield return Slice(start, i).Trim();
            start = i + 1;
        }
    }

    public override string ToString() => $"{Line}: {Text}";

    /// <summary>Pinyin that some sites print after a character, 发(fā), and characters without width.</summary>
    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[(（][a-zāáǎàēéěèīíǐìńňǹōóǒòūúǔùǖǘǚǜü]{1,6}\s?[)）]|[\u00AD\u200B-\u200F\u2060\uFEFF]")]
    private static partial Regex Noise();
}
