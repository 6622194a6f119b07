namespace PlanBot.Exporting;

/// <summary>How high a row must be for its cells to be read. Excel reckons it when somebody edits a cell, LibreOffice not always, and a merged cell counts for neither: so the file says it.</summary>
internal static class XlsxRows
{
    /// <summary>Points of a line in the sheets' letters; the fonts that stand in for a missing one are higher than its own.</summary>
    public const double Line = 16.5;

    /// <summary>Excel takes no higher row.</summary>
    private const double Highest = 409;

    /// <summary>Columns' width that a cell keeps free at its sides.</summary>
    private const double Margin = 1.5;

    /// <param name="widths">Of the columns, in digits as Excel counts.</param>
    /// <returns>Points.</returns>
    public static double HeightOf(IReadOnlyList<string> cells, IReadOnlyList<double> widths, double line) =>
        Math.Min(Highest, line * cells.Zip(widths, LinesIn).DefaultIfEmpty(1).Max() + 2);

    private static int LinesIn(string text, double width) => text.ReplaceLineEndings("\n").Split('\n').Sum(part => Math.Max(1, (int)Math.Ceiling(part.Sum(WidthOf) / Math.Max(2, width - Margin))));

    /// <summary>A Chinese character is as wide as two digits, and a little: words do not break in the middle.</summary>
    private static double WidthOf(char letter) => letter < 0x1100 ? 1.1 : 2.1;
}
