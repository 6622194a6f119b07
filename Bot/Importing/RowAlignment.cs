namespace PlanBot.Importing;

/// <summary>Puts the cells of a row under their columns. A row that continues merged cells has lost its leading cells and has empty ones at its end instead:
/// <c>text | ||</c> under 序号 | 单位名称 | 任务 belongs under 任务.</summary>
internal static class RowAlignment
{
    /// <returns>One entry per column, null where the row has nothing; null when the cells fit no shift.</returns>
    public static Passage?[]? Place(TableRow row, IReadOnlyList<ColumnMeaning> columns)
    {
        if (row.IsExact)
            return Shifted(row, columns, 0);
        var filled = row.Cells.ToList().FindLastIndex(cell => !cell.IsBlank) + 1;
        var shifts = Enumerable.Range(0, Math.Max(0, columns.Count - filled) + 1).ToList();
        // An empty cell may stand for all that was lost; where nothing tells, it stands for itself.
        if (row.Cells[0].IsBlank && filled <= columns.Count)
            return Shifted(row, columns, shifts.Find(shift => Fits(row, columns, filled, shift)));
        // A row that begins with its number lost nothing; a header may have fewer cells than its rows.
        if (filled > columns.Count || BeginsWithNumber(row, columns) || columns[0].Column != TaskColumn.Number && Fits(row, columns, filled, 0))
            return Shifted(row, columns, 0);
        // The least that was lost wins, so that empty cells at the end of a full row stay where they are.
        // But a sentence belongs under the task and not under a column that nobody reads.
        var fitting = shifts.Where(shift => shift > 0 && Fits(row, columns, filled, shift)).Select(shift => Shifted(row, columns, shift)).ToList();
        return fitting.Find(placed => columns.Zip(placed).Any(pair => pair is { First.Column: TaskColumn.Task, Second: { } text } && text.Text.Contains('。'))) ?? fitting.FirstOrDefault();
    }

    private static bool BeginsWithNumber(TableRow row, IReadOnlyList<ColumnMeaning> columns) => columns[0].Column == TaskColumn.Number && IsNumber(row.Cells[0]);

    private static Passage?[] Shifted(TableRow row, IReadOnlyList<ColumnMeaning> columns, int shift) =>
        [.. columns.Select((_, i) => i - shift is var at and >= 0 && at < row.Cells.Count && !row.Cells[at].IsBlank ? row.Cells[at] : null)];

    private static bool Fits(TableRow row, IReadOnlyList<ColumnMeaning> columns, int filled, int shift) =>
        Enumerable.Range(0, filled).All(i => row.Cells[i].IsBlank || Fits(row.Cells[i], columns[i + shift].Column));

    private static bool Fits(Passage cell, TaskColumn column) => column switch
    {
        TaskColumn.Number => IsNumber(cell),
        TaskColumn.Unit => UnitLists.Split(cell).Units.All(unit => UnitNames.IsOrgan(unit.Written.Compact().Text)),
        TaskColumn.Deadline => Deadlines.IsDeadline(cell.Text) || ChineseDates.Find(cell.Text).Count > 0,
        TaskColumn.Task => !UnitLists.Split(cell).Units.All(unit => UnitNames.IsOrgan(unit.Written.Compact().Text)) || cell.Text.Contains('。'),
        _ => true,
    };

    private static bool IsNumber(Passage cell) => cell.Length <= 8 && ChineseDates.NumberOf(cell.Compact().Text.Trim('.', '、', '（', '）')) is not null;
}
