using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Changes to texts whose task is not known yet.</summary>
internal static class WaitingTexts
{
    /// <returns>Null unless exactly one text that is written or waits holds the words.</returns>
    public static ReportForm? ChangeWaiting(this ReportForm form, WordChange change)
    {
        var waiting = form.Waiting.Prepend(form.Unplaced).OfType<FormPart>().ToList();
        var places = form.Parts.Concat(waiting).Sum(part => part.Texts.Values.Count(text => change.ApplyTo(text) is not null));
        return places != 1 ? null : form with
        {
            Parts = [.. form.Parts.Select(part => Changed(part, change))], Waiting = [.. form.Waiting.Select(part => Changed(part, change))], Unplaced = form.Unplaced is { } unplaced ? Changed(unplaced, change) : null,
        };
    }

    private static FormPart Changed(FormPart part, WordChange change) => part with { Texts = part.Texts.ToDictionary(text => text.Key, text => change.ApplyTo(text.Value) ?? text.Value), Whole = null };
}
