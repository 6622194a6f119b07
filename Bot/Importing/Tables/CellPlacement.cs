using System.Text.RegularExpressions;

namespace PlanBot.Importing.Tables;

/// <param name="Rows">One entry per column, null where a row has nothing. The rows behind the first continue it: they have no number of their own.</param>
/// <param name="Used">Cells that were placed, from the first on.</param>
/// <param name="IsCertain">Only one way fits the columns.</param>
internal sealed record PlacedCells(IReadOnlyList<Passage?[]> Rows, int Used, bool IsCertain);

/// <summary>Puts the cells that follow a number under their columns although cells of a row may be missing, or broken into several: the cheapest way that keeps their order,
/// where a cell costs what it differs from its column.</summary>
internal sealed partial class CellPlacement(IReadOnlyList<ColumnMeaning> columns)
{
    /// <summary>Cells of one number are not followed further than this.</summary>
    public const int MostCells = 120;

    /// <summary>A row that continues the one above, and a cell behind the table's end. Each misfit costs more.</summary>
    private const int Continuation = 30, LeftOver = 40, Unclosed = 20;

    /// <summary>A further task of the same unit, where the table closes with its tasks: less than a text that goes on.</summary>
    private const int NextTask = 12;

    private readonly IReadOnlyList<int> texts = [.. columns.Index().Where(column => column.Item.Column is TaskColumn.Title or TaskColumn.Task).Select(column => column.Index)];

    private sealed record Step(int Column, bool IsContinued, bool OpensRow, int Cost, Step? Before);

    /// <param name="isLast">The number is the table's last, so that what follows the cells may be no part of it.</param>
    /// <returns>Null when there is no way.</returns>
    public PlacedCells? Place(IReadOnlyList<Passage> cells, bool isLast)
    {
        cells = [.. cells.Take(MostCells)];
        var kinds = cells.Select(CellKinds.Of).ToList();
        if (cells.Count == columns.Count && columns.Zip(kinds).All(pair => Misfit(pair.First, pair.Second) < 40))
            return new([[.. columns.Zip(cells, (column, cell) => Joined(column, [cell]))]], cells.Count, IsCertain: true);
        Step? best = null;
        var (bestCost, used) = (int.MaxValue, 0);
        List<Step> steps = [];
        for (var i = 0; i < cells.Count; i++)
        {
            steps = Cheapest(i == 0 ? Openings(kinds[0]) : steps.SelectMany(step => Next(step, cells[i - 1], cells[i], kinds[i], isLast)));
            if (!isLast && i < cells.Count - 1)
                continue;
            foreach (var step in steps)
                if (step.Cost + Skipped(step.Column + 1, columns.Count, step.IsContinued) + LeftOver * (cells.Count - 1 - i) is var cost && cost < bestCost)
                    (best, bestCost, used) = (step, cost, i + 1);
        }
        return best is null ? null : new(Rows(cells, best, used), used, IsCertain(kinds, used, bestCost - LeftOver * (cells.Count - used)));
    }

    /// <summary>Where several columns could have lost a cell, or hold several, no one can tell which.</summary>
    private bool IsCertain(List<CellKind> kinds, int used, int cost) =>
        cost < 40 + Continuation * kinds.Take(used).Count(kind => kind == CellKind.Text)
        && columns.Count(column => column.Column == TaskColumn.Unit) == 1 && columns.All(column => column.Column is not (TaskColumn.Other or TaskColumn.Title))
        && kinds.Take(used).Count(kind => kind == CellKind.Text) <= 1 + kinds.Take(used).Count(kind => kind == CellKind.Date);

    private IEnumerable<Step> Openings(CellKind kind) =>
        Enumerable.Range(0, columns.Count).Select(column => new Step(column, false, true, Skipped(0, column, isContinued: false) + Misfit(columns[column], kind), null));

    private IEnumerable<Step> Next(Step step, Passage above, Passage cell, CellKind kind, bool isLast)
    {
        yield return step with { OpensRow = false, Cost = step.Cost + More(columns[step.Column], above) + Misfit(columns[step.Column], kind), Before = step };
        for (var column = step.Column + 1; column < columns.Count; column++)
            yield return new(column, step.IsContinued, false, step.Cost + Skipped(step.Column + 1, column, step.IsContinued) + Misfit(columns[column], kind), step);
        // A page's foot is no sentence.
        var unclosed = isLast && !cell.Text.TrimEnd().EndsWith('。') ? Unclosed : 0;
        foreach (var text in texts.Where(text => step.Column > texts[^1]))
            yield return new(text, true, true, step.Cost + Skipped(step.Column + 1, columns.Count, step.IsContinued) + Continuation + unclosed + Misfit(columns[text], kind), step);
        if (step.Column == texts[^1] && IsUnitFirst && IsSentence(above) && IsSentence(cell))
            yield return new(texts[^1], true, true, step.Cost + NextTask + unclosed + Misfit(columns[texts[^1]], kind), step);
    }

    /// <summary>序号, 责任单位, 工作任务: the tasks of one unit stand below each other, each a sentence of its own.</summary>
    private bool IsUnitFirst => texts is [var only] && only == columns.Count - 1 && columns.Take(only).Any(column => column.Column == TaskColumn.Unit);

    private static bool IsSentence(Passage cell) => cell.Text.TrimEnd().EndsWith('。');

    private static List<Step> Cheapest(IEnumerable<Step> steps) => [.. steps.GroupBy(step => (step.Column, step.IsContinued)).Select(same => same.MinBy(step => step.Cost)!)];

    private int Skipped(int from, int until, bool isContinued) => Enumerable.Range(from, Math.Max(0, until - from)).Sum(i => columns[i].Column switch
    {
        TaskColumn.Task => 200,
        TaskColumn.Unit => isContinued ? 0 : 30,
        TaskColumn.Title => isContinued ? 0 : 30,
        TaskColumn.Deadline => 20,
        _ => isContinued ? 0 : 10,
    });

    /// <summary>A further cell of the same column: units stand on lines of their own, a text may have been broken.</summary>
    private static int More(ColumnMeaning column, Passage above) => column.Column switch
    {
        TaskColumn.Unit => column.Says == PartRole.Lead ? 11 : 10,
        TaskColumn.Task => Paragraphs.IsBroken(above) ? 1 : 15,
        _ => 40,
    };

    private static int Misfit(ColumnMeaning column, CellKind kind) => (column.Column, kind) switch
    {
        (TaskColumn.Task or TaskColumn.Title, CellKind.Text) or (TaskColumn.Unit, CellKind.Units or CellKind.None) or (TaskColumn.Deadline, CellKind.Date or CellKind.None) => 0,
        (TaskColumn.Other, CellKind.Text or CellKind.None or CellKind.Number) => 0,
        (TaskColumn.Other, _) => 10,
        (TaskColumn.Task or TaskColumn.Title, CellKind.Date) => 25,
        (TaskColumn.Title, CellKind.Units) => 15,
        (TaskColumn.Deadline, CellKind.Text) => 30,
        (TaskColumn.Task, CellKind.Units) => 35,
        _ => 60,
    };

    private List<Passage?[]> Rows(IReadOnlyList<Passage> cells, Step last, int used)
    {
        var steps = new Stack<Step>();
        for (var step = last; step is not null; step = step.Before)
            steps.Push(step);
        var rows = new List<List<Passage>[]>();
        foreach (var (step, cell) in steps.Zip(cells.Take(used)))
        {
            if (step.OpensRow)
                rows.Add([.. columns.Select(_ => new List<Passage>())]);
            rows[^1][step.Column].Add(cell);
        }
        return [.. rows.Select(row => columns.Zip(row, Joined).ToArray())];
    }

    /// <summary>Units stay on lines of their own; of a text, what was broken in the middle of a sentence is one again.</summary>
    private static Passage? Joined(ColumnMeaning column, List<Passage> cells)
    {
        var filled = cells.Where(cell => !cell.IsBlank).ToList();
        return filled.Count == 0 ? null
            : column.Column == TaskColumn.Unit ? Passage.Join(filled, "\n")
            : filled.Select(Unbroken).Aggregate((whole, next) => Passage.Join([whole, next], Paragraphs.IsBroken(whole) ? "" : "\n"));
    }

    private static Passage Unbroken(Passage cell) =>
        cell.Split("\n").Aggregate((whole, next) => Passage.Join([whole, next], SentenceEnd().IsMatch(whole.Text) ? "\n" : ""));

    [GeneratedRegex(@"[。；：！？]\s*$")]
    private static partial Regex SentenceEnd();
}
