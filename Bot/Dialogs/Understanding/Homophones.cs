using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>发盖委 for 发改委: names of units in characters that only sound alike. Looked for where no name is spelled right.</summary>
internal static class Homophones
{
    /// <summary>A shorter name is like too many other words.</summary>
    private const int FewestLetters = 3;

    /// <summary>So many characters of a name may be wrong.</summary>
    private const int MostSlips = 1;

    /// <summary>A longer text is no question with a slip in it.</summary>
    private const int LongestText = 40;

    private static readonly Lazy<ILookup<char, char>> Alike = new(() => RuleFile.Lines("homophones.txt").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(sounds => sounds.SelectMany(one => sounds.Where(other => other != one).Select(other => (One: one[0], Other: other[0])))).ToLookup(pair => pair.One, pair => pair.Other));

    /// <param name="names">What the units are called, the longest first.</param>
    /// <returns>The first place that sounds like a name; at most one.</returns>
    public static IEnumerable<(IReadOnlyList<Unit> Units, Range Where)> Find(string plain, IEnumerable<(string Word, IReadOnlyList<Unit> Units)> names)
    {
        if (plain.Length > LongestText || !plain.Any(c => c is >= '\u4e00' and <= '\u9fff'))
            yield break;
        foreach (var (word, units) in names.Where(name => name.Word.Length >= FewestLetters && name.Word.Length <= plain.Length && name.Word[0] >= '\u4e00'))
        {
            for (var start = 0; start + word.Length <= plain.Length; start++)
            {
                if (!SoundsLike(plain, start, word))
                    continue;
                yield return (units, start..(start + word.Length));
                yield break;
            }
        }
    }

    private static bool SoundsLike(string plain, int start, string word)
    {
        var slips = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (plain[start + i] == word[i])
                continue;
            if (++slips > MostSlips || !Alike.Value[word[i]].Contains(plain[start + i]))
                return false;
        }
        return slips > 0;
    }
}
