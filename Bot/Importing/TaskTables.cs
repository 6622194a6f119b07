using PlanBot.Data.Model;
using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Table pass: rows of a task table to tasks. Number and unit carry down to rows that lack them (merged cells), a deadline does not.</summary>
internal sealed class TaskTables(UnitReader units, TaskTexts texts, Deadlines deadlines, Remarks remarks)
{
    /// <summary>Different cells of units whose reading is kept.</summary>
    private const int MostKnown = 10_000;

    /// <summary>Of a task, as printed: 2021-3-12（一）. Characters.</summary>
    private const int LongestNumber = 12;

    /// <summary>Shorter words under a column that nobody reads are a name or a mark. Characters.</summary>
    private const int ShortestText = 8;

    private readonly Dictionary<string, (IReadOnlyList<NoticeUnit> Units, IReadOnlyList<NoticeWarning> Remarks)> known = [];

    public IReadOnlyList<NoticeTask> Read(SourceTable table)
    {
        var columns = TaskColumns.Read(table.Header, remarks);
        if (columns.All(column => column.Column != TaskColumn.Unit))
            return [];
        var tasks = new List<NoticeTask>();
        Passage?[] above = new Passage?[columns.Count];
        foreach (var row in table.Rows.Where(row => !row.IsBlank && !IsHeaderAgain(row, table.Header) && !IsChapter(row) && !SpansTaskAndUnits(row, columns) && TableNotes.Demand(row) is null))
        {
            if (RowAlignment.Place(row, columns) is not { } placed)
            {
                remarks.Add(row.Line, NoticeIssue.NotPlaced, row.Cells.First(cell => !cell.IsBlank).Raw);
                continue;
            }
            placed = WithoutDittos(placed, above, columns);
            var isContinued = !IsFilled(placed, columns, TaskColumn.Number) && tasks.Count > 0;
            var own = Merged(row, placed, above);
            var cells = isContinued ? CarryDown(own, above, columns) : own;
            above = cells;
            if (isContinued && !IsFilled(placed, columns, TaskColumn.Task) && !IsFilled(placed, columns, TaskColumn.Title))
            {
                tasks[^1] = tasks[^1] with { Units = UnitShares.Of([.. tasks[^1].Units, .. UnitsOf(placed, columns)]) };
                // Words under a column that nobody reads may have slipped there.
                if (!IsFilled(placed, columns, TaskColumn.Unit) && placed.FirstOrDefault(cell => cell is { Length: >= ShortestText }) is { } lost)
                    remarks.Add(row.Line, NoticeIssue.NotPlaced, lost.Raw);
            }
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
        var assigned = UnitsOf(cells, columns);
        var number = Cell(cells, columns, TaskColumn.Number)?.TrimEnd('.', '、', ' ').Solid;
        // A sentence under the number tells that the row's cells stand one column too far left.
        if (number is not null && (number.Length > LongestNumber || number.Contains('。', StringComparison.Ordinal)))
            remarks.Add(row.Line, NoticeIssue.CellsUnclear, text.Raw);
        if (assigned.Count == 0)
        {
            remarks.Add(row.Line, NoticeIssue.NoUnit, number ?? text.Raw);
            return null;
        }
        var task = texts.Read(number, text, row.Line, UnitShares.Of(assigned), deadlines.Read(Cell(cells, columns, TaskColumn.Deadline)));
        return title is null || title == text ? task : task with { Title = title.Raw };
    }

    /// <summary>The same few lists stand in row after row: what was read once, and remarked on, is not read again.</summary>
    private IReadOnlyList<NoticeUnit> UnitsOf(Passage?[] cells, IReadOnlyList<ColumnMeaning> columns)
    {
        var lists = columns.Zip(cells).Where(pair => pair is { First.Column: TaskColumn.Unit, Second: not null }).Select(pair => (pair.First.Says, Cell: pair.Second!)).ToList();
        if (lists.Count == 0)
            return [];
        var line = lists[0].Cell.Line;
        var key = string.Concat(lists.Select(list => $"{(int?)list.Says}\u0001{list.Cell.Text}\u0001{list.Cell.Raw}\u0001"));
        if (lists.All(list => list.Cell.Line == line) && known.TryGetValue(key, out var before))
        {
            foreach (var remark in before.Remarks)
                remarks.Add(line, remark.Issue, remark.Subject, remark.Detail);
            return before.Units;
        }
        var (read, remarked) = remarks.Recording<IReadOnlyList<NoticeUnit>>(() => [.. UnitsOf(lists)]);
        // Persons are remarked on once in a notice.
        if (known.Count < MostKnown && remarked.All(remark => remark.Line == line && remark.Issue != NoticeIssue.PersonLeftOut))
            known[key] = (read, remarked);
        return read;
    }

    private IEnumerable<NoticeUnit> UnitsOf(IEnumerable<(PartRole? Says, Passage Cell)> lists)
    {
        var parts = lists.SelectMany(list => UnitLines.Of(list.Cell).SelectMany(line => units.Remarked(AssignmentGrammar.Read(line)).Parts).Select(part => part with { Says = part.Says ?? list.Says })).ToList();
        return AssignmentRoles.Of(parts).SelectMany(part => units.Read(part.List, part.Role));
    }

    /// <summary>A cell that is merged with the one above says what that one says; the number and the text alone are what makes a row begin.</summary>
    private static Passage?[] Merged(TableRow row, Passage?[] placed, Passage?[] above) => row.Merged.Count == 0 ? placed : [.. placed.Select((cell, i) => cell ?? (row.Merged.Contains(i) ? above[i] : null))];

    /// <summary>
    /// A continued row takes number and units from above where it has no units of its own; with its own units it takes the number, and the units of merged cells before its first one,
    /// whose text it has lost: 牵头单位 before the task stays, where 配合单位 behind it is its own.
    /// </summary>
    private static Passage?[] CarryDown(Passage?[] row, Passage?[] above, IReadOnlyList<ColumnMeaning> columns)
    {
        var hasUnits = IsFilled(row, columns, TaskColumn.Unit);
        var first = Array.FindIndex(row, cell => cell is not null);
        return [.. columns.Select((column, i) => row[i] ?? column.Column switch
        {
            TaskColumn.Number => above[i],
            TaskColumn.Unit when !hasUnits || i < first => above[i],
            TaskColumn.Title when IsFilled(row, columns, TaskColumn.Task) => above[i],
            _ => null,
        })];
    }

    /// <summary>同上 in a cell is what stands above it; where nothing does, the reader of units says so.</summary>
    private Passage?[] WithoutDittos(Passage?[] placed, Passage?[] above, IReadOnlyList<ColumnMeaning> columns) => [.. placed.Select((cell, i) =>
    {
        if (cell is null || columns[i].Column is TaskColumn.Other or TaskColumn.Number || !Ditto.Is(cell.Compact().Text) || above[i] is not { } same)
            return cell;
        remarks.Add(cell.Line, NoticeIssue.DittoTaken, cell.Raw, same.Raw);
        return same;
    })];

    /// <summary>A cell merged over task and units is a chapter or a subtotal.</summary>
    private static bool SpansTaskAndUnits(TableRow row, IReadOnlyList<ColumnMeaning> columns)
    {
        if (!row.IsExact || row.Cells.Count < columns.Count)
            return false;
        var texts = columns.Index().Where(column => column.Item.Column == TaskColumn.Task && !row.Cells[column.Index].IsBlank).Select(column => row.Cells[column.Index].Text).ToList();
        return columns.Index().Any(column => column.Item.Column == TaskColumn.Unit && texts.Contains(row.Cells[column.Index].Text));
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
        var (only, filled) = ("", 0);
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank)
                continue;
            if (++filled == 1)
                only = cell.Text;
            else if (cell.Text != only)
                return false;
        }
        return filled > 0 && !only.Contains('。') && (filled > 1 || ItemLabels.Read(Passage.Of(only, row.Line)) is { Depth: <= 2 });
    }
}
