using System.Text;
using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>A stretch of the source in two forms: as written, which is what gets stored, and a normalised copy to match against.
/// The copy knows for each character where it came from, so that whatever is found in it can be cut from the source exactly.</summary>
internal sealed partial class Passage
{
    private readonly string source;

    /// <summary>Where each character of the copy stands in the source; null when they follow each other there from <see cref="start"/> on, as they do most of the time.</summary>
    private readonly int[]? origins;
    private readonly int start;

    private Passage(string source, int[]? origins, int start, string text, int line) => (this.source, this.origins, this.start, Text, Line) = (source, origins, start, text, line);

    private int OriginOf(int index) => origins is null ? start + index : origins[index];

    /// <summary>The normalised copy; see <see cref="NormalCharacters"/>.</summary>
    public string Text { get; }

    /// <summary>Line on which it begins, counted from 1.</summary>
    public int Line { get; }

    public int Length => Text.Length;

    public bool IsBlank => Text.AsSpan().Trim().IsEmpty;

    /// <summary>As written, without white space around it.</summary>
    public string Raw => Length == 0 ? "" : source.AsSpan(OriginOf(0)..(OriginOf(Length - 1) + 1)).Trim().ToString();

    /// <summary>As written, without any white space and without the noise that the copy leaves out.</summary>
    public string Solid => string.Concat(Enumerable.Range(0, Length).Select(i => source[OriginOf(i)]).Where(c => !char.IsWhiteSpace(c)));

    public static Passage Of(string raw, int line)
    {
        var passage = Normalised(raw, line);
        return passage.Text.Contains('；') && MistypedColon().IsMatch(passage.Text)
            ? new(passage.source, passage.origins, passage.start, MistypedColon().Replace(passage.Text, "："), line)
            : passage;
    }

    private static Passage Normalised(string raw, int line)
    {
        if (!raw.AsSpan().ContainsAny(NoiseMarks))
            return new(raw, null, 0, string.Create(raw.Length, raw, static (copy, written) =>
            {
                for (var i = 0; i < copy.Length; i++)
                    copy[i] = NormalCharacters.Of(written[i]);
            }), line);
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
        return new(raw, origins.Count == raw.Length ? null : [.. origins], 0, text.ToString(), line);
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
            for (var i = 0; i < passage.Length; i++)
                origins.Add(passage.OriginOf(i) - passage.OriginOf(0) + source.Length);
            source.Append(passage.Raw);
            text.Append(passage.Text);
        }
        return new(source.ToString(), [.. origins], 0, text.ToString(), passages[0].Line);
    }

    public Passage Slice(int from, int end) => from == 0 && end == Length ? this : new(source, origins?[from..end], start + from, Text[from..end], Line);

    public Passage From(int from) => Slice(from, Length);

    public Passage Slice(Group group) => Slice(group.Index, group.Index + group.Length);

    public Passage Trim()
    {
        var from = Length - Text.AsSpan().TrimStart().Length;
        return Slice(from, Math.Max(from, Text.AsSpan().TrimEnd().Length));
    }

    public Passage TrimEnd(params ReadOnlySpan<char> characters) => Slice(0, Text.AsSpan().TrimEnd(characters).Length);

    /// <summary>Without white space inside, for words that are printed spaced out (传 真).</summary>
    /// <remarks>White space of every kind is a space in the copy, a line break put between two passages apart.</remarks>
    public Passage Compact() => Text.AsSpan().ContainsAny(' ', '\n') ? Kept([.. Enumerable.Range(0, Length).Where(i => !char.IsWhiteSpace(Text[i]))]) : this;

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
        return kept.Count == Length ? this : Kept(kept);
    }

    private Passage Kept(List<int> places) => new(source, [.. places.Select(OriginOf)], 0, string.Concat(places.Select(i => Text[i])), Line);

    /// <summary>Cut at each separator outside brackets; empty pieces are left out.</summary>
    public IEnumerable<Passage> Split(string separators)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i <= Length; i++)
        {
            if (i < Length && !(depth == 0 && separators.Contains(Text[i], StringComparison.Ordinal)))
            {
                depth = Text[i] switch { '（' or '〈' => depth + 1, '）' or '〉' => Math.Max(0, depth - 1), _ => depth };
                continue;
            }
            if (Slice(from, i).Trim() is { Length: > 0 } piece)
                yield return piece;
            from = i + 1;
        }
    }

    public override string ToString() => $"{Line}: {Text}";

    /// <summary>A passage without any of these holds no noise.</summary>
    private static readonly System.Buffers.SearchValues<char> NoiseMarks = System.Buffers.SearchValues.Create("(（\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

    /// <summary>（牵头单位；市发改委: a colon was meant.</summary>
    [GeneratedRegex(@"(?<=[（〔，；]\s{0,2}(?:牵头|配合|责任|主办|协办|参与)(?:单位|部门))；")]
    private static partial Regex MistypedColon();

    /// <summary>Pinyin that some sites print after a character, 发(fā), and characters without width.</summary>
    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[(（][a-zāáǎàēéěèīíǐìńňǹōóǒòūúǔùǖǘǚǜü]{1,6}\s?[)）]|[\u00AD\u200B-\u200F\u2060\uFEFF]")]
    private static partial Regex Noise();
}
