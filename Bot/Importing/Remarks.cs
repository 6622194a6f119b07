using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Collects what the passes could not place or filled in; the same remark about one line is kept once.</summary>
internal sealed class Remarks
{
    private const int LongestSubject = 60;
    private readonly HashSet<NoticeWarning> warnings = [];

    public void Add(int line, NoticeIssue issue, string subject = "", string detail = "") =>
        warnings.Add(new(line, issue, subject.Length > LongestSubject ? subject[..LongestSubject] : subject, detail));

    /// <summary>In the order of the source.</summary>
    public IReadOnlyList<NoticeWarning> All => [.. warnings.OrderBy(warning => warning.Line).ThenBy(warning => warning.Issue)];
}
