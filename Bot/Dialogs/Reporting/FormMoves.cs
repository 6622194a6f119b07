using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Takes what is written from one task of a form to another.</summary>
internal static class FormMoves
{
    /// <summary>What is written and can be meant; the task that it is to go to is none of them.</summary>
    /// <returns>Empty where all of it stands there already; several where it is not clear what is to be moved.</returns>
    public static IReadOnlyList<FormPart> Movable(this ReportForm form, int? from, FormTask target) =>
        [.. form.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Where(ordinal => ordinal != target.Ordinal && (from is null || form.Find(from.Value)?.Ordinal == ordinal))] })
            .Where(part => part.Texts.Count > 0 && part.Ordinals.Count > 0)];

    /// <summary>The form with the part's texts under the other task; what stood there already comes first.</summary>
    public static ReportForm Move(this ReportForm form, FormPart part, FormTask target)
    {
        var texts = form.Changed(part);
        var there = form.PartOf(target.Ordinal)?.Texts ?? new Dictionary<int, string>();
        return (form.Without(part) with { Rewriting = null, Tasks = [.. form.Tasks.Select(task => part.Ordinals.Contains(task.Ordinal) ? task.WithoutOwn(part) : task)] })
            .Write([target.Ordinal], texts.ToDictionary(text => text.Key, text => there.TryGetValue(text.Key, out var old) && old != text.Value ? $"{old}\n{text.Value}" : text.Value), part.Whole);
    }

    public static ReportForm Without(this ReportForm form, FormPart part) =>
        form with { Parts = [.. form.Parts.Select(other => other with { Ordinals = [.. other.Ordinals.Except(part.Ordinals)] }).Where(other => other.Ordinals.Count > 0)] };

    /// <summary>Numbers of the tasks that are being written and that the report does not name.</summary>
    public static IReadOnlyList<int> Others(this ReportForm form, ReportText report)
    {
        var named = report.Blocks.Select(block => block.Task).OfType<int>().Select(task => form.Find(task)?.Ordinal).ToList();
        return named.Count == 0 || named.Contains(null) ? [] : [.. form.Parts.SelectMany(part => part.Ordinals).Where(ordinal => !named.Contains(ordinal)).Order()];
    }

    /// <summary>Of a correction of what is filed only what it changes.</summary>
    private static Dictionary<int, string> Changed(this ReportForm form, FormPart part) =>
        part.Texts.Where(text => part.Ordinals.Any(ordinal => form.Find(ordinal) is not { IsOpen: false } task || task.Known.GetValueOrDefault(text.Key) != text.Value)).ToDictionary();

    /// <summary>A draft that was there before and is moved along does not come back.</summary>
    internal static FormTask WithoutOwn(this FormTask task, FormPart part) =>
        task is { IsOpen: true, HadDraft: true, Colleague: null } && task.Known.All(known => part.Texts.GetValueOrDefault(known.Key)?.Contains(known.Value, StringComparison.Ordinal) == true)
            ? task with { HadDraft = false, Known = new Dictionary<int, string>() } : task;
}
