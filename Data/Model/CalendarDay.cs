namespace PlanBot.Data.Model;

/// <summary>A day that a State Council arrangement names.</summary>
/// <param name="IsWorked">True for a make-up working day (调休上班), false for a day off.</param>
/// <param name="YearNotice">Year of the arrangement that names the day; 2018-12-31 stands in that of 2019.</param>
public sealed record CalendarDay(DateOnly Day, bool IsWorked, string Name, int YearNotice);

/// <summary>The arrangement for one year; a year without one is unknown, not a year without holidays.</summary>
/// <param name="Documents">Document numbers in force, e.g. 国办发明电〔2019〕16号; the last one changed the ones before.</param>
public sealed record HolidayYear(int Year, IReadOnlyList<string> Documents, IReadOnlyList<CalendarDay> Days);
