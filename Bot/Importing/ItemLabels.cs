using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <param name="Depth">1 for 一、, 2 for （一）, 3 for 1. and 1、, 4 for （1）, 5 for ①.</param>
/// <param name="Printed">Without the stop behind it: 一, （一）, 1.</param>
internal sealed record ItemLabel(int Depth, string Printed, Passage Rest)
{
    /// <summary>Null where it is written as no number is.</summary>
    public int? Value => Printed is [>= '①' and <= '⑳' and var circled] ? circled - '①' + 1 : ChineseDates.NumberOf(string.Concat(Printed.Select(NormalCharacters.Of)).Trim('（', '）'));
}

/// <summary>Reads the label that opens a numbered paragraph, as official documents number: 一、 （一） 1． （1） ①.</summary>
internal static partial class ItemLabels
{
    public static ItemLabel? Read(Passage line)
    {
        var trimmed = line.Trim();
        if (Label().Match(trimmed.Text) is not { Success: true } match)
            return null;
        var depth = Enumerable.Range(1, 5).First(depth => match.Groups[$"d{depth}"].Success);
        return new(depth, trimmed.Slice(match.Groups[$"d{depth}"]).Solid, trimmed.From(match.Length).Trim());
    }

    // A digit behind the stop makes it a number: 1.5亿元.
    [GeneratedRegex(@"^(?:(?<d1>[一二三四五六七八九十]{1,4})、|(?<d2>（[一二三四五六七八九十]{1,4}）)[、.]?|(?<d3>\d{1,3})\s*[.、](?!\d)|(?<d4>（\d{1,3}）|\d{1,3}(?=）))[）、.]?|(?<d5>[①-⑳])[、.]?)")]
    private static partial Regex Label();
}
