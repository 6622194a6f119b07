using System.Xml;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;

namespace PlanBot.Importing.Spreadsheets;

/// <summary>Why a file cannot be read as a table.</summary>
public enum SpreadsheetProblem
{
    TooLarge = 1,
    TooManyRows,

    /// <summary>The format of Excel before 2007, or a file locked with a password: both begin the same.</summary>
    OldOrLocked,
    NoTable,
    Damaged,
    Empty,
}

/// <param name="Problem">Null when the sheets are there.</param>
public sealed record SpreadsheetReading(IReadOnlyList<Sheet> Sheets, SpreadsheetProblem? Problem);

/// <summary>Reads .xlsx and .csv; which one it is, the contents tell and not the name.</summary>
public static class SpreadsheetReader
{
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>All sheets together.</summary>
    public const int MostRows = 20_000;

    /// <summary>What stands further right is not read.</summary>
    public const int MostColumns = 64;

    public static SpreadsheetReading Read(byte[] content)
    {
        if (content.Length > LargestFile)
            return Refuse(SpreadsheetProblem.TooLarge);
        try
        {
            return content switch
            {
                [(byte)'P', (byte)'K', 3, 4, ..] => Checked(XlsxReader.Read(content)),
                [0xD0, 0xCF, 0x11, 0xE0, ..] => Refuse(SpreadsheetProblem.OldOrLocked),
                [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Refuse(SpreadsheetProblem.NoTable),
                _ => ReadText(content),
            };
        }
        catch (TooManyRowsException)
        {
            return Refuse(SpreadsheetProblem.TooManyRows);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or ArgumentException
            or IOException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or CsvFormatException or NotSupportedException)
        {
            // A file from anywhere may be broken in any way; the libraries tell it by any of these.
            return Refuse(SpreadsheetProblem.Damaged);
        }
    }

    private static SpreadsheetReading ReadText(byte[] content)
    {
        if (SourceText.Decode(content) is not { } text || text.AsSpan().IndexOfAnyInRange('\u0000', '\u0008') >= 0)
            return Refuse(SpreadsheetProblem.NoTable);
        if (text.AsSpan().TrimStart() is ['<' or '{', ..])
            return Refuse(SpreadsheetProblem.NoTable);
        return Checked([CsvSheet.Read(text)]);
    }

    private static SpreadsheetReading Checked(IReadOnlyList<Sheet> sheets) =>
        sheets.All(sheet => sheet.Rows.Count == 0) ? Refuse(SpreadsheetProblem.Empty) : new(sheets, null);

    private static SpreadsheetReading Refuse(SpreadsheetProblem problem) => new([], problem);

    internal sealed class TooManyRowsException : Exception;
}
