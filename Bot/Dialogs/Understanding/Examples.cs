using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Sentences whose meaning is known, from <c>Rules/examples.txt</c>, and which of them another sentence is like.</summary>
/// <remarks>Nearest neighbours by the cosine between weighted traits: what a sentence shares with few examples says more than what it shares with many.</remarks>
internal sealed partial class Examples
{
    /// <summary>A contact's text that is no command.</summary>
    public const string Report = LabelledUtterance.Report;

    /// <summary>So many of the likest examples have a say.</summary>
    private const int Neighbours = 7;

    /// <summary>A trait that no example has makes a sentence unlike all of them, but less than a shared one makes it like some.</summary>
    private const double WeightOfUnknown = 0.5;

    private static readonly Lazy<Examples> Loaded = new(Load);

    private readonly Dictionary<string, int> numbers = [];
    private readonly string[] meanings;

    /// <summary>By trait: the examples that have it, each with its weight there.</summary>
    private readonly (int Example, float Weight)[][] having;
    private readonly double[] rarity;

    private Examples(IReadOnlyList<(string Meaning, List<string> Traits)> known)
    {
        var counted = known.Select(one => one.Traits.Select(NumberOf).ToList()).ToList();
        rarity = new double[numbers.Count];
        foreach (var trait in counted.SelectMany(traits => traits.Distinct()))
            rarity[trait]++;
        for (var i = 0; i < rarity.Length; i++)
            rarity[i] = Math.Log(1 + (known.Count / rarity[i]));
        meanings = [.. known.Select(one => one.Meaning)];
        var lists = Enumerable.Range(0, numbers.Count).Select(_ => new List<(int, float)>()).ToList();
        for (var i = 0; i < known.Count; i++)
        {
            foreach (var (trait, weight) in Weigh(counted[i], unknown: 0))
                lists[trait].Add((i, (float)weight));
        }
        having = [.. lists.Select(list => list.ToArray())];
    }

    public static Examples Default => Loaded.Value;

    /// <summary>Meanings of the likest examples, names of <see cref="Intent"/> or <see cref="Report"/>, the likest first; 1 is word for word the same.</summary>
    public IReadOnlyList<(string Meaning, double Likeness)> Nearest(Reading reading)
    {
        var traits = TraitsOf(reading);
        var known = traits.Select(trait => numbers.GetValueOrDefault(trait, -1)).Where(trait => trait >= 0).ToList();
        var likeness = new float[meanings.Length];
        foreach (var (trait, weight) in Weigh(known, traits.Distinct().Count(trait => !numbers.ContainsKey(trait))))
        {
            var own = (float)weight;
            foreach (var (example, its) in having[trait])
                likeness[example] += own * its;
        }
        var near = Likest(likeness);
        var total = near.Sum(example => likeness[example] * likeness[example]);
        return total == 0 ? [] : [.. near.GroupBy(example => meanings[example])
            .Select(group => (group.Key, (double)likeness[near[0]] * group.Sum(example => likeness[example] * likeness[example]) / total)).OrderByDescending(one => one.Item2)];
    }

    /// <summary>The likest first, the earlier among equals.</summary>
    private static List<int> Likest(float[] likeness)
    {
        var near = new List<int>(Neighbours + 1);
        for (var example = 0; example < likeness.Length; example++)
        {
            if (near.Count == Neighbours && likeness[example] <= likeness[near[^1]])
                continue;
            var at = near.Count;
            while (at > 0 && likeness[near[at - 1]] < likeness[example])
                at--;
            near.Insert(at, example);
            if (near.Count > Neighbours)
                near.RemoveAt(Neighbours);
        }
        return near;
    }

    private static Examples Load()
    {
        // A unit of the examples' own, so that they serve every office.
        var named = new Named([new Unit { Id = Guid.Empty, Name = "某局", Aliases = ["acme"], Kind = UnitKind.Unit }], null);
        return new([.. RuleFile.Pairs("examples.txt", ": ").SelectMany(pair => pair.Right.Split('|').Select(said => (pair.Left, TraitsOf(Reading.Of(Spelling.Plain(said), named)))))]);
    }

    private int NumberOf(string trait)
    {
        if (!numbers.TryGetValue(trait, out var number))
            numbers[trait] = number = numbers.Count;
        return number;
    }

    /// <summary>The traits as a vector of length 1, or shorter where some are unknown.</summary>
    private List<(int Trait, double Weight)> Weigh(List<int> traits, int unknown)
    {
        var weights = traits.CountBy(trait => trait).Select(count => (count.Key, Weight: rarity[count.Key] * (1 + Math.Log(count.Value)))).ToList();
        var strange = WeightOfUnknown * Math.Log(1 + meanings.Length);
        var length = Math.Sqrt(weights.Sum(one => one.Weight * one.Weight) + (unknown * strange * strange));
        return [.. weights.Select(one => (one.Key, one.Weight / length))];
    }

    /// <summary>The ideas, twice, for they are what is meant; and the words themselves: one to three Chinese characters, one or two English words.</summary>
    private static List<string> TraitsOf(Reading reading)
    {
        var traits = new List<string>();
        foreach (var idea in reading.Ideas)
            traits.AddRange([$"#{idea}", $"#{idea}"]);
        var text = reading.WithSlots();
        foreach (Match run in Chinese().Matches(text))
        {
            for (var i = 0; i < run.Length; i++)
            {
                for (var length = 1; length <= 3 && i + length <= run.Length; length++)
                    traits.Add(run.Value.Substring(i, length));
            }
        }
        var before = "";
        foreach (Match word in Word().Matches(text))
        {
            traits.Add(word.Value);
            if (before.Length > 0)
                traits.Add($"{before} {word.Value}");
            before = word.Value;
        }
        return traits;
    }

    [GeneratedRegex(@"[\u4e00-\u9fff\u00b7?]+")]
    private static partial Regex Chinese();

    [GeneratedRegex("[a-z0-9']+")]
    private static partial Regex Word();
}
