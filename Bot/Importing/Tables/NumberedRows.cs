using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing.Tables;

/// <summary>Rows of a table whose cells nothing separates but their order: a row begins at its number.</summary>
internal sealed partial class NumberedRows(TableRow header, IReadOnlyList<ColumnMeaning> columns, Remarks remarks)
{
    private const int LongestChapter = 40;

    /// <summary>Numbers may have gaps, but not wider ones: 2021 in a cell is no number of a row.</summary>
    private const int WidestGap = 50;

    private readonly int numberAt = columns.ToList().FindIndex(column => column.Column == TaskColumn.Number);
    private readonly List<Group> groups = [];
    private readonly HashSet<int> taken = [];
    private readonly List<TextCell> loose = [];

    private sealed record Group(TextCell Number, List<TextCell> Cells);

    /// <summary>Nothing follows the header but chapters and empty cells: the table has been emptied.</summary>
    public bool IsEmpty => groups.Count == 0 && loose.All(cell => cell.Text.IsBlank);

    /// <returns>Null when no number was found.</returns>
    public SourceTable? Read(IReadOnlyList<TextCell> cells)
    {
        Collect(cells);
        if (groups.Count == 0)
            return null;
        var placement = new CellPlacement([.. columns.Skip(numberAt + 1)]);
        var rows = new List<TableRow>();
        for (var i = 0; i < groups.Count; i++)
            rows.AddRange(Rows(groups[i], placement, isLast: i == groups.Count - 1));
        return new(header, rows, taken);
    }

    private void Collect(IReadOnlyList<TextCell> cells)
    {
        Group? open = null;
        int? last = null;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (Outside().IsMatch(cell.Text.Text.TrimStart()))
                return;
            if (IsHeaderAgain(cells, i))
            {
                taken.UnionWith(cells.Skip(i).Take(header.Cells.Count).SelectMany(again => again.Lines));
                i += header.Cells.Count - 1;
            }
            else if (cell.OpensLine && IsChapter(cell.Text))
            {
                taken.UnionWith(cell.Lines);
                (open, last) = (null, null);
            }
            else if (cell.OpensLine && CellKinds.NumberOf(cell.Text) is { } number && (last is null || number == 1 || (number > last && number <= last + WidestGap)))
            {
                GiveUpLeading(open?.Cells ?? loose);
                groups.Add(open = new(cell, []));
                last = number;
            }
            else
                (open?.Cells ?? loose).Add(cell);
        }
    }

    /// <summary>Where columns stand before the number (分类), the last cells above it are its own; merged ones are printed once only.</summary>
    private void GiveUpLeading(List<TextCell> cells)
    {
        for (var i = 0; i < numberAt && cells is [.., var leading]; i++)
        {
            if (cells != loose && (cells.Count <= columns.Count - numberAt - 1 || CellKinds.Of(leading.Text) is not CellKind.Text))
                break;
            taken.UnionWith(leading.Lines);
            cells.RemoveAt(cells.Count - 1);
        }
    }

    private IEnumerable<TableRow> Rows(Group group, CellPlacement placement, bool isLast)
    {
        var cells = isLast ? WithoutSignature(group.Cells) : group.Cells;
        taken.UnionWith(group.Number.Lines);
        if (cells.All(cell => cell.Text.IsBlank) || placement.Place([.. cells.Select(cell => cell.Text)], isLast) is not { } placed)
        {
            taken.UnionWith(cells.SelectMany(cell => cell.Lines));
            yield break;
        }
        var first = cells.First(cell => !cell.Text.IsBlank).Text;
        taken.UnionWith(cells.Take(placed.Used).SelectMany(cell => cell.Lines));
        if (!placed.IsCertain)
            remarks.Add(group.Number.Text.Line, NoticeIssue.CellsUnclear, first.Raw);
        if (placed.Used < cells.Count)
            remarks.Add(cells[placed.Used].Text.Line, NoticeIssue.NotPlaced, cells[placed.Used].Text.Raw);
        foreach (var (row, index) in placed.Rows.Select((row, index) => (row, index)))
        {
            var line = index == 0 ? group.Number.Text.Line : row.OfType<Passage>().First().Line;
            var blank = Passage.Of("", line);
            yield return new(line, [.. Enumerable.Repeat(blank, numberAt), index == 0 ? group.Number.Text.Trim() : blank, .. row.Select(cell => cell ?? blank)]) { IsExact = true };
        }
    }

    /// <summary>An organ and a whole date below the last row are the signature, where the table has no column for a date.</summary>
    private List<TextCell> WithoutSignature(List<TextCell> cells)
    {
        if (columns.Any(column => column.Column == TaskColumn.Deadline) || cells.FindIndex(cell => WholeDate().IsMatch(cell.Text.Compact().Text)) is not (>= 0 and var date))
            return cells;
        var end = date - 1 >= columns.Count - numberAt - 1 && CellKinds.Of(cells[date - 1].Text) == CellKind.Units ? date - 1 : date;
        return cells[..end];
    }

    private bool IsHeaderAgain(IReadOnlyList<TextCell> cells, int start) =>
        start + header.Cells.Count <= cells.Count && header.Cells.Select((cell, i) => cell.Compact().Text == cells[start + i].Text.Compact().Text).All(isSame => isSame);

    public static bool IsChapter(Passage cell) =>
        cell.Length <= LongestChapter && !cell.Text.Contains('。') && (ItemLabels.Read(cell) is { Depth: <= 2, Rest.IsBlank: false } || Stage().IsMatch(cell.Text));

    /// <summary>第一阶段：动员部署.</summary>
    [GeneratedRegex(@"^\s*第[一二三四五六七八九十\d]{1,3}(?:阶段|部分|大?类|批次?|步|章|节)(?:[：、（\s]|$)")]
    private static partial Regex Stage();

    /// <summary>What follows a table on a page.</summary>
    [GeneratedRegex("^(?:附件|附：|分享|【|（此件|（?联系|[上下]一[篇条]|打印|关闭|(?:来源|作者|编辑|责任编辑|审核|主办|承办|版权所有|电话|抄送|注|备注|说明)：)")]
    private static partial Regex Outside();

    [GeneratedRegex("^(?:(?:19|20)[0-9]{2}|[一二][〇零九一二][〇零一二三四五六七八九]{2})年[^年月日]{1,3}月[^年月日]{1,3}日$")]
    private static partial Regex WholeDate();
}
