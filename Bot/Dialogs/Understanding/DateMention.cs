using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What kind of day somebody named.</summary>
public enum DateReference
{
    /// <summary>4月10号, 10 April, 2020-04-10, 10号.</summary>
    Date = 1,

    /// <summary>今天, 明天, 两天后, in three days: so many calendar days from today.</summary>
    Days = 2,

    /// <summary>3个工作日后, in three working days.</summary>
    WorkingDays = 3,

    /// <summary>周五, 本周五, 下周三, next Wednesday; 下周 alone is its first working day.</summary>
    Weekday = 4,

    /// <summary>月底, 4月底, 下月底.</summary>
    MonthEnd = 5,

    /// <summary>月中, 下月中旬: the fifteenth, or the twentieth as the end of the middle ten days.</summary>
    MonthDay = 6,

    /// <summary>季末, 季度末.</summary>
    QuarterEnd = 7,

    /// <summary>年底.</summary>
    YearEnd = 8,

    /// <summary>节后第一个工作日, 国庆后: the so-manieth working day after a holiday.</summary>
    AfterHoliday = 9,

    /// <summary>节前: the last working day before a holiday.</summary>
    BeforeHoliday = 10,

    /// <summary>一个月后, 三个月后.</summary>
    Months = 11,

    /// <summary>半小时后, in two hours.</summary>
    Later = 12,

    /// <summary>下午四点: only a time; today, or tomorrow when it has passed.</summary>
    Time = 13,
}

/// <summary>A day, and perhaps a time, as somebody named it; measured against today only when asked.</summary>
/// <param name="Words">The words in their normalised form.</param>
/// <param name="Count">Days, working days, weeks from this one, months or minutes, by the kind.</param>
public sealed record DateMention(DateReference Reference, string Words, int Count = 0)
{
    public int? Year { get; init; }
    public int? Month { get; init; }
    public int? Day { get; init; }

    /// <summary>Null for a week without a day.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The holiday's name in the State Council's lists; null for the next one.</summary>
    public string? Holiday { get; init; }

    /// <summary>Null when only a day was named. 上午 is 09:00, 中午 12:00, 下午 14:00, 下班前 17:30, 晚上 19:00.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>下周, 月中, 节后: no one day was named. It should be shown and confirmed before anything is done with it.</summary>
    public bool IsVague { get; init; }

    /// <summary>The day that is meant.</summary>
    /// <param name="today">In the plan's zone.</param>
    /// <returns>Null when there is no such day (2月30日).</returns>
    public DateOnly? DayIn(DateOnly today, WorkingDayCalendar calendar) => Reference switch
    {
        DateReference.Date => DateDays.Nearest(today, Year, Month, Day!.Value),
        DateReference.Days => today.AddDays(Count),
        DateReference.WorkingDays => calendar.Plus(today, Count),
        DateReference.Weekday => DateDays.InWeek(today, Count, Weekday, calendar),
        DateReference.MonthEnd => DateDays.MonthEnd(today, Year, Month, Count),
        DateReference.MonthDay => DateDays.MonthDay(today, Month, Count, Day!.Value),
        DateReference.QuarterEnd => DateDays.QuarterEnd(today, Count),
        DateReference.YearEnd => new(today.Year + Count, 12, 31),
        DateReference.AfterHoliday => DateDays.AfterHoliday(today, Holiday, Count, calendar),
        DateReference.BeforeHoliday => DateDays.BeforeHoliday(today, Holiday, calendar),
        DateReference.Months => today.AddMonths(Count),
        _ => today,
    };

    /// <summary>The moment that is meant, in the same civil time as <paramref name="now"/>: a day without a time is its 09:00; a time without a day that has passed is tomorrow's.</summary>
    /// <returns>Null when there is no such day.</returns>
    public DateTime? MomentIn(DateTime now, WorkingDayCalendar calendar)
    {
        if (Reference == DateReference.Later)
            return now.AddMinutes(Count);
        if (DayIn(DateOnly.FromDateTime(now), calendar) is not { } day)
            return null;
        var moment = day.ToDateTime(Time ?? new(9, 0));
        return Reference == DateReference.Time && moment <= now ? moment.AddDays(1) : moment;
    }
}
