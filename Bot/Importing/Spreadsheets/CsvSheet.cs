using CsvHelper;

namespace PlanBot.Importing.Spreadsheets;

/// <summary>Reads text with commas, tabs or semicolons between the cells, as spreadsheet programs save it.</summary>
internal static class CsvSheet
{
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false, TrackLineNumbers = true, DetectSeparatorHint = true, TrimWhitespace = true,
        // An opening quote without its end must not take the rest of the file for one cell.
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <exception cref="CsvFormatException">Quotes do not match.</exception>
    public static Sheet Read(string text)
    {
        using var reader = CsvReader.FromText(text, Options);
        var rows = new List<SheetRow>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, SpreadsheetReader.MostColumns)).Select(column => reader.GetString(column).Trim()).ToList();
            if (cells.TrueForAll(cell => cell.Length == 0))
                continue;
            if (rows.Count == SpreadsheetReader.MostRows)
                throw new SpreadsheetReader.TooManyRowsException();
            // A cell may hold line breaks: the row is named by its first line.
            rows.Add(new((int)reader.LineNumber, cells));
        }
        return new(null, rows, MergesKnown: false);
    }
}
