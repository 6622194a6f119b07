using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Finds where a task's text ends and its assignment begins.</summary>
internal static partial class AssignmentTail
{
    /// <summary>A closing sentence is looked for in the last characters of a paragraph only.</summary>
    private const int LongestSentence = 600;

    /// <summary>Parentheses that follow each other: （牵头单位：…）（配合单位：…）（2020年底前完成）.</summary>
    private const int MostParentheses = 4;

    /// <summary>The last parenthesis of the paragraph, if it assigns, or a closing sentence "…。责任单位：A、B。".</summary>
    /// <returns>The text before it, and the words of the assignment; null when the paragraph assigns nothing.</returns>
    public static (Passage Text, AssignmentWords Words)? Find(Passage paragraph) => Find(paragraph, MostParentheses);

    /// <summary>A numbered line whose sentences have units of their own, each in a parenthesis behind it, is cut behind these; all pieces are items of its number.</summary>
    public static IEnumerable<Passage> Cut(Passage line)
    {
        var start = 0;
        if (ItemLabels.Read(line) is not null)
            foreach (var (open, close) in Parentheses(line.Text))
            {
                var rest = RestStart().Match(line.Text, close + 1);
                if (close - open > LongestSentence || !rest.Success || open <= start || !Assigns(line.Slice(open + 1, close)))
                    continue;
                yield return line.Slice(start, close + 1).Trim();
                start = rest.Index + rest.Length;
            }
        yield return line.From(start);
    }

    private static bool Assigns(Passage inside) => AssignmentMarkers.Read(inside.Text) is { Kind: MarkerKind.Units } || AssignmentGrammar.EndsInVerb(inside);

    /// <summary>The outermost ones, in order, by the places of their brackets.</summary>
    private static IEnumerable<(int Open, int Close)> Parentheses(string text)
    {
        var (open, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '（' or '〔')
                (open, depth) = (depth == 0 ? i : open, depth + 1);
            else if (text[i] is '）' or '〕' && depth > 0 && --depth == 0)
                yield return (open, i);
    }

    private static (Passage Text, AssignmentWords Words)? Find(Passage paragraph, int most)
    {
        var body = paragraph.TrimEnd(' ', '\n', '。', '；', '.', '，');
        if (LastParenthesis(body) is { } range)
        {
            var (before, inside) = (body.Slice(0, range.Start), body.Slice(range.Start + 1, range.End));
            if (DeadlineOf(inside) is { } deadline)
                // （责任单位：…）（2020年底前完成）: the deadline has a parenthesis of its own.
                return most > 1 && Find(before, most - 1) is { } tail ? (tail.Text, tail.Words with { Deadline = tail.Words.Deadline ?? deadline }) : null;
            if (AssignmentGrammar.OpensWithMarker(inside) || AssignmentGrammar.EndsInVerb(inside) || IsBareList(before, inside))
                return WithThoseBefore(before, AssignmentGrammar.Read(inside), most);
        }
        return Sentence(body);
    }

    /// <summary>A tail that lost its closing bracket; it is read to the end of the paragraph and remarked.</summary>
    public static (Passage Text, AssignmentWords Words)? FindUnclosed(Passage paragraph, Remarks remarks)
    {
        if (Unclosed().Match(paragraph.Text) is not { Success: true, Index: var open })
            return null;
        remarks.Add(paragraph.Line, NoticeIssue.BracketMissing, paragraph.From(open).Raw);
        return (paragraph.Slice(0, open).Trim(), AssignmentGrammar.Read(paragraph.From(open + 1)));
    }

    private static (Passage Text, AssignmentWords Words) WithThoseBefore(Passage before, AssignmentWords words, int most)
    {
        if (most > 1 && before.Text.TrimEnd() is [.., '）' or '〕'] && Find(before, most - 1) is { } tail)
            return (tail.Text, new([.. tail.Words.Parts, .. words.Parts], words.Deadline ?? tail.Words.Deadline) { LeftOut = [.. tail.Words.LeftOut, .. words.LeftOut] });
        return (before.Trim(), words);
    }

    /// <summary>（市发改委、市财政局） behind the full stop of the last sentence: nothing but units, so it can say nothing but whose task it is.</summary>
    private static bool IsBareList(Passage before, Passage inside) =>
        before.Text.TrimEnd().EndsWith('。') && AssignmentGrammar.NamesOrgansOnly(inside)
        && UnitLists.Split(inside).Units.Any(unit => unit.Written.Compact().Text is var name && (UnitNames.LevelOf(name) is not null || UnitNames.LacksLevel(name)));

    private static Passage? DeadlineOf(Passage inside) =>
        Deadlines.IsDeadline(inside.Text) ? inside.Trim()
        : AssignmentGrammar.OpensWithMarker(inside) && AssignmentGrammar.Read(inside) is { Parts.Count: 0, Deadline: { } deadline } ? deadline
        : null;

    /// <summary>Matches brackets, because names hold some: （责任单位：区商务局(区药发中心)）.</summary>
    private static (int Start, int End)? LastParenthesis(Passage body)
    {
        if (body.Text is not [.., '）' or '〕'])
            return null;
        var (open, close) = body.Text[^1] == '）' ? ('（', '）') : ('〔', '〕');
        var depth = 0;
        for (var i = body.Length - 1; i >= 0; i--)
        {
            depth += body.Text[i] == close ? 1 : body.Text[i] == open ? -1 : 0;
            if (depth == 0)
                return (i, body.Length - 1);
        }
        return null;
    }

    /// <summary>From the first place, behind a full stop or a break, from which on there is nothing but markers with their units. Inside a bracket that is still open the rest is yet to come.</summary>
    private static (Passage Text, AssignmentWords Words)? Sentence(Passage body)
    {
        foreach (Match start in SentenceStart().Matches(body.Text, Math.Max(0, body.Length - LongestSentence)))
        {
            var words = body.From(start.Index + start.Length);
            if (body.Text.AsSpan(0, start.Index).LastIndexOf('（') > body.Text.AsSpan(0, start.Index).LastIndexOf('）'))
                continue;
            // 此项工作由A牵头，B配合。 由A会同B组织实施。
            if (By().Match(words.Text) is { Success: true } by && words.From(by.Length) is var doing && AssignmentGrammar.EndsInVerb(doing) && start.Index > 0)
                return (body.Slice(0, start.Index + start.Length).Trim(), AssignmentGrammar.Read(doing));
            if (AssignmentMarkers.Read(words.Text) is { Kind: MarkerKind.Units } && AssignmentGrammar.Read(words) is { Parts.Count: > 0 } assigned && assigned.Parts.All(IsList))
                return (body.Slice(0, start.Index + start.Length).Trim(), assigned);
        }
        return null;
    }

    private static bool IsList(AssignmentPart part) => UnitLists.Split(part.List).Units is { Count: > 0 } units && units.All(unit => UnitNames.IsOrgan(unit.Written.Compact().Text));

    [GeneratedRegex("（(?=[^（）。]{0,8}(?:单位|部门|科室)：[^（）\n]{2,200}$)")]
    private static partial Regex Unclosed();

    /// <summary>Behind a parenthesis: stops, and then a text, which no further parenthesis opens.</summary>
    [GeneratedRegex(@"\G[。；，、\s]*(?=[^。；，、\s（〔])")]
    private static partial Regex RestStart();

    [GeneratedRegex(@"^(?:(?:此|该|本|这|以上|上述)(?:项|些|一)?(?:工作|任务|事项)?)?由(?=[^。；]{3,200}$)")]
    private static partial Regex By();

    [GeneratedRegex(@"[。；！\n\s]+")]
    private static partial Regex SentenceStart();
}
