using System.Text;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>First pass: the file's bytes as text. Takes UTF-8 and UTF-16 with or without a byte order mark, and GB18030.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <returns>The text, or why there is none: never both.</returns>
    public static (string? Text, NoticeRefusal? Refusal) Read(byte[] content)
    {
        if (Decode(content) is not { } text)
            return (null, new(NoticeIssue.UnreadableText, FirstDamagedLine(content)));
        if (text.All(char.IsWhiteSpace))
            return (null, new(NoticeIssue.EmptyFile));
        // A control character never stands in a notice: this is some other file that happened to decode.
        return text.AsSpan().IndexOfAnyInRange('\u0000', '\u0008') is var control and >= 0
            ? (null, new(NoticeIssue.UnreadableText, text.AsSpan(0, control).Count('\n') + 1))
            : (text, null);
    }

    /// <returns>Null when the bytes are text in none of these.</returns>
    internal static string? Decode(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Try(Utf8, rest),
        [0xFF, 0xFE, .. var rest] => Try(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), rest),
        [0xFE, 0xFF, .. var rest] => Try(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), rest),
        // No other text encoding holds a zero byte; the half of each line break that is zero tells the byte order.
        _ when content.Contains((byte)0) => Try(new UnicodeEncoding(bigEndian: IsBigEndian(content), byteOrderMark: false, throwOnInvalidBytes: true), content),
        _ => Try(Utf8, content) ?? (IsDamagedUtf8(content) ? null : Try(Gb18030, content)),
    };

    private static string? Try(Encoding encoding, byte[] content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsBigEndian(byte[] content)
    {
        var even = content.Where((value, index) => index % 2 == 0 && value == 0).Count();
        return even > content.Count(value => value == 0) - even;
    }

    /// <summary>A few bad bytes among good UTF-8: another encoding would spoil nearly every character.</summary>
    private static bool IsDamagedUtf8(byte[] content)
    {
        var lenient = Encoding.UTF8.GetString(content);
        return lenient.Count(c => c == '\uFFFD') * 4 < lenient.Count(c => c > '\u007F');
    }

    private static int? FirstDamagedLine(byte[] content) =>
        Encoding.UTF8.GetString(content) is var lenient && lenient.IndexOf('\uFFFD') is var at and >= 0 && IsDamagedUtf8(content)
            ? lenient.AsSpan(0, at).Count('\n') + 1
            : null;
}
