namespace PlanBot.Domain;

/// <summary>The last day on which a report is in time.</summary>
/// <param name="IsProvisional">True while a holiday list that could move the day is not loaded; then only weekends were left out.</param>
/// <param name="Time">Time of day by which the report is due; null means the end of the day.</param>
public readonly record struct DueDate(DateOnly Day, bool IsProvisional, TimeOnly? Time = null)
{
    /// <summary>The first instant, in UTC, at which a report is late: the time of day, or the start of the next day.</summary>
    public DateTimeOffset LateFrom(CivilTime civilTime) =>
        Time is { } time ? civilTime.At(Day, time) : civilTime.StartOf(Day.AddDays(1));
}
