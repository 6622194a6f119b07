namespace PlanBot.Domain;

/// <summary>When people may be written to: from the first to the last hour of a working day, in a plan's civil time.</summary>
/// <param name="from">Inclusive.</param>
/// <param name="until">Exclusive, later than <paramref name="from"/>.</param>
public sealed class WorkingHours(WorkingDayCalendar calendar, CivilTime civilTime, TimeOnly from, TimeOnly until)
{
    public bool Contains(DateTimeOffset instant) =>
        calendar.IsWorkingDay(civilTime.DayOf(instant)) && civilTime.TimeOf(instant) is var time && time >= from && time < until;

    /// <summary>The instant itself within working hours, else the start of the next ones.</summary>
    public DateTimeOffset NextFrom(DateTimeOffset instant) => Contains(instant) ? instant : NextStartAfter(instant);

    /// <summary>The first start of working hours after <paramref name="instant"/>.</summary>
    public DateTimeOffset NextStartAfter(DateTimeOffset instant) =>
        calendar.WorkingDaysFrom(civilTime.DayOf(instant)).Select(day => civilTime.At(day, from)).First(start => start > instant);

    /// <summary>The instant at which so much working time has passed since <paramref name="instant"/>.</summary>
    public DateTimeOffset Plus(DateTimeOffset instant, TimeSpan workingTime)
    {
        for (var at = NextFrom(instant); ; at = NextStartAfter(at))
        {
            var leftToday = civilTime.At(civilTime.DayOf(at), until) - at;
            if (workingTime <= leftToday)
                return at + workingTime;
            workingTime -= leftToday;
        }
    }
}
