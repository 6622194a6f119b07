using CsvHelper;
using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing.Sources;

/// <summary>Text with commas or semicolons between the cells, as spreadsheet programs save it. It is known by a header that names a task and a unit or number column.</summary>
internal static class CsvSource
{
    private const int HeaderWithin = 30;
    private const int LongestName = 12;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false, TrackLineNumbers = true, DetectSeparatorHint = true, TrimWhitespace = true,
        // An opening quote without its end must not take the rest of the file for one cell.
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static bool IsCsv(string text)
    {
        var lines = text.AsSpan().EnumerateLines();
        for (var count = 0; count < HeaderWithin && lines.MoveNext(); count++)
        {
            var line = lines.Current.Length <= 400 ? lines.Current.ToString() : "";
            foreach (var separator in (ReadOnlySpan<char>)[',', ';'])
                if (line.Count(c => c == separator) >= 2 && IsHeader([.. line.Split(separator).Select(cell => Passage.Of(cell.Trim('"', ' '), 1))]))
                    return true;
        }
        return false;
    }

    /// <summary>Words of a sentence may have commas between them too, but they are no names of columns.</summary>
    private static bool IsHeader(IReadOnlyList<Passage> cells) =>
        TaskColumns.IsHeader(cells) && cells.All(cell => cell.Length <= LongestName) && cells.Count(cell => TaskColumns.IsKnown(cell) || UnitColumns.IsUnit(cell)) * 5 >= cells.Count(cell => !cell.IsBlank) * 3;

    public static SourceLines Read(string text)
    {
        var lines = new SourceLines();
        try
        {
            using var reader = CsvReader.FromText(text, Options);
            var rows = new List<TableRow>();
            while (reader.Read())
                rows.Add(lines.Row([.. Enumerable.Range(0, Math.Min(reader.FieldCount, ImportLimits.MostColumns)).Select(column => reader.GetString(column).Trim())], []) with { IsExact = true });
            lines.Add([.. rows.Where(row => !row.IsBlank)], HeaderWithin);
            return lines;
        }
        catch (CsvFormatException)
        {
            throw new UnreadableSourceException(new(NoticeIssue.UnreadableText));
        }
    }
}
