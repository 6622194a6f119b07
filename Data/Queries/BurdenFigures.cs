namespace PlanBot.Data.Queries;

/// <summary>The load of all units together. Pure.</summary>
/// <param name="Most">Messages that one person got at most.</param>
/// <param name="MedianMinutes">Null where no report was filed in chat or by form.</param>
/// <param name="Nine">Nine reports of ten took no longer.</param>
public sealed record BurdenFigures(int Messages, int Reminders, int Urgings, int Letters, int People, int Most, int Reports, double? MedianMinutes, double? Nine, int Questions, int Repeated)
{
    public static BurdenFigures Of(IReadOnlyList<UnitBurden> units)
    {
        var minutes = units.SelectMany(unit => unit.Minutes).Order().ToList();
        return new(
            units.Sum(unit => unit.Messages), units.Sum(unit => unit.Reminders), units.Sum(unit => unit.Urgings), units.Sum(unit => unit.Letters), units.Sum(unit => unit.People),
            units.Select(unit => unit.Most).DefaultIfEmpty().Max(), minutes.Count, Share(minutes, 0.5), Share(minutes, 0.9), units.Sum(unit => unit.Questions), units.Sum(unit => unit.Repeated));
    }

    /// <summary>The smallest of the values that so many of them do not exceed.</summary>
    /// <param name="rising">In order.</param>
    public static double? Share(IReadOnlyList<double> rising, double share) => rising.Count == 0 ? null : rising[Math.Max(0, (int)Math.Ceiling(rising.Count * share) - 1)];
}
