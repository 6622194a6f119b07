namespace PlanBot.Importing;

/// <summary>Where a unit is, by the organ that gives it a task: what tells 县财政局 of one county from 县财政局 of another.</summary>
public static class UnitPlaces
{
    /// <param name="name">With its level: 区财政局.</param>
    /// <param name="issuer">Of the notice; its title is looked at where it names no place.</param>
    /// <returns>From the highest place that is named down to the unit's own: 云州市临河区. Empty when they do not tell, or the name needs no place.</returns>
    public static string Of(string name, string? issuer, string? title)
    {
        var places = IssuerLevels.LevelledPlacesOf(issuer) is { Count: > 0 } ofIssuer ? ofIssuer : IssuerLevels.LevelledPlacesOf(title);
        if (places.Count == 0 || UnitNames.NamesItsPlace(name) || places.Any(place => name.StartsWith(place[..^1], StringComparison.Ordinal)))
            return "";
        if (UnitNames.LevelOf(name) is not { } level)
            return string.Concat(places);
        // 市财政局 in a county's notice: which city's is not said.
        var own = places.ToList().FindLastIndex(place => place.EndsWith(level, StringComparison.Ordinal));
        return own < 0 ? "" : string.Concat(places.Take(own + 1));
    }

    /// <summary>Whether two may be one place: 临河区 may be 云州市临河区, and a place that is not known any.</summary>
    public static bool Agree(string one, string other) => one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);
}
