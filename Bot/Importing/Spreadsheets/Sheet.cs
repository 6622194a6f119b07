using System.Globalization;

namespace PlanBot.Importing.Spreadsheets;

/// <summary>A table as people keep it: rows of text, blank ones left out.</summary>
/// <param name="Name">Null in a csv file.</param>
/// <param name="MergesKnown">False for csv, where a merged cell was saved as one filled cell above blank ones.</param>
public sealed record Sheet(string? Name, IReadOnlyList<SheetRow> Rows, bool MergesKnown);

/// <param name="Number">As the spreadsheet program or an editor shows it, from 1.</param>
/// <param name="Cells">Trimmed, from column A; rows may differ in length.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Empty where the row has no such cell.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>Names of cells as people see them.</summary>
public static class CellName
{
    /// <param name="column">From 0.</param>
    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    /// <returns>Columns from 0; null when it is no reference such as B12.</returns>
    internal static (int Column, int Row)? Read(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return null;
        return (reference[..letters].Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1, row);
    }

    private static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));
}
