using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Finds the words of a <see cref="WordChange"/> in a form.</summary>
internal static class FormReplacing
{
    /// <summary>Every text that holds the words, as it would stand afterwards: of what is being written, else of what is filed or drafted.</summary>
    public static IReadOnlyList<Correction> Find(this ReportForm form, WordChange change)
    {
        var texts = form.Parts.Count > 0
            ? form.Parts.Select(part => (part.Ordinals, part.Texts))
            : form.Tasks.Select(task => (Ordinals: (IReadOnlyList<int>)[task.Ordinal], Texts: task.Known));
        return [.. from part in texts
            where change.Tasks.Count == 0 || part.Ordinals.Any(change.Tasks.Contains)
            from text in part.Texts.OrderBy(text => text.Key)
            where change.Section is null || change.Section.Ordinal == text.Key
            let changed = change.ApplyTo(text.Value)
            where changed is not null
            select new Correction(change.Tasks.Count == 0 ? part.Ordinals : [.. part.Ordinals.Where(change.Tasks.Contains)], form.Section(text.Key), changed, IsAddition: false) { IsWhole = true }];
    }
}
