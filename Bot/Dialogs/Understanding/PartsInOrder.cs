using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>认定12个；没困难；标杆多了2家；下一步诊断50家: as many parts as there are sections, in their order, though not each says what it is. Pure.</summary>
internal static class PartsInOrder
{
    /// <returns>Text by <see cref="ReportSection.Ordinal"/>; null unless the parts that do say what they are stand in their places.</returns>
    public static IReadOnlyDictionary<int, string>? Split(string text, IReadOnlyList<ReportSection> sections)
    {
        var parts = Semicolon.Split(text.Trim().TrimEnd('。', '.', ';', '；')).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count != sections.Count || sections.Count < 3 || text.Contains('\n', StringComparison.Ordinal))
            return null;
        var (texts, inPlace) = (new Dictionary<int, string>(), 0);
        foreach (var (part, section) in parts.Zip(sections))
        {
            var split = CueSplit.Split(part, sections);
            if (split is { Count: 1 } && split.First() is var own && own.Key == section.Ordinal)
                (texts[section.Ordinal], inPlace) = (own.Value, inPlace + 1);
            else if (split is null)
                (texts[section.Ordinal], inPlace) = (section.Kind != SectionKind.Progress && NothingToSay.Matches(part) ? NothingToSay.Written(part) : LabelScan.Tidy(part), inPlace + (section.Kind != SectionKind.Progress && NothingToSay.Matches(part) ? 1 : 0));
            else
                return null;
        }
        // One that is named could be an accident; a second one, or the last, shows that the order is meant.
        return inPlace > 1 ? texts : null;
    }

    private static Regex Semicolon => field ??= new("[;；]");
}
