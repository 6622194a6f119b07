using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Words and marks that stand for what the row above says.</summary>
internal static partial class Ditto
{
    /// <param name="words">Normalised, without white space.</param>
    public static bool Is(string words) => Mark().IsMatch(words);

    [GeneratedRegex("^[（(]?(?:同上|同前|同上一?[行项条格]|[″〃”“\"]{1,2}|''|、、)[）)]?[。.]?$")]
    private static partial Regex Mark();
}
