using System.IO.Compression;

namespace PlanBot.Importing;

/// <summary>What a file is by its content; its name proves nothing.</summary>
public static class FileTypes
{
    /// <returns>A short name (pdf, png, jpg, gif, docx, xlsx, pptx) with its media type; null for anything else, a package with macros among it.</returns>
    public static (string Name, string ContentType)? Of(byte[] content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ("pdf", "application/pdf"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => ("png", "image/png"),
        [0xff, 0xd8, 0xff, ..] => ("jpg", "image/jpeg"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ("gif", "image/gif"),
        [(byte)'P', (byte)'K', 3, 4, ..] => OfPackage(content),
        _ => null,
    };

    private static (string, string)? OfPackage(byte[] content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = package.Entries.Take(5_000).Select(entry => entry.FullName.ToLowerInvariant()).ToHashSet();
            if (names.Any(name => name.EndsWith("vbaproject.bin", StringComparison.Ordinal)) || !names.Contains("[content_types].xml"))
                return null;
            return names.Contains("word/document.xml") ? ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                : names.Contains("xl/workbook.xml") ? ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                : names.Contains("ppt/presentation.xml") ? ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
