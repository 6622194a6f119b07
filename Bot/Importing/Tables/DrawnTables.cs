namespace PlanBot.Importing.Tables;

/// <summary>Finds the task tables that are drawn with text: bars in a line, then one cell a line, then cells split by spaces.</summary>
internal static class DrawnTables
{
    public static IReadOnlyList<SourceTable> Find(IReadOnlyList<Passage> lines, Remarks remarks)
    {
        List<SourceTable> tables = [.. PipeTable.Find(lines, remarks)];
        tables.AddRange(CellTable.Find(Outside(lines, tables), remarks).ToList());
        tables.AddRange(SpacedTable.Find(Outside(lines, tables), remarks).ToList());
        return tables;
    }

    public static IReadOnlyList<Passage> Outside(IReadOnlyList<Passage> lines, IReadOnlyList<SourceTable> tables) =>
        tables.Count == 0 ? lines : [.. lines.Where(line => !tables.Any(table => table.Lines.Contains(line.Line)))];
}
