using System.Text.RegularExpressions;
using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing.Sources;

/// <summary>The text of a printed page, as pdftotext lays it out: what stood side by side still does, but nothing tells a table's cells apart except the gaps between them.
/// A table is taken only where every row stands on one line with a gap between any two cells; where cells are broken over lines, or columns run together, it is refused and never guessed at.</summary>
internal static partial class PrintedText
{
    /// <summary>A line that begins further left than this goes on with the text around a table, not with a cell. Characters.</summary>
    private const int LeastIndent = 3;

    /// <returns>The text with a tab between the cells of each table row, line by line where it was; or the line on which a table cannot be read.</returns>
    public static (string Text, int? BrokenAt) Read(string printed)
    {
        IReadOnlyList<string> lines = Paragraphs.Split(Spaces().Replace(printed, ""));
        var read = lines.ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (CellsOf(lines[i]) is not { Count: >= 3 } header || !IsHeader(header))
            {
                // Names of columns with single spaces between them: the rows would be no clearer.
                if (lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: >= 3 } words && IsHeader(words))
                    return (printed, i + 1);
                continue;
            }
            read[i] = string.Join('\t', header);
            var hasRows = false;
            for (i++; i < lines.Count && !IsBehindTable(lines[i], hasRows); i++)
            {
                if (string.IsNullOrWhiteSpace(lines[i]) || IsBetweenRows(lines[i]))
                    continue;
                var cells = CellsOf(lines[i]);
                if (cells.Count != header.Count)
                    return (printed, i + 1);
                (read[i], hasRows) = (string.Join('\t', cells), true);
            }
        }
        return (string.Join('\n', read), null);
    }

    private static bool IsHeader(IEnumerable<string> cells) => TaskColumns.IsHeader([.. cells.Select(cell => Passage.Of(cell, 1))]);

    private static List<string> CellsOf(string line) => [.. Gap().Split(line.Trim()).Where(cell => cell.Length > 0)];

    /// <summary>A chapter, or the number of a page, with or without dashes.</summary>
    private static bool IsBetweenRows(string line) => CellsOf(line) is [var only] && (NumberedRows.IsChapter(Passage.Of(only, 1)) || PageFrame.IsPageNumber(Passage.Of(only, 1)) || only.All(char.IsAsciiDigit));

    /// <summary>Text that begins at the left edge, or a sentence, behind the last row.</summary>
    private static bool IsBehindTable(string line, bool hasRows) =>
        hasRows && CellsOf(line) is [var only] && !IsBetweenRows(line) && (line.Length - line.TrimStart().Length < LeastIndent || Behind().IsMatch(only));

    /// <summary>Printing puts a space between Chinese characters and the digits and letters beside them.</summary>
    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}，。、；：“”（）《》〔〕]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[\p{IsCJKUnifiedIdeographs}，。、；：“”（）《》〔〕])")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \u3000\t]{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex("^(?:附件|备注|注：|注:|说明|（?联系|抄送|（此件|一、|二、|三、|四、|五、|六、)")]
    private static partial Regex Behind();
}
