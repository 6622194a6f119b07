using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>Days, dates and reasons in what was said.</summary>
internal static partial class ActWords
{
    /// <summary>Working days: 多给两天, 延3个工作日, a week more.</summary>
    public static int? Days(Turn turn) => turn.Said.Days;

    /// <summary>延到4月15日, until next Wednesday, 节后第一个工作日.</summary>
    /// <returns>Null when no day is named, or one that does not exist.</returns>
    public static DateOnly? Day(Turn turn) =>
        turn.Plans.Count > 0 ? turn.Said.When?.DayIn(Texts.Days.DayOf(turn.Plans[0].Now, turn.Plans[0].Zone), turn.Calendar) : null;

    /// <summary>What stands behind a comma or a cue word, as it was typed.</summary>
    public static string? Reason(Turn turn) =>
        turn.Said.Reason ?? (Because().Match(turn.Said.Raw) is { Success: true } match ? match.Groups["reason"].Value.Trim().TrimEnd('。', '.') : null);

    /// <summary>同意申请3, grant request 3, 3号申请.</summary>
    public static int? RequestNumber(Turn turn) => turn.Said.Request;

    [GeneratedRegex("(?:因为|原因是?[：:]?|理由是?[：:]?|由于|because |reason: ?)(?<reason>.{2,500})$|(?:退回|打回|驳回|免报|免了)[^，,：:。]{0,4}[，,：:](?<reason>.{2,500})$|(?:return|send|waive)[^,:]{0,60}[,:] ?(?<reason>.{2,500})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Because();
}
