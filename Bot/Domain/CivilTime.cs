namespace PlanBot.Domain;

/// <summary>Days and times of day as a plan's people see them, to and from instants in UTC.</summary>
public sealed class CivilTime(TimeZoneInfo zone)
{
    /// <param name="zoneId">IANA id, e.g. <c>Asia/Shanghai</c>.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine knows no such zone.</exception>
    public static CivilTime Of(string zoneId) => new(TimeZoneInfo.FindSystemTimeZoneById(zoneId));

    /// <summary>Where clocks go forward past this time, the moment at which they do; where it comes twice, the first.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            return AfterGap(local);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    // Gaps are an hour or less and begin and end on whole minutes.
    private DateTimeOffset AfterGap(DateTime local)
    {
        do
            local = local.AddMinutes(1);
        while (zone.IsInvalidTime(local));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
