using System.Globalization;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>The years a notice speaks of, for dates that leave theirs out.</summary>
internal sealed record PlanYears(int? First, int? Last, int? Issued)
{
    /// <summary>ISO text of a date that was found in <paramref name="words"/>. A year that is not written comes from a plan for one year, else from the notice's date; that is remarked.</summary>
    /// <returns>Null when the year cannot be known (a plan over several years) or there is no such day.</returns>
    public string? Complete(FoundDate date, Passage words, Remarks remarks)
    {
        var year = date.Year ?? (First is null ? Issued : First == Last ? First : null);
        var iso = year is { } known ? date.Iso(known) : null;
        var written = words.Slice(date.Index, date.End).Raw;
        if (iso is null)
            remarks.Add(words.Line, NoticeIssue.UnreadDate, written);
        else if (date.Year is null)
            remarks.Add(words.Line, NoticeIssue.YearAdded, written, iso);
        if (iso is not null && date is { DayOfWeek: { } weekday, Day: not null } && DateOnly.ParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayOfWeek != (DayOfWeek)(weekday % 7))
            remarks.Add(words.Line, NoticeIssue.WrongWeekday, written);
        return iso;
    }
}
