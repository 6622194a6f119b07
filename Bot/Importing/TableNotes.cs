using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Notes that stand in a row of the table itself: 说明：各单位于每季度末月28日前报送进展情况表.</summary>
internal static partial class TableNotes
{
    /// <returns>The note of the row that asks for reports; null when the row holds something else.</returns>
    public static Passage? Demand(TableRow row)
    {
        Passage? note = null;
        foreach (var cell in row.Cells.Where(cell => !cell.IsBlank))
            if (note is not null && note.Text != cell.Text)
                return null;
            else
                note = cell;
        return note is not null && Opening().IsMatch(note.Text) && ReportWords.Asks(note.Compact().Text) ? note.Trim() : null;
    }

    /// <returns>What a row that says one thing only tells of the contact; null when it tells nothing.</returns>
    public static Passage? Contact(TableRow row)
    {
        var cells = row.Cells.Where(cell => !cell.IsBlank).DistinctBy(cell => cell.Text).ToList();
        return cells is [var only] && ContactKey().IsMatch(only.Compact().Text) ? only.Trim() : null;
    }

    [GeneratedRegex("(?:联系人|联系电话|咨询电话)：")]
    private static partial Regex ContactKey();

    [GeneratedRegex(@"^\s*(?:填报|报送)?(?:说\s*明|备\s*注|注|要\s*求)\s*[：:]")]
    private static partial Regex Opening();
}
