using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Two questions in one message: 谁没报？商务局报了几项.</summary>
public static partial class SeveralQuestions
{
    /// <summary>More than this is no question any more.</summary>
    private const int MostParts = 3;

    /// <returns>The questions in order; empty when the message is one, or when a part of it is not surely a question of its own.</returns>
    public static IReadOnlyList<Understood> In(string raw, Func<string, Understood> understand, Func<Understood, bool> isQuestion)
    {
        if (raw.Length > Understand.LongestCommand)
            return [];
        var parts = Ends().Split(raw).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit)).ToList();
        if (parts.Count is < 2 or > MostParts)
            return [];
        var understood = parts.ConvertAll(part => understand(part));
        return understood.All(isQuestion) ? understood : [];
    }

    [GeneratedRegex(@"[?？。;；\n]|[,，、]\s*(?:顺便|另外|还有就是|还有|再就是|then |and (?=who|which|what|how|has|have|did|is|are|when))|[,，]|(?<=[a-z0-9]) and (?=who |which |what |how |has |have |did |is |are |when )", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();
}
