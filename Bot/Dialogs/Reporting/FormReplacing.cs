using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Finds in a form what is to be put right.</summary>
internal static class FormReplacing
{
    /// <summary>Every text that holds the words, as it would stand afterwards: of what is being written, else of what is filed or drafted.</summary>
    public static IReadOnlyList<Correction> Find(this ReportForm form, WordChange change) =>
        [.. from text in form.Texts(change.Tasks)
            where change.Section is null || change.Section.Ordinal == text.Section
            let changed = change.ApplyTo(text.Text)
            where changed is not null
            select new Correction(text.Tasks, form.Section(text.Section), changed, IsAddition: false) { IsWhole = true }];

    /// <summary>Every place where a value of the kind stands; the same text once for every place in it.</summary>
    public static IReadOnlyList<ValuePlace> Find(this ReportForm form, ValueChange change) =>
        [.. from text in form.Texts(change.Tasks)
            where change.Section is null || change.Section.Ordinal == text.Section
            // 金额不对，是302万: where one text speaks of an amount, the figures of others are not meant.
            where change.IsNamedIn(text.Text) || !form.Texts(change.Tasks).Any(other => change.IsNamedIn(other.Text))
            from place in change.PlacesIn(text.Text)
            select new ValuePlace(new(text.Tasks, form.Section(text.Section), place.Text, IsAddition: false) { IsWhole = true }, place.Old, place.Around)];

    /// <summary>Every text that holds the point, as it would stand without it.</summary>
    public static IReadOnlyList<Correction> Find(this ReportForm form, PointRemoved point) =>
        [.. from text in form.Texts(point.Tasks)
            where point.Section is null || point.Section.Ordinal == text.Section
            let left = point.ApplyTo(text.Text)
            where left is not null
            select new Correction(text.Tasks, form.Section(text.Section), left, IsAddition: false) { IsWhole = true }];

    private static IEnumerable<(IReadOnlyList<int> Tasks, int Section, string Text)> Texts(this ReportForm form, IReadOnlyList<int> only)
    {
        var texts = form.Parts.Count > 0
            ? form.Parts.Select(part => (part.Ordinals, part.Texts)).Concat(form.Tasks.Where(task => !task.IsOpen && only.Contains(task.Ordinal) && form.PartOf(task.Ordinal) is null).Select(task => (Ordinals: (IReadOnlyList<int>)[task.Ordinal], Texts: task.Known)))
            : form.Tasks.Select(task => (Ordinals: (IReadOnlyList<int>)[task.Ordinal], Texts: task.Known));
        return from part in texts
            where only.Count == 0 || part.Ordinals.Any(only.Contains)
            from text in part.Texts.OrderBy(text => text.Key)
            select (only.Count == 0 ? part.Ordinals : [.. part.Ordinals.Where(only.Contains)], text.Key, text.Value);
    }
}

/// <summary>A value that stands in a form.</summary>
/// <param name="Correction">What would be made of its text.</param>
/// <param name="Old">As it stands, with its measure.</param>
/// <param name="Around">With some words before and after it.</param>
internal sealed record ValuePlace(Correction Correction, string Old, string Around);
