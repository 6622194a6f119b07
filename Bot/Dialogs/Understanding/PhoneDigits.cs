using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>last digit is 2 not 1, 最后一位是2, 尾号0012, 倒数第二位是3: a part of a number that was told before, corrected. Pure.</summary>
internal static class PhoneDigits
{
    /// <param name="plain">Normalised.</param>
    /// <returns>The whole number as it should be; null when the words correct none of its digits.</returns>
    public static string? Corrected(string plain, string number)
    {
        if (Tail.Match(plain) is { Success: true } tail && tail.Groups["digits"].Value is var digits && digits.Length < number.Length)
            return number[..^digits.Length] + digits;
        if (FromEnd.Match(plain) is not { Success: true } one || one.Groups["digit"].Value is not [var digit])
            return null;
        var place = one.Groups["n"].Success ? Numbers.Parse(one.Groups["n"].Value) ?? 0 : one.Groups["en"].Success ? English(one.Groups["en"].Value) : 1;
        return place < 1 || place > number.Length ? null : number[..^place] + digit + number[(number.Length - place + 1)..];
    }

    private static int English(string word) => word switch { "second" => 2, "third" => 3, _ => 1 };

    private static Regex Tail => field ??= new("(?:尾号|后(?:面)?[一二三四五六]?位|末[二三四]位|最后[二三四]位|last (?:two|three|four)(?: digits| numbers| figures)?|(?:number |it )?(?:should )?ends? (?:in|with))(?:数字?)?(?:(?:刚才|刚刚|刚|我)?(?:写|打|发|说|给|输)?错了?[, ]*)?(?:应该|应当|should)?(?:是|为| be| are| is|be|are|is|:|改成)? ?(?<digits>[0-9]{1,6})(?![0-9])");

    private static Regex FromEnd => field ??= new($"(?:最后|末|尾)(?:一)?(?:位|个)?(?:数字?|号码)?(?:应该|应当)?(?:是|为|改成) ?(?<digit>[0-9])(?![0-9])|倒数第(?<n>{Numbers.Pattern})(?:位|个)(?:数字?)?(?:应该|应当)?(?:是|为|改成) ?(?<digit>[0-9])(?![0-9])|(?:(?<en>second|third)(?:[ -]to)?[ -])?(?:last|final) (?:digit|number|figure)(?: of [a-z ]+)? (?:is|should be|must be|ought to be) (?:a )?(?<digit>[0-9])(?![0-9])");
}
