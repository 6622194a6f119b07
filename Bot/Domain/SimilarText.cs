namespace PlanBot.Domain;

/// <summary>Whether two texts say the same: a problem that is reported again is seldom copied letter for letter.</summary>
public static class SimilarText
{
    /// <summary>Share of common pairs of characters from which on two texts count as the same.</summary>
    private const double Enough = 0.6;

    /// <summary>How alike a text is to one that holds it whole.</summary>
    private const double Whole = 0.75;

    /// <summary>Characters from which on a text that stands in another is no mere word of it.</summary>
    private const int ShortestWhole = 8;

    /// <summary>True for texts that differ in a few words, in punctuation, or where one holds the other whole; a very short text must stand in the other as it is.</summary>
    public static bool Says(string one, string other)
    {
        var (first, second) = (Letters(one), Letters(other));
        if (first.Length == 0 || second.Length == 0)
            return false;
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        if (longer.Contains(shorter, StringComparison.Ordinal))
            return shorter.Length >= 4 || shorter.Length == longer.Length;
        return Share(Pairs(first), Pairs(second)) >= Enough;
    }

    /// <summary>From 0 (nothing in common) to 1 (the same letters).</summary>
    /// <param name="pairs">Those of the first text, and of the other: <see cref="Pairs"/> of its <see cref="Letters"/>.</param>
    public static double Likeness(string one, string other, IReadOnlySet<(char, char)> pairs, IReadOnlySet<(char, char)> others)
    {
        var (first, second) = (Letters(one), Letters(other));
        if (first == second)
            return 1;
        var share = Share(pairs, others);
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        return shorter.Length >= ShortestWhole && longer.Contains(shorter, StringComparison.Ordinal) ? Math.Max(share, Whole) : share;
    }

    /// <summary>Letters and digits alone.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Each two characters that stand side by side.</summary>
    public static IReadOnlySet<(char, char)> Pairs(string text) => text.Zip(text.Skip(1)).ToHashSet();

    private static double Share(IReadOnlySet<(char, char)> pairs, IReadOnlySet<(char, char)> others) =>
        pairs.Count + others.Count == 0 ? 0 : 2.0 * pairs.Count(others.Contains) / (pairs.Count + others.Count);
}
