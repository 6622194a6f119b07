namespace PlanBot.Data.Moving;

/// <summary>How far a move has come.</summary>
/// <param name="Rows">Rows of this table that are done.</param>
/// <param name="RowsOfTable">All rows of this table.</param>
/// <param name="Done">Rows of all tables that are done in this phase.</param>
/// <param name="Total">Rows of all tables.</param>
/// <param name="Earlier">Of <paramref name="Done"/>, what an interrupted run had done already.</param>
public sealed record MoveProgress(MovePhase Phase, string Table, long Rows, long RowsOfTable, long Done, long Total, long Earlier = 0);

public enum MovePhase
{
    Copying = 1,

    /// <summary>Every row is read back and compared.</summary>
    Checking = 2,

    /// <summary>The source is read once more, for the mark by which it is known again.</summary>
    Marking = 3,
}

/// <summary>What a move came to.</summary>
/// <param name="Tables">In the order in which they moved; with no table when all had been moved before.</param>
/// <param name="Differences">Table and key of rows that are not the same on both sides, the first of them; none after a good move.</param>
/// <param name="MigrationsOfSource">Names of the migrations that the source needed first.</param>
/// <param name="FinishedAt">When the move was complete; null when there are differences.</param>
public sealed record MoveResult(
    IReadOnlyList<(string Name, long Rows)> Tables, IReadOnlyList<string> Differences, IReadOnlyList<string> MigrationsOfSource, DateTimeOffset? FinishedAt)
{

    public bool WasMovedBefore => Tables.Count == 0;
}
