using System.Text;
using System.Xml;
using PlanBot.Importing.Sources;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Opens a file as the source of a notice. What it is, its content tells; its name proves nothing.</summary>
internal static class NoticeSources
{
    public static OpenedSource Open(byte[] content, string fileName)
    {
        if (content.Length == 0)
            return Refused(NoticeIssue.EmptyFile);
        if (content.Length > ImportLimits.LargestFile)
            return Refused(NoticeIssue.TooLarge, $"{ImportLimits.LargestFile / 1024 / 1024} MB");
        try
        {
            return content switch
            {
                [0xD0, 0xCF, 0x11, 0xE0, ..] => Refused(content.AsSpan().IndexOf(EncryptedPackage) >= 0 ? NoticeIssue.Encrypted : NoticeIssue.BinaryWord),
                [(byte)'P', (byte)'K', 3, 4, ..] => OfPackage(content, fileName),
                [(byte)'P', (byte)'K', 5, 6, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, 8, ..] => Refused(NoticeIssue.Archive),
                [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Refused(NoticeIssue.Picture, "PNG"),
                [0xFF, 0xD8, 0xFF, ..] => Refused(NoticeIssue.Picture, "JPEG"),
                [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Refused(NoticeIssue.Picture, "GIF"),
                [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Refused(NoticeIssue.Picture, "BMP"),
                [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => Refused(NoticeIssue.Picture, "TIFF"),
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Refused(NoticeIssue.Picture, "WebP"),
                [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => Refused(NoticeIssue.UnknownFormat, "RTF"),
                [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Refused(NoticeIssue.UnknownFormat, "PDF"),
                _ => OfText(content),
            };
        }
        catch (UnreadableSourceException unreadable)
        {
            return new(null, unreadable.Refusal);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException or FormatException or OverflowException)
        {
            return Refused(NoticeIssue.UnreadableText);
        }
    }

    /// <summary>The stream in which an office program keeps what it has encrypted, as its name is written in the file's directory.</summary>
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    private static OpenedSource OfPackage(byte[] content, string fileName)
    {
        using var package = new Package(content);
        // What an office program protects is no package any more: this is an archive that was packed with a password, whatever its name.
        if (package.IsEncrypted)
            return Refused(NoticeIssue.EncryptedArchive);
        return package.Has("word/document.xml") ? Of(DocxSource.Read(package))
            : package.Has("xl/workbook.xml") ? Of(XlsxSource.Read(package))
            : package.Has("ppt/presentation.xml") ? Refused(NoticeIssue.UnknownFormat, "PPT")
            : package.Has("mimetype") || package.Has("[Content_Types].xml") ? Refused(NoticeIssue.UnknownFormat, Path.GetExtension(fileName) is { Length: > 1 } extension and not (".docx" or ".xlsx") ? extension : "ZIP")
            : Refused(NoticeIssue.Archive);
    }

    private static OpenedSource OfText(byte[] content)
    {
        if (content.Length > ImportLimits.LargestText)
            return Refused(NoticeIssue.TooLarge, $"{ImportLimits.LargestText / 1024 / 1024} MB");
        var (text, refusal) = SourceText.Read(content);
        return text is null ? new(null, refusal)
            : HtmlSource.IsHtml(text) ? Of(HtmlSource.Read(text))
            : CsvSource.IsCsv(text) ? Of(CsvSource.Read(text))
            : new(NoticeSource.OfText(text), null);
    }

    private static OpenedSource Of(SourceLines lines) => lines.IsEmpty ? Refused(NoticeIssue.EmptyFile) : new(lines.Source, null);

    private static OpenedSource Refused(NoticeIssue issue, string subject = "") => new(null, new(issue, Subject: subject));
}
