using System.Text;

namespace PlanBot.Exporting;

/// <summary>The table as csv: UTF-8 with a byte order mark, without which Excel takes Chinese for something else.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(PeriodExport export, Stream stream)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(CsvLine.Of(ExportTable.Columns(export)));
        await foreach (var row in export.Rows)
            await text.WriteLineAsync(CsvLine.Of(ExportTable.Cells(export, row)));
    }
}
