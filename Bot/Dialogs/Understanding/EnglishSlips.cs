using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Puts right an English word that is one slip away from exactly one word of <c>Rules/english-words.txt</c>: overduue, submited, deadlne.</summary>
/// <remarks>Only words of six letters and more: shorter ones are too often one letter from another word (late, date, rate).</remarks>
internal static class EnglishSlips
{
    private const int Shortest = 6;

    private static readonly Lazy<HashSet<string>> Words = new(() => [.. RuleFile.Lines("english-words.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);

    /// <summary>Every word with one letter left out, and the words it comes from: two words are one slip apart where they meet here.</summary>
    private static readonly Lazy<ILookup<string, string>> Shortened = new(() =>
        Words.Value.SelectMany(word => WithoutOne(word).Append(word).Select(form => (form, word))).Distinct().ToLookup(pair => pair.form, pair => pair.word));

    public static string PutRight(string plain) => Word.Replace(plain, match => Words.Value.Contains(match.Value) ? match.Value : Meant(match.Value) ?? match.Value);

    private static string? Meant(string word) =>
        WithoutOne(word).Append(word).SelectMany(form => Shortened.Value[form]).Distinct().Where(known => known.Length >= Shortest && IsOneSlip(word, known)).Take(2).ToList() is [var only] ? only : null;

    private static IEnumerable<string> WithoutOne(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    /// <summary>One letter more, less or other, or two neighbours changed round. The first letter is seldom the wrong one.</summary>
    private static bool IsOneSlip(string typed, string known)
    {
        if (typed[0] != known[0] || Math.Abs(typed.Length - known.Length) > 1)
            return false;
        var start = 0;
        while (start < typed.Length && start < known.Length && typed[start] == known[start])
            start++;
        var end = 0;
        while (end < typed.Length - start && end < known.Length - start && typed[^(end + 1)] == known[^(end + 1)])
            end++;
        var (left, right) = (typed.Length - start - end, known.Length - start - end);
        return (left, right) is (<= 1, <= 1) || ((left, right) is (2, 2) && typed[start] == known[start + 1] && typed[start + 1] == known[start]);
    }

    private static Regex Word => field ??= new($"(?<![a-z'])[a-z]{{6,}}(?![a-z'])");
}
