using System.Text;
using System.Text.RegularExpressions;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Makes different spellings of the same words equal: widths, case, traditional characters, slips of the keyboard.</summary>
public static class Spelling
{
    /// <summary>By code unit: a lookup that costs as little as the test whether one is needed.</summary>
    private static readonly Lazy<char[]> ToSimplified = new(() =>
    {
        var table = new char[char.MaxValue + 1];
        foreach (var pair in RuleFile.Lines("traditional.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            table[pair[0]] = pair[1];
        return table;
    });

    private static readonly Lazy<Slip[]> Slips = new(() =>
        [.. RuleFile.Pairs("typos.txt").Select(pair => new Slip(pair.Left, pair.Right, char.IsAsciiLetter(pair.Left[0]) ? new Regex($@"\b{Regex.Escape(pair.Left)}\b") : null))]);

    /// <summary>The text with every character in its plain form: half width, lower case, simplified; what is no character (controls, half a surrogate) is a space.
    /// Never changes the length, so that a place found here is the same place in the original.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        var table = ToSimplified.Value;
        for (var i = 0; i < source.Length; i++)
            folded[i] = StorableText.IsHalf(source, i) ? ' ' : Fold(source[i], table);
    });

    /// <summary>The form that phrases are matched against: folded, slips put right, white space single and none beside Chinese, nothing that cannot be seen, no closing full stop.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(InnerSpace.Replace(Fold(Invisible.Replace(text, "")).Trim(), " "));
        plain.Replace('’', '\'').Replace('‘', '\'').Replace('、', ',').Replace('﹐', ',').Replace('﹕', ':').Replace('﹖', '?');
        var joined = SpaceAtChinese.Replace(plain.ToString(), "");
        foreach (var slip in Slips.Value)
        {
            if (joined.Contains(slip.Wrong, StringComparison.Ordinal))
                joined = slip.Word?.Replace(joined, slip.Right) ?? joined.Replace(slip.Wrong, slip.Right, StringComparison.Ordinal);
        }
        return EnglishSlips.PutRight(RepeatedMark.Replace(joined, "$1")).TrimEnd('.', '!', ',', ';', '~', '…', ' ');
    }

    private static char Fold(char c, char[] table) => c switch
    {
        '\n' or '\r' => c,
        < ' ' or '\u007f' => ' ',
        < '\u0080' => char.ToLowerInvariant(c),
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
        '\u3000' or '\u00a0' => ' ',
        '。' or '｡' => '.',
        _ when table[c] is not '\0' and var simplified => simplified,
        _ => char.ToLowerInvariant(c),
    };

    private sealed record Slip(string Wrong, string Right, Regex? Word);

    private static Regex InnerSpace => field ??= new(@"\s+");

    private static Regex SpaceAtChinese => field ??= new(@"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])");

    /// <summary>Zero-width characters, marks of direction, variation selectors, controls between letters.</summary>
    private static Regex Invisible => field ??= new(@"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]");

    /// <summary>???, ！！！ ask and shout no more than one.</summary>
    private static Regex RepeatedMark => field ??= new(@"([?!~])[?!~]+");
}
