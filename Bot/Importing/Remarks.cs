using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Collects what the passes could not place or filled in; the same remark about one line is kept once.</summary>
internal sealed class Remarks
{
    private const int LongestSubject = 60;
    private readonly HashSet<NoticeWarning> warnings = [];
    private List<NoticeWarning>? recorded;

    public void Add(int line, NoticeIssue issue, string subject = "", string detail = "")
    {
        var warning = new NoticeWarning(line, issue, subject.Length > LongestSubject ? subject[..LongestSubject] : subject, detail);
        warnings.Add(warning);
        recorded?.Add(warning);
    }

    /// <summary>Does what may remark on something, and tells what it did.</summary>
    public (T Result, IReadOnlyList<NoticeWarning> Added) Recording<T>(Func<T> work)
    {
        var added = recorded = [];
        var result = work();
        recorded = null;
        return (result, added);
    }

    /// <summary>In the order of the source.</summary>
    public IReadOnlyList<NoticeWarning> All => [.. warnings.OrderBy(warning => warning.Line).ThenBy(warning => warning.Issue)];
}
