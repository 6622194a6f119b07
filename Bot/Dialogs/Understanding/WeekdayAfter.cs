using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>the Monday after then, 顺延到周一: a weekday counted from a day that was spoken of. Pure.</summary>
internal static class WeekdayAfter
{
    private const string Chinese = "一二三四五六日";

    /// <param name="plain">Normalised.</param>
    /// <returns>The first such weekday after <paramref name="day"/>; null when none is named so.</returns>
    public static DateOnly? Of(string plain, DateOnly day)
    {
        if (Named.Match(plain) is not { Success: true } match)
            return null;
        var weekday = match.Groups["zh"].Success ? (DayOfWeek)((Chinese.IndexOf(match.Groups["zh"].Value, StringComparison.Ordinal) + 1) % 7) : Enum.Parse<DayOfWeek>(match.Groups["en"].Value, ignoreCase: true);
        return Enumerable.Range(1, 7).Select(day.AddDays).First(one => one.DayOfWeek == weekday);
    }

    private static Regex Named => field ??= new("(?:顺延|往后(?:推|挪)?|推|挪)(?:到|至)?(?:之后|后面)?(?:的)?(?:下(?:一)?个?)?(?:周|星期|礼拜)(?<zh>[一二三四五六日])(?:吧|好了|行了)?$|(?:之后|那天(?:之|以)?后|后面|再往后)(?:的|那个|第一个)*(?:周|星期|礼拜)(?<zh>[一二三四五六日])|(?<![a-z])(?:the )?(?:following |next )?(?<en>monday|tuesday|wednesday|thursday|friday)(?: right)? (?:after|following)(?: (?:that|then|it|the weekend))?(?![a-z])|(?<![a-z])the following (?<en>monday|tuesday|wednesday|thursday|friday)(?![a-z])");
}
