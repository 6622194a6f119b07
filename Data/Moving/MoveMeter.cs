namespace PlanBot.Data.Moving;

/// <summary>Adds up how far a move has come, and tells it.</summary>
/// <param name="copied">Rows that an interrupted run has copied; the tables come in the same order each time, so they are the first ones.</param>
internal sealed class MoveMeter(IReadOnlyList<(string Name, long Rows)> tables, long copied, IProgress<MoveProgress> progress)
{
    /// <summary>Rows between two reports of the last phase, which comes row by row.</summary>
    private const int Stride = 5000;

    private readonly Dictionary<string, long> rowsOf = tables.ToDictionary(table => table.Name, table => table.Rows);
    private readonly long total = tables.Sum(table => table.Rows);
    private long before;
    private long marked;

    /// <param name="rows">Rows of this table that are done.</param>
    public void Report(MovePhase phase, string table, long rows) => progress.Report(
        new(phase, table, rows, rowsOf[table], before + rows, total, phase == MovePhase.Copying ? Math.Min(copied, before + rows) : 0));

    /// <summary>A table is done; after the last one the next phase counts from nothing.</summary>
    public void Finish(MovePhase phase, string table)
    {
        Report(phase, table, rowsOf[table]);
        before = table == tables[^1].Name ? 0 : before + rowsOf[table];
    }

    public void Mark(string table)
    {
        marked++;
        if (marked % Stride == 0)
            progress.Report(new(MovePhase.Marking, table, marked, total, marked, total));
    }
}
