using System.Globalization;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Which combination of ideas means what, from <c>Rules/intents.txt</c>.</summary>
internal static class IntentRules
{
    private static readonly Lazy<Rule[]> Loaded = new(() => [.. RuleFile.Lines("intents.txt").Select(Read).OrderByDescending(rule => rule.Weight)]);

    /// <summary>Every intent that some rule finds: its ideas are all present and its forbidden ones are not. The heaviest first, the earlier rule first among equals; each intent once.</summary>
    public static IReadOnlyList<(Intent Intent, double Weight)> Rank(IReadOnlySet<string> ideas)
    {
        var found = new List<(Intent Intent, double Weight)>();
        foreach (var rule in Loaded.Value) // OrderBy is stable: the earlier rule wins among equals
        {
            if (Fits(rule, ideas) && !found.Exists(other => other.Intent == rule.Intent))
                found.Add((rule.Intent, rule.Weight));
        }
        return found;
    }

    private static bool Fits(Rule rule, IReadOnlySet<string> ideas)
    {
        foreach (var need in rule.Needs)
        {
            if (!ideas.Contains(need))
                return false;
        }
        foreach (var forbidden in rule.Forbids)
        {
            if (ideas.Contains(forbidden))
                return false;
        }
        return true;
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
