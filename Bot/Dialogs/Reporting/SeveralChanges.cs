using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>机构数写错了，是11家；另外问题再加一句：…: changes of different kinds in one message, each of which must be done or named as not done. Pure.</summary>
internal static partial class SeveralChanges
{
    private const int Longest = 400;

    /// <returns>Each change in the words it was said with, a continuing text staying with its own; empty unless a figure or words are put right beside another change.</returns>
    public static IReadOnlyList<string> In(string said, SectionWords words)
    {
        if (said.Length > Longest)
            return [];
        var pieces = new List<(string Words, bool IsSection)>();
        foreach (var piece in Ends().Split(said).Select(piece => Start().Replace(piece, "").Trim()).Where(piece => piece.Any(char.IsLetterOrDigit)))
        {
            var isSection = CorrectionText.Parse(piece, words).Count > 0;
            if (isSection || WordChange.Parse(piece, words) is { IsLoose: false } || ValueChange.Parse(piece, words) is { IsSure: true })
                pieces.Add((piece, isSection));
            else if (pieces.Count == 0)
                return [];
            else
                pieces[^1] = ($"{pieces[^1].Words}；{piece}", pieces[^1].IsSection);
        }
        return pieces.Count > 1 && pieces.Exists(piece => !piece.IsSection) ? [.. pieces.Select(piece => piece.Words)] : [];
    }

    [GeneratedRegex(@"[;；。\n]\s*|[.!]\s+|[,，]\s*(?=另外|还有|同时|再有|此外|然后|and also|also )|[,，]\s*(?=[^,，;；。0-9]{2,8}(?:也|都)?(?:应该?是|应为|改成|改为|换成)[0-9])|,?\s+and\s+(?=(?:also\s+)?(?:add|change|replace|put|make)\s)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\s*(?:(?:另外|还有|同时|再有|此外|然后|and also|also|and)[,，\s]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
