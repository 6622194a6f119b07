using System.Text.RegularExpressions;

namespace PlanBot.Texts;

/// <summary>A word back to what is said to pass the time.</summary>
public static partial class SmallTalkTexts
{
    /// <param name="said">Normalised.</param>
    public static Reply Of(string said, Language language) => new(
        Weary().IsMatch(said) ? language.In("辛苦了，先歇口气。报送上的事随时叫我。", "Hope you get a break soon. I am here whenever you need me.")
        : Merry().IsMatch(said) ? language.In("哈哈，有事随时叫我。", "Ha! I am here whenever you need me.")
        : Leaving().IsMatch(said) ? language.In("好的，您先忙，有事随时叫我。", "All right, talk to you later.")
        : language.In("好的，有事随时叫我。", "All right. I am here whenever you need me."));

    [GeneratedRegex("累|忙|困|饿|饭|加班|熬夜|头疼|头大|烦|辛苦|难受|感冒|生病|崩溃|tired|busy|exhaust|hungry|long day|headache|overtime|stress|swamped|sick")]
    private static partial Regex Weary();

    [GeneratedRegex("哈哈|呵呵|嘿嘿|嘻嘻|笑死|逗|(?<![a-z])(?:ha){2,}|lol|funny")]
    private static partial Regex Merry();

    [GeneratedRegex("先(?:去|走|撤|下|忙|开会)|回头|待会|一会儿?|拜拜|再见|下班|bye|later|see you|be right back|brb")]
    private static partial Regex Leaving();
}
