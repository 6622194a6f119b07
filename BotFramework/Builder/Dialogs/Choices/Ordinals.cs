using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds places in a list: "第二个", "最后一项", "倒数第二", "the 3rd", "first", "last".</summary>
internal static partial class Ordinals
{
    private static readonly string[] English = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <param name="count">How long the list is, for what is counted from its end.</param>
    /// <returns>In the order they were said, counted from 1; not all need be in the list.</returns>
    public static IEnumerable<FoundNumber> Find(string text, int count) =>
        OrdinalPattern().Matches(text).Select(match => new FoundNumber(Read(match, count), match.Index, match.Length));

    private static decimal Read(Match match, int count)
    {
        if (match.Groups["last"].Success)
            return count;
        if (match.Groups["english"] is { Success: true } word)
            return Array.FindIndex(English, name => name.Equals(word.Value, StringComparison.OrdinalIgnoreCase)) + 1;
        if (match.Groups["short"] is { Success: true } digits)
            return Digits(digits.Value);

        var place = match.Groups["chinese"].Value is var numeral && char.IsAsciiDigit(numeral[0]) ? Digits(numeral) : Numbers.ReadChinese(numeral) ?? 0;
        return match.Groups["fromEnd"].Success ? count + 1 - place : place;
    }

    private static decimal Digits(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        (?<fromEnd>倒数)?第\s?(?<chinese>\d{1,9}|[一二两三四五六七八九十百千零]{1,9})
        | (?<last>最后|\blast\b)
        | \b(?<short>\d{1,9})(?:st|nd|rd|th)\b
        | \b(?<english>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalPattern();
}
