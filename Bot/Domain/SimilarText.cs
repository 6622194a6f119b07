namespace PlanBot.Domain;

/// <summary>Whether two texts say the same: a problem that is reported again is seldom copied letter for letter.</summary>
public static class SimilarText
{
    /// <summary>Share of common pairs of characters from which on two texts count as the same.</summary>
    private const double Enough = 0.6;

    /// <summary>True for texts that differ in a few words, in punctuation, or where one holds the other whole; a very short text must stand in the other as it is.</summary>
    public static bool Says(string one, string other)
    {
        var (first, second) = (Letters(one), Letters(other));
        if (first.Length == 0 || second.Length == 0)
            return false;
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        if (longer.Contains(shorter, StringComparison.Ordinal))
            return shorter.Length >= 4 || shorter.Length == longer.Length;
        var (pairs, others) = (Pairs(first), Pairs(second));
        var common = pairs.Count(others.Contains);
        return 2.0 * common / (pairs.Count + others.Count) >= Enough;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];
}
