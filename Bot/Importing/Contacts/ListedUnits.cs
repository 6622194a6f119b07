using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing.Contacts;

/// <summary>Finds the units that a list names: by full name, alias, or either without its level (市, 区); never by likeness.</summary>
internal sealed partial class ListedUnits
{
    private readonly ILookup<string, Unit> whole;
    private readonly ILookup<string, Unit> bare;
    private readonly IReadOnlyList<Unit> units;

    public ListedUnits(IReadOnlyList<Unit> units)
    {
        this.units = units;
        var names = units.SelectMany(unit => unit.Names.Select(name => (Key: KeyOf(name), Unit: unit))).Distinct().ToList();
        whole = names.ToLookup(name => name.Key, name => name.Unit);
        bare = names.Select(name => (Key: Level().Replace(name.Key, ""), name.Unit)).Distinct().ToLookup(name => name.Key, name => name.Unit);
    }

    /// <returns>One unit, none, or several that the name may mean.</returns>
    public IReadOnlyList<Unit> Find(string name)
    {
        var key = KeyOf(name);
        if (key.Length == 0)
            return [];
        // A level that is written must be the unit's own: 区教委 is not 市教委.
        return whole[key].Distinct().ToList() is { Count: > 0 } found ? found : Level().IsMatch(key) ? [] : bare[key].Distinct().ToList();
    }

    /// <summary>Units whose names share most with the one that was not found; for the person who mends the list, not for us.</summary>
    public IReadOnlyList<string> Likely(string name)
    {
        var pairs = Pairs(Level().Replace(KeyOf(name), ""));
        return [.. units.Select(unit => (unit.Name, Shared: unit.Names.Max(known => Pairs(KeyOf(known)).Intersect(pairs).Count())))
            .Where(unit => unit.Shared > 0).OrderByDescending(unit => unit.Shared).Take(3).Select(unit => unit.Name)];
    }

    private static string KeyOf(string name) => Noise().Replace(string.Concat(name.Select(NormalCharacters.Of)), "").ToLowerInvariant();

    private static HashSet<string> Pairs(string key) => [.. Enumerable.Range(0, Math.Max(0, key.Length - 1)).Select(at => key.Substring(at, 2))];

    [GeneratedRegex(@"[\s\p{P}\p{S}]")]
    private static partial Regex Noise();

    [GeneratedRegex(@"^(?:国家|省|市|区|县|州)(?=\w{2})")]
    private static partial Regex Level();
}
