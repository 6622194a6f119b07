namespace PlanBot.Importing.Tables;

/// <summary>A cell of a table that is drawn with text.</summary>
/// <param name="Lines">The lines that it takes up, its border's among them.</param>
/// <param name="OpensLine">Nothing stands before it on its line.</param>
internal sealed record TextCell(Passage Text, IReadOnlyList<int> Lines, bool OpensLine);

/// <summary>What a cell looks like, whatever its column.</summary>
internal enum CellKind
{
    Text = 1,

    /// <summary>Organs and nothing else.</summary>
    Units = 2,
    Date = 3,
    Number = 4,

    /// <summary>Blank, or 无, / and the like.</summary>
    None = 5,
}

internal static class CellKinds
{
    private const int LongestDate = 20;
    private const int LongestList = 300;

    public static CellKind Of(Passage cell)
    {
        var words = cell.Compact().Text;
        return words is "" or "无" or "/" or "\\" || words.All(c => c == '-') ? CellKind.None
            : NumberOf(cell) is not null ? CellKind.Number
            : words.Length <= LongestDate && Deadlines.IsDeadline(cell.Trim().Text) ? CellKind.Date
            : IsUnits(cell) || IsBrokenName(words) ? CellKind.Units
            : CellKind.Text;
    }

    /// <summary>The number that is all of a cell: 3, 3. or （三）. Null when the cell holds anything else.</summary>
    public static int? NumberOf(Passage cell) => cell.Length <= 8 ? ChineseDates.NumberOf(cell.Compact().Text.Trim('.', '、', '（', '）')) : null;

    /// <summary>迁建县政务服务中心。 and 新建2处、改建1处。 end as organs do, but are sentences.</summary>
    private static bool IsSentence(Passage cell, IReadOnlyList<ListedUnit> units) =>
        cell.Text.TrimEnd().EndsWith('。') && (cell.Text.Any(char.IsAsciiDigit) || units.All(unit => UnitNames.LevelOf(unit.Written.Compact().Text) is null && !UnitNames.IsGroup(unit.Written.Compact().Text)));

    /// <summary>A name whose rest stands on the next line: 县自然资源和.</summary>
    private static bool IsBrokenName(string words) => words.Length <= LongestDate && words[^1] is ('和' or '与' or '及') && UnitNames.LevelOf(words) is not null;

    private static bool IsUnits(Passage cell) =>
        cell.Length <= LongestList && cell.TrimEnd('。', ' ').Text.IndexOfAny(['。', '；', '：']) < 0
        && UnitLists.Split(cell).Units is { Count: > 0 } units && !IsSentence(cell, units) && units.All(unit => UnitNames.IsOrgan(unit.Written.Compact().Text));
}
