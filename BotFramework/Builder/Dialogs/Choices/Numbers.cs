using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A number that was said, and where.</summary>
internal readonly record struct FoundNumber(decimal Value, int Start, int Length);

/// <summary>Finds numbers in digits ("-2", "1,200", "3.5", "1.2万"), in Chinese ("十二", "两百零三", "三点五") and in English ("twenty-five").</summary>
internal static partial class Numbers
{
    private const decimal Largest = 1_000_000_000_000_000;

    private const string ChineseDigits = "零一二三四五六七八九";

    private static readonly Dictionary<char, decimal> ChineseUnits = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1000, ['万'] = 10_000, ['亿'] = 100_000_000 };

    private static readonly string[] EnglishOnes =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <returns>In the order they were said.</returns>
    public static IEnumerable<FoundNumber> Find(string text)
    {
        foreach (Match match in NumberPattern().Matches(text))
        {
            if (Read(match) is { } value)
                yield return new FoundNumber(value, match.Index, match.Length);
        }
    }

    /// <summary>Reads a Chinese numeral such as 一千零五 or, digit by digit, 二零二零; null when it is none.</summary>
    public static decimal? ReadChinese(string numeral)
    {
        var digits = numeral.Replace('两', '二').Replace('〇', '零');
        if (digits.Length == 0 || digits.Any(c => !ChineseDigits.Contains(c) && !ChineseUnits.ContainsKey(c)))
            return null;
        if (digits.All(ChineseDigits.Contains))
            return digits.Aggregate(0m, (number, digit) => (number * 10) + ChineseDigits.IndexOf(digit));

        // 亿 multiplies all that stands before it, 万 what stands after 亿, the others only their digit.
        var (total, section, digit, lastUnit) = (0m, 0m, 0m, 0m);
        foreach (var c in digits)
        {
            if (!ChineseUnits.TryGetValue(c, out var unit))
                (digit, lastUnit) = (ChineseDigits.IndexOf(c), c == '零' ? 0 : lastUnit);
            else if (unit < 10_000)
                (section, digit, lastUnit) = (section + ((digit == 0 ? 1 : digit) * unit), 0, unit);
            else
                (total, section, digit, lastUnit) = (unit == 10_000 ? total + ((section + digit) * unit) : (total + section + digit) * unit, 0, 0, unit);
            if (total > Largest)
                return null;
        }

        // 一百二 is short for 一百二十.
        return total + section + (digit * (lastUnit >= 100 ? lastUnit / 10 : 1));
    }

    private static decimal? Read(Match match)
    {
        var sign = match.Groups["minus"].Success ? -1 : 1;
        if (match.Groups["digits"] is { Success: true } plain)
        {
            var scale = match.Groups["scale"] is { Success: true } unit ? ChineseUnits[unit.Value[0]] : 1;
            return sign * scale * decimal.Parse(plain.Value.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }

        if (match.Groups["english"] is { Success: true } english)
            return sign * ReadEnglish(english.Value);

        var whole = ReadChinese(match.Groups["chinese"].Value);
        var fraction = match.Groups["fraction"].Value.Reverse().Aggregate(0m, (sum, digit) => (sum + ReadChinese($"{digit}").GetValueOrDefault()) / 10);
        return sign * (whole + fraction);
    }

    private static decimal ReadEnglish(string words) => words.Split(' ', '-').Sum(word =>
        Array.FindIndex(EnglishOnes, one => one.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var one
            ? one
            : (Array.FindIndex(EnglishTens, tens => tens.Equals(word, StringComparison.OrdinalIgnoreCase)) + 2) * 10);

    // At most 15 digits, so that nothing overflows. 一下, 统一, "that one" and the like are words, not numbers.
    [GeneratedRegex(
        """
        (?<minus>(?<!\w)-|负)?
        (?: (?<![\dA-Za-z]) (?<digits>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?!\d) | \d{1,15}(?:\.\d{1,6})?(?!\d)) (?:\s?(?<scale>[百千万亿]))?
          | (?<![万统唯专]) (?<chinese>[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]{0,14})
              (?:点(?<fraction>[零〇一二三四五六七八九]{1,6}))? (?![下些样般直起定切并旦律致])
          | (?<!(?:this|that|which|any|no|each|every)\s) \b(?<english>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?
              | zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
              | thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
