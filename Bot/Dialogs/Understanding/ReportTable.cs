using System.Text;
using System.Text.RegularExpressions;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A report pasted as a table: a row of section names, under it one row for each task; cells split by tabs (Excel, Word) or bars (markdown).</summary>
internal static class ReportTable
{
    /// <returns>Null when the text is no such table.</returns>
    public static ReportText? Read(string raw, string folded, SectionWords words)
    {
        if (!folded.Contains('|', StringComparison.Ordinal) && !raw.Contains('\t', StringComparison.Ordinal))
            return null;
        var rows = RowsOf(raw);
        var first = rows.FindIndex(row => Columns(row, words).Count >= 2);
        if (first < 0)
            return null;
        var blocks = new List<ReportBlock>();
        var after = "";
        for (var at = first; at < rows.Count; at++)
        {
            if (Columns(rows[at], words) is { Count: >= 2 } columns)
                at += TakeRows(rows, at, columns, blocks) - 1;
            else if (rows[at].Cells.Count == 1 && blocks.Count > 0 && !rows.Skip(at).Any(row => Columns(row, words).Count >= 2))
            {
                after = LabelScan.Tidy(raw[rows[at].Start..]);
                break;
            }
        }
        if (blocks.Count == 0)
            return null;
        // A farewell under the table is none of its text; a longer remark is, and waits for its task.
        return new(raw[..rows[first].Start].Trim(), after.Length > 20 ? [.. blocks, new ReportBlock(null, new Dictionary<int, string>(), after)] : blocks);
    }

    /// <summary>Rows of two cells as "name：text", so that a form with its labels at the side is read like any report.</summary>
    public static string Unfold(string raw) => string.Join('\n', RowsOf(raw).Select(row => row.Cells.Count == 2 ? $"{row.Cells[0].Trim()}：{row.Cells[1].Trim()}" : string.Join('\t', row.Cells)));

    /// <returns>How many rows the table has, with its heading.</returns>
    private static int TakeRows(List<Row> rows, int heading, Dictionary<int, int> columns, List<ReportBlock> blocks)
    {
        var hasNames = columns.Keys.Min() > 0;
        var last = heading + 1;
        for (; last < rows.Count && (rows[last].Cells.Count > 1 || rows[last].IsRule || IsLeftBlank(rows, last)) && (last == heading + 1 || !IsHeading(rows[last], rows[heading])); last++)
        {
            if (rows[last].IsRule || BlockOf(rows[last], rows[heading], columns) is not { } block)
                continue;
            // A row without a name goes on with the one above: cells were merged, or a row was put in for more room.
            if (hasNames && blocks.Count > 0 && block is { Task: null, Heading: "", Code: null })
                blocks[^1] = blocks[^1].With(block);
            else
                blocks.Add(block);
        }
        return last - heading;
    }

    /// <summary>A task whose row nobody has filled in: its name alone, with the next row after it.</summary>
    private static bool IsLeftBlank(List<Row> rows, int at) => FormCode.Find(rows[at].Cells[0]) is not null || (at + 1 < rows.Count && rows[at + 1].Cells.Count > 1 && rows[at].Cells[0].Trim().Length <= 40);

    private static bool IsHeading(Row row, Row heading) => row.Cells.SequenceEqual(heading.Cells);

    private static Dictionary<int, int> Columns(Row row, SectionWords words)
    {
        var columns = new Dictionary<int, int>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (words.Of(LabelScan.Fold(row.Cells[i]).Trim(' ', '*', '_', ':', '【', '】')) is { } section)
                columns[i] = section.Ordinal;
        }
        return columns.Values.Distinct().Count() == columns.Count ? columns : [];
    }

    private static ReportBlock? BlockOf(Row row, Row header, Dictionary<int, int> columns)
    {
        var sections = new Dictionary<int, string>();
        for (var column = columns.Keys.Min(); column < row.Cells.Count; column++)
        {
            // Under no heading: a cell that was split off the one on its left.
            var under = columns.ContainsKey(column) ? column : column < header.Cells.Count && header.Cells[column].Trim().Length > 0 ? -1 : columns.Keys.Where(other => other < column).Max();
            var text = FormCode.Without(row.Cells[column]);
            if (under < 0 || text.Length == 0)
                continue;
            text = text.Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase).Replace("<br/>", "\n", StringComparison.OrdinalIgnoreCase);
            sections[columns[under]] = sections.TryGetValue(columns[under], out var earlier) ? $"{earlier}\n{text}" : text;
        }
        if (sections.Count == 0)
            return null;
        var code = row.Cells.Select(FormCode.Find).FirstOrDefault(found => found is not null);
        var names = row.Cells.Take(Math.Min(row.Cells.Count, columns.Keys.Min())).Select(FormCode.Without).Where(cell => cell.Length > 0).ToList();
        var task = names.Select((name, i) => NumberOf(name, i < header.Cells.Count ? header.Cells[i] : "")).FirstOrDefault(number => number is not null);
        return new(task, sections, "") { Heading = task is null ? names.LastOrDefault(name => name.Any(char.IsLetter)) ?? "" : "", Code = code };
    }

    /// <summary>第二项, or a bare number under a heading that counts tasks.</summary>
    private static int? NumberOf(string cell, string heading)
    {
        var plain = Spelling.Plain(cell);
        if (TaskWords.Find(plain) is [var named, ..] && named.Where.Start.Value == 0)
            return named.Ordinal;
        return Counts.IsMatch(Spelling.Plain(heading)) && BareNumber.Match(plain) is { Success: true } bare ? Numbers.Parse(bare.Groups["n"].Value) : null;
    }

    /// <summary>Lines cut into cells; a cell in quotation marks, as Excel copies it, may go over several lines.</summary>
    private static List<Row> RowsOf(string raw)
    {
        var rows = new List<Row>();
        // A cell may hold the other sign: what splits the cells is the one there is more of.
        var isTabbed = raw.AsSpan().Count('\t') is > 0 and var tabs && tabs >= raw.AsSpan().Count('|');
        for (var at = 0; at < raw.Length;)
        {
            var start = at;
            var cells = new List<string>();
            var cell = new StringBuilder();
            for (var isQuoted = false; at < raw.Length; at++)
            {
                var c = raw[at];
                if (isQuoted && c == '"' && at + 1 < raw.Length && raw[at + 1] == '"')
                    cell.Append(raw[++at]);
                else if (isQuoted && c == '"')
                    isQuoted = false;
                else if (!isQuoted && c == '"' && string.IsNullOrWhiteSpace(cell.ToString()) && Closes(raw, at))
                    isQuoted = true;
                else if (!isQuoted && (isTabbed ? c == '\t' : c is '|' or '｜'))
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }
                else if (c is '\n' or '\r' && !isQuoted)
                    break;
                else
                    cell.Append(c);
            }
            cells.Add(cell.ToString());
            at = at + 1 < raw.Length && raw[at] == '\r' && raw[at + 1] == '\n' ? at + 2 : at + 1;
            // The outer bars of a line make no cells.
            if (!isTabbed && cells.Count > 2 && string.IsNullOrWhiteSpace(cells[0]) && raw[start..].TrimStart(' ').StartsWith('|'))
                cells.RemoveAt(0);
            if (cells.Count > 1 && string.IsNullOrWhiteSpace(cells[^1]))
                cells.RemoveAt(cells.Count - 1);
            if (cells.Count > 1 || !string.IsNullOrWhiteSpace(cells[0]))
                rows.Add(new(start, cells));
        }
        return rows;
    }

    /// <summary>A quotation mark opens a cell only when another closes it before a tab or the end of a line.</summary>
    private static bool Closes(string raw, int at) => ClosingMark.IsMatch(raw, at);

    private sealed record Row(int Start, IReadOnlyList<string> Cells)
    {
        /// <summary>|---|---| under a heading.</summary>
        public bool IsRule => Cells.All(cell => cell.Trim().Length == 0 || cell.Trim().All(c => c is '-' or ':' or '—' or '=' or '+'));
    }

    private static Regex ClosingMark => field ??= new("""\G"(?:[^"]|"")*"(?=[ ]*(?:[\t\r\n]|$))""");

    private static Regex Counts => field ??= new("^(?:序号|编号|任务(?:序号|编号|号)?|项目?|第?几项|no\\.?|#|number|task(?: no\\.?| number)?|item)$");

    private static Regex BareNumber => field ??= new(@"^[(]?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.),]?$");
}
