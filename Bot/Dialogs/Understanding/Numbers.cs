using System.Globalization;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Numbers up to 999 in digits, Chinese numerals or English words.</summary>
public static class Numbers
{
    /// <summary>Pattern of one number that <see cref="Parse"/> reads.</summary>
    public const string Pattern = "(?:[0-9]{1,3}|[一二三四五六七八九十百两俩〇零廿卅]{1,6})";

    public const string EnglishPattern = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[0-9]{1,3}(?:st|nd|rd|th)?)";

    private const string Digits = "零一二三四五六七八九";

    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>12, 十二, 二十, 廿三, 一百二十三, 一百零五, 两, third, 3rd.</summary>
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
        return ParseChinese(word.Replace('两', '二').Replace('俩', '二').Replace('〇', '零').Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal));
    }

    private static int? ParseChinese(string word)
    {
        if (word.Length == 0)
            return null;
        var hundred = word.IndexOf('百', StringComparison.Ordinal);
        if (hundred < 0)
            return BelowHundred(word);
        if (hundred != 1 || Digits.IndexOf(word[0]) < 1)
            return null;
        var (hundreds, rest) = (Digits.IndexOf(word[0]) * 100, word[(hundred + 1)..]);
        return rest switch
        {
            "" => hundreds,
            // 一百二 is said for 120, 一百零二 for 102.
            [not '零' and var tens] when Digits.IndexOf(tens) > 0 => hundreds + Digits.IndexOf(tens) * 10,
            ['零', ..] => rest.Length == 2 && Digits.IndexOf(rest[1]) > 0 ? hundreds + Digits.IndexOf(rest[1]) : null,
            _ => BelowHundred(rest) is { } below ? hundreds + below : null,
        };
    }

    private static int? BelowHundred(string word)
    {
        var ten = word.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return word.Length == 1 && Digits.IndexOf(word[0]) is >= 0 and var digit ? digit : null;
        var tens = ten == 0 ? 1 : Digits.IndexOf(word[ten - 1]);
        var ones = ten == word.Length - 1 ? 0 : Digits.IndexOf(word[ten + 1]);
        return tens < 1 || ones < 0 || ten > 1 || word.Length - ten > 2 ? null : tens * 10 + ones;
    }
}
