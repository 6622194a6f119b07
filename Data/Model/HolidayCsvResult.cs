namespace PlanBot.Data.Model;

/// <summary>What a holiday list holds, or what is wrong with it.</summary>
/// <param name="Years">By year, days rising; empty when there is an error: a list is taken whole or not at all.</param>
/// <param name="Errors">In the order of the lines.</param>
public sealed record HolidayCsvResult(IReadOnlyList<HolidayYear> Years, IReadOnlyList<HolidayCsvError> Errors);

/// <param name="Line">Counted from 1; the column names are line 1.</param>
/// <param name="Found">What stands there, or the column that is missing.</param>
public sealed record HolidayCsvError(int Line, HolidayCsvProblem Problem, string Found);

public enum HolidayCsvProblem
{
    ColumnMissing = 1,
    CellCount = 2,
    BadDate = 3,
    BadKind = 4,
    NoName = 5,
    BadYear = 6,
    DayOutsideYear = 7,
    WorkOnWeekday = 8,
    DayRepeated = 9,
    NoDays = 10,
    NotText = 11,
}
