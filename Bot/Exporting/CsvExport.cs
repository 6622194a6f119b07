using System.Text;

namespace PlanBot.Exporting;

/// <summary>The table as csv: UTF-8 with a byte order mark, without which Excel takes Chinese for something else.</summary>
internal static class CsvExport
{
    // What a spreadsheet would read as a formula, wide forms included.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static async Task WriteAsync(PeriodExport export, Stream stream)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(Line(ExportTable.Columns(export)));
        await foreach (var row in export.Rows)
            await text.WriteLineAsync(Line(ExportTable.Cells(export, row)));
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => Quoted(Guarded(cell))));

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>An apostrophe before what would be run as a formula; it stays text in every spreadsheet.</summary>
    private static string Guarded(string cell) => cell.TrimStart(' ') is [var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal) ? "'" + cell : cell;
}
