using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Table pass: cuts lines of the form <c>a | b | c |</c> into rows.</summary>
internal static partial class PipeTable
{
    /// <summary>A row that was broken inside a cell is not followed further than this.</summary>
    private const int MostLinesOfRow = 20;

    public static IEnumerable<SourceTable> Find(IReadOnlyList<Passage> lines, Remarks remarks)
    {
        for (var i = 0; i < lines.Count; i++)
            if (TaskColumns.IsHeader(lines[i]))
            {
                var table = Read(lines, i, remarks);
                yield return table;
                i += table.Lines.Count - 1;
            }
    }

    private static SourceTable Read(IReadOnlyList<Passage> lines, int header, Remarks remarks)
    {
        // A closed header means closed rows: a line without its last bar was broken inside a cell and goes on below.
        var isClosed = lines[header].Text.TrimEnd().EndsWith('|');
        var taken = new HashSet<int> { lines[header].Line };
        var rows = new List<TableRow>();
        for (var first = header + 1; first < lines.Count; first++)
        {
            var last = isClosed ? RowEnd(lines, first) : first;
            var row = last == first ? lines[first].Trim() : Passage.Join([.. lines.Skip(first).Take(last - first + 1)]);
            if (row.Text.Contains('|'))
                rows.Add(Cut(row));
            else if (!IsRow(lines.ElementAtOrDefault(first + 1)))
                break;
            else if (ItemLabels.Read(row) is null && !PageNumber().IsMatch(row.Text))
                remarks.Add(row.Line, NoticeIssue.NotPlaced, row.Raw);
            for (; first <= last; first++)
                taken.Add(lines[first].Line);
            first = last;
        }
        return new(Cut(lines[header].Trim()), rows, taken);
    }

    /// <summary>Index of the line on which the row ends; its first line when no bar closes it.</summary>
    private static int RowEnd(IReadOnlyList<Passage> lines, int first)
    {
        for (var i = first; i < lines.Count && i < first + MostLinesOfRow; i++)
        {
            if (i > first && (lines[i].Line != lines[i - 1].Line + 1 || StartsRow(lines[i]) || TaskColumns.IsHeader(lines[i])))
                break;
            if (lines[i].Text.TrimEnd().EndsWith('|'))
                return i;
            if (ItemLabels.Read(lines[i]) is { Depth: <= 2 } && !IsRow(lines[i]))
                break;
        }
        return first;
    }

    private static bool IsRow(Passage? line) => line?.Text.Contains('|') == true;

    private static bool StartsRow(Passage line) => IsRow(line) && ChineseDates.NumberOf(line.Text.Trim('|', ' ').Split('|')[0].Trim()) is not null;

    private static TableRow Cut(Passage line)
    {
        var cells = new List<Passage>();
        var start = line.Text.StartsWith('|') ? 1 : 0;
        for (var i = start; i <= line.Length; i++)
            if (i == line.Length || line.Text[i] == '|')
            {
                // What follows the last bar is no cell unless something stands there.
                if (i < line.Length || !line.Slice(start, i).IsBlank)
                    cells.Add(line.Slice(start, i).Trim());
                start = i + 1;
            }
        return new(line.Line, cells);
    }

    [GeneratedRegex(@"^[-\s\d第页共/]+$")]
    private static partial Regex PageNumber();
}
