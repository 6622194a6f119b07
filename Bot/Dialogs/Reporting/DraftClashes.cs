using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>A section that an own draft had a text for when new words came for it.</summary>
/// <param name="Ordinal">Number of the task.</param>
public sealed record DraftClash(int Ordinal, int Section, string Old, string New);

/// <summary>New words never take the place of an own draft unasked: until it is said what is meant, the form holds both.</summary>
internal static class DraftClashes
{
    /// <param name="before">The form before the words were taken in.</param>
    /// <param name="form">With the words in it.</param>
    public static ReportForm WithClashes(this ReportForm form, ReportForm before)
    {
        var clashes = new List<DraftClash>();
        foreach (var part in form.Parts)
        {
            foreach (var task in part.Ordinals.Where(ordinal => before.PartOf(ordinal) is null).Select(ordinal => form.Find(ordinal)!).Where(task => task is { HadDraft: true, IsOpen: true, Colleague: null }))
            {
                clashes.AddRange(part.Texts.Where(text => task.Known.TryGetValue(text.Key, out var old) && old != text.Value && !NothingToSay.Matches(old) && !text.Value.Contains(old, StringComparison.Ordinal))
                    .Select(text => new DraftClash(task.Ordinal, text.Key, task.Known[text.Key], text.Value)));
            }
        }
        return clashes.Count == 0 ? form : clashes.Aggregate(form, (joined, clash) => joined.Set(clash, $"{clash.Old}\n{clash.New}")) with { Clashes = [.. form.Clashes, .. clashes] };
    }

    /// <param name="text">What the sections in question are to hold.</param>
    public static ReportForm Settle(this ReportForm form, Func<DraftClash, string> text) => form.Clashes.Aggregate(form, (settled, clash) => settled.Set(clash, text(clash))) with { Clashes = [] };

    private static ReportForm Set(this ReportForm form, DraftClash clash, string text) =>
        form.Write([clash.Ordinal], new Dictionary<int, string> { [clash.Section] = text });
}
