using System.Globalization;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Which combination of ideas means what, from <c>Rules/intents.txt</c>.</summary>
internal static class IntentRules
{
    private static readonly Lazy<Rule[]> Loaded = new(() => [.. RuleFile.Lines("intents.txt").Select(Read).OrderByDescending(rule => rule.Weight)]);

    /// <summary>The heaviest rule whose ideas are all present and whose forbidden ones are not.</summary>
    public static (Intent Intent, double Weight) Decide(IReadOnlySet<string> ideas)
    {
        foreach (var rule in Loaded.Value) // OrderBy is stable: the earlier rule wins among equals
        {
            if (rule.Needs.All(ideas.Contains) && !rule.Forbids.Any(ideas.Contains))
                return (rule.Intent, rule.Weight);
        }
        return (Intent.None, 0);
    }

    private static Rule Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ideas = words.Skip(2).ToLookup(word => word[0] == '!', word => word.TrimStart('!'));
        foreach (var idea in ideas.SelectMany(word => word).Where(idea => idea[0] != '@' && !Lexicon.Default.Ideas.Contains(idea)))
            throw new InvalidOperationException($"intents.txt speaks of {idea}, which lexicon.txt does not know");
        return new(Enum.Parse<Intent>(words[0]), double.Parse(words[1], CultureInfo.InvariantCulture), [.. ideas[false]], [.. ideas[true]]);
    }

    private sealed record Rule(Intent Intent, double Weight, string[] Needs, string[] Forbids);
}
