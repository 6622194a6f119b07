namespace PlanBot.Importing;

/// <summary>What kinds of organs are called, and were called before a reform: a table with dates that travels with the program. It proposes; a person decides.</summary>
public static class OrganNames
{
    /// <summary>Names in use at one time, the full one first, and the year from which on they were; null for the earliest.</summary>
    private sealed record Era(IReadOnlyList<string> Names, string? From);

    private static readonly Lazy<IReadOnlyList<IReadOnlyList<Era>>> Kinds = new(() => [.. Lines().Select(line => (IReadOnlyList<Era>)[.. line.Split("->").Select(ReadEra)])]);

    /// <summary>By each name without its level: the kinds that bear or bore it, and in which era.</summary>
    private static readonly Lazy<ILookup<string, (IReadOnlyList<Era> Kind, int Era)>> ByName = new(() =>
        Kinds.Value.SelectMany(kind => kind.SelectMany((era, index) => era.Names.Select(name => (name, kind, index)))).ToLookup(entry => entry.name, entry => (entry.kind, entry.index)));

    /// <summary>The year from which on organs of this kind bear the newer name: 区工信委 and 区工信局 give 2018.</summary>
    /// <returns>Null when the table knows of no such change, or the two are of different levels.</returns>
    public static string? ReformOf(string before, string after)
    {
        if (UnitNames.LevelOf(before) != UnitNames.LevelOf(after))
            return null;
        foreach (var (kind, old) in ByName.Value[StemOf(before)])
            foreach (var (other, now) in ByName.Value[StemOf(after)])
                if (ReferenceEquals(kind, other) && old < now)
                    return kind[now].From;
        return null;
    }

    /// <summary>Whether organs of some kind bear or bore the name, with their level before it or without.</summary>
    public static bool Knows(string name) => ByName.Value.Contains(StemOf(name));

    /// <summary>Other names of the unit's kind at its level: short ones of the same time, then those of other times with the year of the change.</summary>
    public static IReadOnlyList<(string Name, string? Reform)> OthersOf(string name)
    {
        var level = UnitNames.LevelOf(name) ?? "";
        var others = new List<(string, string?)>();
        foreach (var (kind, own) in ByName.Value[StemOf(name)])
        {
            others.AddRange(kind[own].Names.Select(other => (level + other, (string?)null)));
            for (var i = 0; i < kind.Count; i++)
                if (i != own)
                    others.AddRange(kind[i].Names.Select(other => (level + other, kind[Math.Max(i, own)].From)));
        }
        return [.. others.Where(other => other.Item1 != name).DistinctBy(other => other.Item1)];
    }

    private static string StemOf(string name) => UnitNames.LevelOf(name) is { } level ? name[level.Length..] : name;

    private static Era ReadEra(string era)
    {
        var at = era.IndexOf('@', StringComparison.Ordinal);
        return new([.. (at < 0 ? era : era[..at]).Split('|').Select(name => name.Trim())], at < 0 ? null : era[(at + 1)..].Trim());
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(OrganNames).Assembly.GetManifestResourceStream("PlanBot.Importing.organ-names.txt") ?? throw new InvalidOperationException("The program was built without its table of organ names.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } text && !text.StartsWith('#'))
                yield return text;
    }
}
