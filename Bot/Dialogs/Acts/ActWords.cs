using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>Days, dates and reasons in what was said.</summary>
internal static partial class ActWords
{
    /// <summary>Working days: 多给两天, 延3个工作日, two more days.</summary>
    public static int? Days(Turn turn) => InDays().Match(turn.Said.Plain) is { Success: true } match ? Numbers.Parse(match.Groups["n"].Value) : null;

    /// <summary>延到4月15日, until 15 April.</summary>
    public static DateOnly? Day(Turn turn)
    {
        if (OnDay().Match(turn.Said.Plain) is not { Success: true } match || turn.Plans.Count == 0)
            return null;
        var today = Texts.Days.DayOf(turn.Plans[0].Now, turn.Plans[0].Zone);
        var (month, day) = (Numbers.Parse(match.Groups["m"].Value) ?? 0, Numbers.Parse(match.Groups["d"].Value) ?? 0);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(today.Year, month))
            return null;
        var named = new DateOnly(today.Year, month, day);
        // Without its year, the nearest: in December, 1月5日 is next year's; in April, 4月1日 has passed.
        return named < today.AddMonths(-6) ? named.AddYears(1) : named;
    }

    /// <summary>What stands behind a comma or a cue word, as it was typed.</summary>
    public static string? Reason(Turn turn) => Because().Match(turn.Said.Raw) is { Success: true } match ? match.Groups["reason"].Value.Trim().TrimEnd('。', '.') : null;

    /// <summary>同意申请3, grant request 3, 3号申请.</summary>
    public static int? RequestNumber(Turn turn) => OfRequest().Match(turn.Said.Plain) is { Success: true } match ? int.Parse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("(?:申请|request|编号|#) ?(?:第|no\\.? ?)?(?<n>[0-9]{1,6})|(?<n>[0-9]{1,6})号?申请")]
    private static partial Regex OfRequest();

    [GeneratedRegex("(?<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?:个)?(?:工作日|天| (?:more |extra )?(?:working )?days?)")]
    private static partial Regex InDays();

    [GeneratedRegex("(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]?")]
    private static partial Regex OnDay();

    [GeneratedRegex("(?:因为|原因是?[：:]?|理由是?[：:]?|由于|because |reason: ?)(?<reason>.{2,500})$|(?:退回|打回|驳回|免报|免了)[^，,：:。]{0,4}[，,：:](?<reason>.{2,500})$|(?:return|send|waive)[^,:]{0,60}[,:] ?(?<reason>.{2,500})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Because();
}
