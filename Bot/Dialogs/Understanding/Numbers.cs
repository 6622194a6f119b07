using System.Globalization;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Small numbers in digits, Chinese numerals or English words.</summary>
public static class Numbers
{
    /// <summary>Pattern of one number that <see cref="Parse"/> reads.</summary>
    public const string Pattern = "(?:[0-9]{1,3}|[一二三四五六七八九十两〇零]{1,3})";

    public const string EnglishPattern = "(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,3}(?:st|nd|rd|th)?)";

    private const string Digits = "零一二三四五六七八九";

    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>12, 十二, 二十, 两, third, 3rd.</summary>
    /// <returns>Null when the word is no number of these kinds.</returns>
    public static int? Parse(string word)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (Array.IndexOf(Cardinals, word) is >= 0 and var cardinal)
            return cardinal + 1;
        if (Array.IndexOf(Ordinals, word) is >= 0 and var ordinal)
            return ordinal + 1;
        return ParseChinese(word.Replace('两', '二').Replace('〇', '零'));
    }

    private static int? ParseChinese(string word)
    {
        var ten = word.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return word.Length == 1 && Digits.IndexOf(word[0]) is >= 0 and var digit ? digit : null;
        var tens = ten == 0 ? 1 : Digits.IndexOf(word[ten - 1]);
        var ones = ten == word.Length - 1 ? 0 : Digits.IndexOf(word[ten + 1]);
        return tens < 1 || ones < 0 || ten > 1 || word.Length - ten > 2 ? null : tens * 10 + ones;
    }
}
