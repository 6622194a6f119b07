using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PlanBot.Importing;

/// <summary>Reads docx, xlsx, csv and txt files that people send. A file is read as data: nothing in it is run, followed or fetched, and a package is unpacked only up to a limit.</summary>
public static class DocumentReader
{
    /// <summary>Characters of a whole document.</summary>
    public const int LongestText = 400_000;

    private const long MostUnpacked = 48 * 1024 * 1024;
    private const int MostParts = 2_000;

    public static DocumentText Read(byte[] content, string name)
    {
        try
        {
            var text = content switch
            {
                [0xd0, 0xcf, 0x11, 0xe0, ..] => throw new UnreadableException(DocumentRefusal.OldOrLocked),
                [(byte)'P', (byte)'K', ..] => OfPackage(content),
                _ => OfPlainText(content, name),
            };
            return text.Length > LongestText ? new DocumentText.Refused(DocumentRefusal.TooLarge)
                : string.IsNullOrWhiteSpace(text) ? new DocumentText.Refused(DocumentRefusal.Empty) : new DocumentText.Read(text);
        }
        catch (UnreadableException refused)
        {
            return new DocumentText.Refused(refused.Reason);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or FormatException or OverflowException or ArgumentException)
        {
            return new DocumentText.Refused(DocumentRefusal.Damaged);
        }
    }

    private static string OfPackage(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (package.Entries.Count > MostParts)
            throw new UnreadableException(DocumentRefusal.TooLarge);
        if (package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableException(DocumentRefusal.Macros);
        var parts = new Parts(package);
        if (parts.Find("word/document.xml") is { } document)
            return WordText.Read(document);
        return parts.Find("xl/workbook.xml") is { } workbook ? ExcelText.Read(workbook, parts.Find) : throw new UnreadableException(DocumentRefusal.Foreign);
    }

    private static string OfPlainText(byte[] content, string name)
    {
        if (!name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableException(name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? DocumentRefusal.Damaged : DocumentRefusal.Foreign);
        if (content.AsSpan().Contains((byte)0))
            throw new UnreadableException(DocumentRefusal.Foreign);
        var text = Decode(content);
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? CsvText.Read(text) : text;
    }

    /// <summary>UTF-8, or what Excel and WPS write in China where it is not.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(content);
        }
    }

    /// <summary>The package's parts, each unpacked once and only as far as all of them together may go: sizes in the package's own list prove nothing.</summary>
    private sealed class Parts(ZipArchive package)
    {
        private long left = MostUnpacked;

        public XDocument? Find(string name)
        {
            if (package.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } entry)
                return null;
            using var unpacked = new MemoryStream();
            using (var packed = entry.Open())
            {
                var buffer = new byte[81_920];
                for (int read; (read = packed.Read(buffer)) > 0;)
                {
                    if ((left -= read) < 0)
                        throw new UnreadableException(DocumentRefusal.TooLarge);
                    unpacked.Write(buffer, 0, read);
                }
            }
            unpacked.Position = 0;
            // No document type, no entities, no address is ever resolved.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostUnpacked };
            using var reader = XmlReader.Create(unpacked, settings);
            return XDocument.Load(reader);
        }
    }

    internal sealed class UnreadableException(DocumentRefusal reason) : Exception
    {
        public DocumentRefusal Reason => reason;
    }
}

/// <summary>Lines of cells as they are pasted from Excel.</summary>
internal static class CellLines
{
    public static void Append(StringBuilder text, IEnumerable<string> cells)
    {
        var line = cells.Select(cell => cell.Trim()).ToList();
        while (line.Count > 0 && line[^1].Length == 0)
            line.RemoveAt(line.Count - 1);
        if (line.Count > 0)
            text.AppendJoin('\t', line.Select(Quoted)).Append('\n');
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny('\t', '\n', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

/// <summary>Comma- or semicolon-separated values as office programs write them.</summary>
internal static class CsvText
{
    public static string Read(string csv)
    {
        var text = new StringBuilder();
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        var firstLine = csv.AsSpan(0, Math.Max(0, csv.IndexOf('\n')));
        var separator = firstLine.Count(';') > firstLine.Count(',') ? ';' : ',';
        for (var i = 0; i <= csv.Length && text.Length <= DocumentReader.LongestText; i++)
        {
            var c = i < csv.Length ? csv[i] : '\n';
            if (isQuoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (!isQuoted && c == separator)
                EndCell();
            else if ((!isQuoted && c == '\n') || i == csv.Length)
            {
                EndCell();
                CellLines.Append(text, cells);
                cells.Clear();
            }
            else if (c != '\r')
                cell.Append(c);
        }
        return text.ToString();

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
