using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>The day by which contacts begin and end. They belong to units and not to a plan, so that it is everybody's.</summary>
public static class ContactDay
{
    private static readonly CivilTime Zone = CivilTime.Of(Plan.DefaultTimeZone);

    public static DateOnly Of(DateTimeOffset now) => Zone.DayOf(now);
}
