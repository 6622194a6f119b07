using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>A numbered paragraph while it is being put together from its lines.</summary>
internal sealed partial class NumberedItem(Passage first)
{
    /// <summary>A paragraph that goes on for longer than this has no line breaks to mend. Characters.</summary>
    private const int LongestParagraph = 5000;

    private readonly List<Passage> paragraphs = [];

    public int Line => first.Line;
    public bool IsLabelled { get; } = ItemLabels.Read(first) is not null;
    public List<int> Lines { get; } = [];
    public List<AssignmentWords> Words { get; } = [];

    /// <summary>Without the tail; paragraphs stand on lines of their own.</summary>
    public Passage Text => paragraphs.Count == 0 ? first.Slice(0, 0) : Passage.Join(paragraphs, "\n");

    /// <summary>Adds what is left of a line behind its label. A line that ends in the middle of a sentence goes on in the next; a heading or a full sentence stands apart.</summary>
    public void Add(Passage part, Passage line)
    {
        Lines.Add(line.Line);
        if (part.IsBlank)
            return;
        if (paragraphs is [.., { Length: <= LongestParagraph } above] && Paragraphs.IsBroken(above))
            paragraphs[^1] = Passage.Join([above, part]);
        else
            paragraphs.Add(part.Trim());
        Take(AssignmentTail.Find(paragraphs[^1]));
    }

    /// <summary>Whether its last line broke off inside a bracket, so that the next cannot begin anything of its own.</summary>
    public bool EndsInBracket => paragraphs is [.., { Length: <= LongestParagraph } last] && Paragraphs.IsBroken(last) && Paragraphs.EndsInBracket(last);

    /// <summary>Whether the line carries on a sentence that the last one broke off; a title ends without a stop.</summary>
    public bool GoesOnIn(Passage line) =>
        Lines is [.., var last] && line.Line == last + 1 && paragraphs is [.., { Length: <= LongestParagraph } above] && Paragraphs.IsBroken(above) && !Title().IsMatch(above.Text);

    /// <summary>Adds a line that only names units.</summary>
    public void Assign(AssignmentWords words, Passage line)
    {
        Lines.Add(line.Line);
        Words.Add(words);
    }

    /// <summary>Whether a line without a number below its first words is no sentence, so that it may be a heading of what follows.</summary>
    public bool HoldsOtherLines => paragraphs.Skip(IsLabelled ? 1 : 0).Any(paragraph => !IsSentence(paragraph));

    /// <summary>Whether what is one paragraph now ends as a sentence does, or stood on one line: a signature may have been joined to any other.</summary>
    public bool EndsClearly => paragraphs is [var only, ..] && (IsSentence(only) || Lines.Count(line => paragraphs.Count == 1 || line < paragraphs[1].Line) == 1);

    /// <summary>For an item that no units close: leaves out the lines below it that need not be its own.</summary>
    /// <param name="isLast">Of its list, so that only a title is sure to go on.</param>
    public void LeaveOthers(bool isLast)
    {
        var kept = 1;
        while (kept < paragraphs.Count && IsSentence(paragraphs[kept]) && !ReportWords.Asks(paragraphs[kept].Compact().Text) && !(isLast && (kept > 1 || IsSentence(paragraphs[0]))))
            kept++;
        if (kept >= paragraphs.Count)
            return;
        Lines.RemoveAll(line => line >= paragraphs[kept].Line);
        paragraphs.RemoveRange(kept, paragraphs.Count - kept);
    }

    private static bool IsSentence(Passage paragraph) => paragraph.Text.TrimEnd() is [.., '。' or '；' or '！'];

    /// <summary>Nothing more will come: a bracket still open stays open.</summary>
    public void End(Remarks remarks)
    {
        if (Words.Count == 0 && paragraphs.Count > 0)
            Take(AssignmentTail.FindUnclosed(paragraphs[^1], remarks));
    }

    private void Take((Passage Text, AssignmentWords Words)? tail)
    {
        if (tail is not { } found)
            return;
        Words.Add(found.Words);
        if (found.Text.IsBlank)
            paragraphs.RemoveAt(paragraphs.Count - 1);
        else
            paragraphs[^1] = found.Text;
    }

    [GeneratedRegex(@"(?:通知|方案|意见|措施|计划|要点|清单|分解|分工|表|报告|办法|事项|工作)\s*$")]
    private static partial Regex Title();
}
