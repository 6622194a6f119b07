using PlanBot.Data.Model;
using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Table pass: rows of a task table to tasks. Number and unit carry down to rows that lack them (merged cells), a deadline does not.</summary>
internal sealed class TaskTables(UnitReader units, TaskTexts texts, Deadlines deadlines, Remarks remarks)
{
    public IReadOnlyList<NoticeTask> Read(SourceTable table)
    {
        var columns = TaskColumns.Read(table.Header, remarks);
        if (columns.All(column => column.Column != TaskColumn.Unit))
            return [];
        var tasks = new List<NoticeTask>();
        Passage?[] above = new Passage?[columns.Count];
        foreach (var row in table.Rows.Where(row => !row.IsBlank && !IsHeaderAgain(row, table.Header) && !IsChapter(row)))
        {
            if (RowAlignment.Place(row, columns) is not { } placed)
            {
                remarks.Add(row.Line, NoticeIssue.NotPlaced, row.Cells.First(cell => !cell.IsBlank).Raw);
                continue;
            }
            var isContinued = !IsFilled(placed, columns, TaskColumn.Number) && tasks.Count > 0;
            var own = Merged(row, placed, above);
            var cells = isContinued ? CarryDown(own, above, columns) : own;
            above = cells;
            if (isContinued && !IsFilled(placed, columns, TaskColumn.Task) && !IsFilled(placed, columns, TaskColumn.Title))
                tasks[^1] = tasks[^1] with { Units = UnitShares.Of([.. tasks[^1].Units, .. UnitsOf(placed, columns)]) };
            else if (Task(row, cells, columns) is { } task)
                tasks.Add(task);
        }
        return tasks;
    }

    private NoticeTask? Task(TableRow row, Passage?[] cells, IReadOnlyList<ColumnMeaning> columns)
    {
        var title = Cell(cells, columns, TaskColumn.Title);
        if ((Cell(cells, columns, TaskColumn.Task) ?? title) is not { } text)
        {
            remarks.Add(row.Line, NoticeIssue.NotPlaced, string.Concat(row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Raw).Take(2)));
            return null;
        }
        var assigned = UnitsOf(cells, columns).ToList();
        var number = Cell(cells, columns, TaskColumn.Number)?.TrimEnd('.', '、', ' ').Solid;
        if (assigned.Count == 0)
        {
            remarks.Add(row.Line, NoticeIssue.NoUnit, number ?? text.Raw);
            return null;
        }
        var task = texts.Read(number, text, row.Line, UnitShares.Of(assigned), deadlines.Read(Cell(cells, columns, TaskColumn.Deadline)));
        return title is null || title == text ? task : task with { Title = title.Raw };
    }

    private IEnumerable<NoticeUnit> UnitsOf(Passage?[] cells, IReadOnlyList<ColumnMeaning> columns)
    {
        var parts = columns.Zip(cells).Where(pair => pair is { First.Column: TaskColumn.Unit, Second: not null })
            .SelectMany(pair => UnitLines.Of(pair.Second!).SelectMany(line => units.Remarked(AssignmentGrammar.Read(line)).Parts).Select(part => part with { Says = part.Says ?? pair.First.Says })).ToList();
        return AssignmentRoles.Of(parts).SelectMany(part => units.Read(part.List, part.Role));
    }

    /// <summary>A cell that is merged with the one above says what that one says; the number and the text alone are what makes a row begin.</summary>
    private static Passage?[] Merged(TableRow row, Passage?[] placed, Passage?[] above) => row.Merged.Count == 0 ? placed : [.. placed.Select((cell, i) => cell ?? (row.Merged.Contains(i) ? above[i] : null))];

    /// <summary>A continued row takes number and units from above where it has no units of its own; with its own units it takes the number alone.</summary>
    private static Passage?[] CarryDown(Passage?[] row, Passage?[] above, IReadOnlyList<ColumnMeaning> columns)
    {
        var hasUnits = IsFilled(row, columns, TaskColumn.Unit);
        return [.. columns.Select((column, i) => row[i] ?? column.Column switch
        {
            TaskColumn.Number => above[i],
            TaskColumn.Unit when !hasUnits => above[i],
            TaskColumn.Title when IsFilled(row, columns, TaskColumn.Task) => above[i],
            _ => null,
        })];
    }

    private static Passage? Cell(Passage?[] cells, IReadOnlyList<ColumnMeaning> columns, TaskColumn column) =>
        columns.Zip(cells).Where(pair => pair.First.Column == column).Select(pair => pair.Second).FirstOrDefault();

    private static bool IsFilled(Passage?[] cells, IReadOnlyList<ColumnMeaning> columns, TaskColumn column) =>
        columns.Zip(cells).Any(pair => pair.First.Column == column && pair.Second is not null);

    private static bool IsHeaderAgain(TableRow row, TableRow header) =>
        row.Cells.Zip(header.Cells).All(pair => pair.First.Compact().Text == pair.Second.Compact().Text);

    /// <summary>A row that holds a chapter's name only (一、…), or the same words in every merged cell.</summary>
    private static bool IsChapter(TableRow row)
    {
        var filled = row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text).Distinct().ToList();
        return filled is [var only] && !only.Contains('。') && (ItemLabels.Read(Passage.Of(only, row.Line)) is { Depth: <= 2 } || row.Cells.Count(cell => !cell.IsBlank) > 1);
    }
}
