namespace PlanBot.Exporting;

/// <summary>A line of csv that no spreadsheet runs anything of.</summary>
internal static class CsvLine
{
    // What a spreadsheet would read as a formula, wide forms included.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => Quoted(Guarded(cell))));

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>An apostrophe before what would be run as a formula; it stays text in every spreadsheet.</summary>
    private static string Guarded(string cell) => cell.TrimStart(' ') is [var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal) ? "'" + cell : cell;
}
