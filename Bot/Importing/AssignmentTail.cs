using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Finds where a task's text ends and its assignment begins.</summary>
internal static partial class AssignmentTail
{
    /// <summary>The last parenthesis of the paragraph, if it assigns, or a closing sentence "…。责任单位：A、B。".</summary>
    /// <returns>The text before it, and the words of the assignment; null when the paragraph assigns nothing.</returns>
    public static (Passage Text, AssignmentWords Words)? Find(Passage paragraph)
    {
        var body = paragraph.TrimEnd(' ', '\n', '。', '；', '.', '，');
        if (LastParenthesis(body) is { } range)
        {
            var (before, inside) = (body.Slice(0, range.Start), body.Slice(range.Start + 1, range.End));
            if (DeadlineOf(inside) is { } deadline)
                // （责任单位：…）（2020年底前完成）: the deadline has a parenthesis of its own.
                return Find(before) is { } tail ? (tail.Text, tail.Words with { Deadline = tail.Words.Deadline ?? deadline }) : null;
            if (AssignmentGrammar.OpensWithMarker(inside) || AssignmentGrammar.EndsInVerb(inside))
                return (before.Trim(), AssignmentGrammar.Read(inside));
        }
        return Sentence().Match(body.Text) is { Success: true, Groups: var groups } && AssignmentGrammar.Read(body.Slice(groups["words"])) is { Parts.Count: > 0 } words
            ? (body.Slice(0, groups["words"].Index).Trim(), words)
            : null;
    }

    /// <summary>A tail that lost its closing bracket; it is read to the end of the paragraph and remarked.</summary>
    public static (Passage Text, AssignmentWords Words)? FindUnclosed(Passage paragraph, Remarks remarks)
    {
        if (Unclosed().Match(paragraph.Text) is not { Success: true, Index: var open })
            return null;
        remarks.Add(paragraph.Line, NoticeIssue.BracketMissing, paragraph.From(open).Raw);
        return (paragraph.Slice(0, open).Trim(), AssignmentGrammar.Read(paragraph.From(open + 1)));
    }

    private static Passage? DeadlineOf(Passage inside) =>
        Deadlines.IsDeadline(inside.Text) ? inside.Trim()
        : AssignmentGrammar.OpensWithMarker(inside) && AssignmentGrammar.Read(inside) is { Parts.Count: 0, Deadline: { } deadline } ? deadline
        : null;

    /// <summary>Matches brackets, because names hold some: （责任单位：区商务局(区药发中心)）.</summary>
    private static (int Start, int End)? LastParenthesis(Passage body)
    {
        if (!body.Text.EndsWith('）'))
            return null;
        var depth = 0;
        for (var i = body.Length - 1; i >= 0; i--)
        {
            depth += body.Text[i] switch { '）' => 1, '（' => -1, _ => 0 };
            if (depth == 0)
                return (i, body.Length - 1);
        }
        return null;
    }

    [GeneratedRegex("（(?=[^（）。]{0,8}(?:单位|部门|科室)：[^（）\n]{2,200}$)")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"(?<=[。；！\n])\s*(?<words>(?:牵头|主要|配合|协同|参与)*(?:责任)?(?:单位|部门)：[^。：]{2,200}(?:(?:责任|配合|参与)(?:单位|部门)：[^。：]{2,200})?)$")]
    private static partial Regex Sentence();
}
