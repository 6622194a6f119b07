using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Keeps what has been written but has no task, unit or period yet: no draft can hold it, and the conversation may turn to something else.</summary>
public sealed class LooseTexts(IKeptTextRepository kept, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    /// <summary>After every step: what waits is kept, what found its place is forgotten.</summary>
    /// <returns>The talk with the id under which its text is kept.</returns>
    public async Task<ReportTalk?> KeepAsync(ReportTalk? before, ReportTalk? talk, Asker asker, CancellationToken cancellationToken)
    {
        if (talk is not null && LooseText.Of(talk) is { } loose)
        {
            var id = talk.KeptId ?? before?.KeptId ?? Guid.CreateVersion7(clock.GetUtcNow());
            await kept.KeepAsync(new(id, asker.Person.Id, clock.GetUtcNow(), JsonSerializer.Serialize(loose, Json)), cancellationToken);
            return talk with { KeptId = id };
        }
        if ((talk?.KeptId ?? before?.KeptId) is { } old)
            await kept.ForgetAsync(old, cancellationToken);
        return talk is null ? null : talk with { KeptId = null };
    }

    /// <summary>The person's latest text that waits; null when there is none.</summary>
    public async Task<(Guid Id, LooseText Text)?> FindAsync(Asker asker, CancellationToken cancellationToken) =>
        await kept.LatestAsync(asker.Person.Id, cancellationToken) is { } found && JsonSerializer.Deserialize<LooseText>(found.Document, Json) is { } text ? (found.Id, text) : null;

    /// <summary>A colleague's draft that is about to be written over stays the colleague's to go on with.</summary>
    public Task PutAsideAsync(ReportForm form, FormTask task, ColleagueDraft draft, CancellationToken cancellationToken)
    {
        var loose = new LooseText(
            new(ReportRequestKind.Text, "", form.PlanId, form.UnitId, form.Period, PeriodIsChosen: true), [new FormPart([task.Ordinal], draft.Sections)], null);
        return kept.KeepAsync(new(draft.KeptId, draft.AuthorId, draft.SavedAt, JsonSerializer.Serialize(loose, Json)), cancellationToken);
    }

    /// <summary>What somebody typed for a task and could not be filed is theirs to go on with.</summary>
    public Task PutAsideAsync(ReportForm form, FormTask task, IReadOnlyDictionary<int, string> texts, Asker asker, CancellationToken cancellationToken) =>
        PutAsideAsync(form, task, new(Guid.CreateVersion7(clock.GetUtcNow()), asker.Person.Id, "", clock.GetUtcNow(), texts), cancellationToken);

    public Task ForgetAsync(Guid id, CancellationToken cancellationToken) => kept.ForgetAsync(id, cancellationToken);
}

/// <summary>Texts on their way into a report.</summary>
/// <param name="Request">With unit and period where they are known; where not, its words are the text.</param>
/// <param name="Parts">Without numbers where the task is not known.</param>
public sealed record LooseText(ReportRequest Request, IReadOnlyList<FormPart> Parts, Correction? Correction)
{
    /// <summary>What was typed, one text under the other.</summary>
    public string Words => Parts.Count == 0 && Correction is null ? Request.Said : string.Join('\n', Parts.SelectMany(part => part.Texts.Values).Append(Correction?.Text).OfType<string>());

    /// <returns>Null when nothing waits.</returns>
    public static LooseText? Of(ReportTalk talk)
    {
        if (talk.Form is not { } form)
            return talk.Request.Kind is ReportRequestKind.Text or ReportRequestKind.Correction ? new(talk.Request, [], null) : null;
        var parts = form.Waiting.Prepend(form.Unplaced).OfType<FormPart>().Where(part => part.Texts.Count > 0).ToList();
        return parts.Count == 0 && form.UnplacedCorrection is not { Text.Length: > 0 } ? null
            : new(talk.Request with { PlanId = form.PlanId, UnitId = form.UnitId, Period = form.Period, PeriodIsChosen = true }, parts, form.UnplacedCorrection);
    }
}
