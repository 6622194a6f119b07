namespace PlanBot.Data.Model;

/// <summary>What a holiday list holds, or what is wrong with it.</summary>
/// <param name="Years">By year, days rising; empty when there is an error: a list is taken whole or not at all.</param>
/// <param name="Errors">In the order of the lines.</param>
public sealed record HolidayCsvResult(IReadOnlyList<HolidayYear> Years, IReadOnlyList<HolidayCsvError> Errors);

/// <param name="Line">Counted from 1; in a list the column names are line 1.</param>
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

    /// <summary>The State Council's notice: it names no year.</summary>
    NoticeYear = 12,

    /// <summary>It says neither who is off nor who works.</summary>
    NoticeSentence = 13,

    /// <summary>共3天 is not the number of the days.</summary>
    NoticeCount = 14,

    /// <summary>周四 is not the date's.</summary>
    NoticeWeekday = 15,

    /// <summary>A holiday that its opening announces has no item.</summary>
    NoticeMissing = 16,

    /// <summary>Its opening does not say which holidays it is about, so that nobody could tell whether one got lost.</summary>
    NoticeNames = 17,

    /// <summary>A holiday without a day off.</summary>
    NoticeNoDays = 18,

    /// <summary>It changes a holiday of a year whose list is not known.</summary>
    NoticeUnknownYear = 19,
}
