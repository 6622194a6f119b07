namespace PlanBot.Importing;

/// <summary>One row of a table as its cells, none of them trimmed away: an empty cell is blank.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<Passage> Cells)
{
    /// <summary>The cells stand under their columns for certain: they come from a real table, not from a line of text that may have lost some.</summary>
    public bool IsExact { get; init; }

    /// <summary>Columns, counted from 0, whose cell is merged with the one above; their cells here are blank.</summary>
    public IReadOnlyList<int> Merged { get; init; } = [];

    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}

/// <summary>A table of the source, whatever format it came from: the header's cells, then the rows.</summary>
/// <param name="Lines">The lines that it takes up, so that no later pass reads them again.</param>
internal sealed record SourceTable(TableRow Header, IReadOnlyList<TableRow> Rows, IReadOnlySet<int> Lines)
{
    public bool IsExact => Header.IsExact;
}
