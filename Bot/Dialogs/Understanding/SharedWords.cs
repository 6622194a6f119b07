namespace PlanBot.Dialogs.Understanding;

/// <summary>What two texts have in common. Pure.</summary>
public static class SharedWords
{
    /// <returns>Number of Chinese characters in the longest run that both hold; Latin letters count a third, as a word of them says as much as two characters.</returns>
    public static int Longest(string one, string other) => Weight(Run(one, other));

    /// <returns>The longest run of characters that both hold; blank when there is none.</returns>
    public static string Run(string one, string other)
    {
        var (lengths, best, end) = (new int[other.Length + 1], 0, 0);
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = other.Length; j > 0; j--)
            {
                lengths[j] = one[i] == other[j - 1] ? lengths[j - 1] + 1 : 0;
                if (lengths[j] > best)
                    (best, end) = (lengths[j], i + 1);
            }
        }
        return one[(end - best)..end];
    }

    private static int Weight(string run) => run.Count(c => c >= '\u4e00') + (run.Count(char.IsAsciiLetter) / 3);
}
