namespace PlanBot.Importing;

/// <summary>Files that another program must turn into one that is read, told by their content.</summary>
/// <param name="Kind">For people: doc, xls, RTF, PDF.</param>
/// <param name="Target">Extension of what they are turned into.</param>
public sealed record NoticeConversion(string Kind, string Target)
{
    private static readonly NoticeConversion Document = new("doc", "docx");
    private static readonly NoticeConversion Workbook = new("xls", "xlsx");
    private static readonly NoticeConversion Rich = new("RTF", "docx");
    private static readonly NoticeConversion OpenText = new("odt", "docx");
    private static readonly NoticeConversion OpenSheet = new("ods", "xlsx");
    private static readonly NoticeConversion Printed = new("PDF", "txt");

    public bool IsPdf => Target == "txt";

    /// <returns>Null for a file that is read as it is, or for none at all: encrypted, too large, something else.</returns>
    public static NoticeConversion? Needed(byte[] content) => content switch
    {
        _ when content.Length > ImportLimits.LargestFile => null,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OfOle(content),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => Rich,
        [(byte)'P', (byte)'K', 3, 4, ..] => OfOpenDocument(content),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Printed,
        _ => null,
    };

    /// <summary>The kind stands, unpacked, in the package's first part.</summary>
    private static NoticeConversion? OfOpenDocument(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, 200)];
        return start.IndexOf("mimetypeapplication/vnd.oasis.opendocument.text"u8) == 30 ? OpenText
            : start.IndexOf("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8) == 30 ? OpenSheet
            : null;
    }

    /// <summary>The names of its streams stand in the file's directory; WPS writes the same ones.</summary>
    private static NoticeConversion? OfOle(ReadOnlySpan<byte> content) =>
        content.IndexOf("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) >= 0 ? Document
        : content.IndexOf("W\0o\0r\0k\0b\0o\0o\0k\0"u8) >= 0 || content.IndexOf("B\0o\0o\0k\0"u8) >= 0 ? Workbook
        : null;
}
