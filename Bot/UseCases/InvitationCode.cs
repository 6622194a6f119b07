using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanBot.UseCases;

/// <summary>A code that a coordinator hands out, e.g. <c>K7MP-3XQD</c>: eight signs that are not mistaken for each other, some 10^12 of them, with a letter and a digit among them.</summary>
public static partial class InvitationCode
{
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New()
    {
        string code;
        do
            code = RandomNumberGenerator.GetString(Signs, 8);
        while (!code.Any(char.IsAsciiDigit) || !code.Any(char.IsAsciiLetter));
        return $"{code[..4]}-{code[4..]}";
    }

    /// <summary>What somebody has typed as a code: 绑定 k7mp-3xqd, or the code alone.</summary>
    /// <returns>The code in the form of <see cref="New"/> and the words before it; null when the words are no code. Eight letters without a digit are none, nor are two words of four (undo that).</returns>
    public static (string Code, string Words)? Read(string text)
    {
        var plain = text.Trim().Normalize(NormalizationForm.FormKC);
        if (Typed().Match(plain) is not { Success: true } match)
            return null;
        var code = (match.Groups["a"].Value + match.Groups["b"].Value).ToUpperInvariant();
        var isCode = match.Groups["cue"].Success || match.Groups["dash"].Value is not ("" or " ") || (code.Any(char.IsAsciiDigit) && code.Any(char.IsAsciiLetter));
        return isCode ? ($"{code[..4]}-{code[4..]}", match.Groups["cue"].Value) : null;
    }

    internal static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("invitation:" + code)));

    [GeneratedRegex("^(?<cue>(?:我的|这是)?(?:绑定|邀请)码?(?:是|为)?|bind|my code(?: is)?|code)?[\\s:,]*(?<a>[0-9a-z]{4})(?<dash>[ \\-\u2010-\u2015_]?)(?<b>[0-9a-z]{4})[.。!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}
