using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;
using ICalendar = Quartz.ICalendar;

namespace PlanBot.Jobs;

/// <summary>A calendar of Quartz of our own kind: the working hours of China's working days, in the zone of any plan. A trigger that goes by it rests at night, at weekends and on
/// holidays, and fires on a Saturday that is worked.</summary>
/// <param name="zones">IANA names, each once, sorted; with none it always fires.</param>
/// <param name="named">Days that an arrangement takes out of the week, rising.</param>
public sealed class OfficeHoursCalendar(IReadOnlyList<string> zones, TimeOnly from, TimeOnly until, IReadOnlyList<NamedDay> named) : ICalendar
{
    public const string Name = "office-hours";

    /// <summary>Every moment: for clocks that Quartz knows nothing of.</summary>
    public static OfficeHoursCalendar Always { get; } = new([], default, default, []);

    public IReadOnlyList<string> Zones => zones;
    public TimeOnly From => from;
    public TimeOnly Until => until;
    public IReadOnlyList<NamedDay> Named => named;

    public string? Description { get; set; }

    /// <summary>It stands alone.</summary>
    public ICalendar? CalendarBase { get; set; }

    private readonly List<WorkingHours> hours = HoursOf(zones, from, until, named);

    /// <param name="calendar">As it is known today.</param>
    /// <param name="today">Days some way on either side of it are of interest.</param>
    public static OfficeHoursCalendar Of(IEnumerable<string> zones, TimeOnly from, TimeOnly until, WorkingDayCalendar calendar, DateOnly today)
    {
        // From the month's first day on, so that it changes once a month when nothing new is known.
        var first = new DateOnly(today.Year, today.Month, 1);
        var days = Enumerable.Range(0, 2 * 366).Select(first.AddDays).Select(calendar.Named).OfType<CalendarDay>().Select(day => new NamedDay(day.Day, day.IsWorked));
        return new([.. zones.Distinct().Order(StringComparer.Ordinal)], from, until, [.. days]);
    }

    public bool IsTimeIncluded(DateTimeOffset timeUtc) => hours.Count == 0 || hours.Exists(zone => zone.Contains(timeUtc));

    /// <summary>The instant itself within office hours, else the start of the next ones.</summary>
    public DateTimeOffset GetNextIncludedTimeUtc(DateTimeOffset timeUtc) => hours.Count == 0 ? timeUtc : hours.Min(zone => zone.NextFrom(timeUtc)).ToUniversalTime();

    public bool IsSameAs(OfficeHoursCalendar other) => From == other.From && Until == other.Until && Zones.SequenceEqual(other.Zones) && Named.SequenceEqual(other.Named);

    public ICalendar Clone() => new OfficeHoursCalendar(zones, from, until, named) { Description = Description, CalendarBase = CalendarBase?.Clone() };

    private static List<WorkingHours> HoursOf(IReadOnlyList<string> zones, TimeOnly from, TimeOnly until, IReadOnlyList<NamedDay> named)
    {
        var calendar = new WorkingDayCalendar(named.GroupBy(day => day.Day.Year)
            .Select(year => new HolidayYear(year.Key, [], [.. year.Select(day => new CalendarDay(day.Day, day.IsWorked, day.Day.ToString("O", CultureInfo.InvariantCulture), year.Key))])));
        return [.. zones.Select(zone => new WorkingHours(calendar, CivilTime.Of(zone), from, until))];
    }
}

/// <param name="IsWorked">True for a weekend day that is worked, false for a weekday that is not.</param>
public readonly record struct NamedDay(DateOnly Day, bool IsWorked);
