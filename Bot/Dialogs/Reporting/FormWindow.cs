using Newtonsoft.Json.Linq;
using PlanBot.Dialogs.Answers;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What a window is to show.</summary>
public abstract record WindowContent
{
    /// <param name="Json">An Adaptive Card.</param>
    public sealed record Card(string Title, string Json) : WindowContent;

    /// <summary>A sentence, with which it closes.</summary>
    public sealed record Sentence(string Text) : WindowContent;
}

/// <param name="Wrong">The window again, with why it cannot be taken; null when it can.</param>
/// <param name="Notice">To be said once it is taken; null for nothing.</param>
public sealed record CheckedForm(WindowContent? Wrong, string? Notice);

/// <summary>The form of one task in a window of its own: filled in from the draft, and taken in as the form in the chat is.</summary>
public sealed class FormWindow(ReportDesk desk, ReportCards cards)
{
    /// <summary>Of a button's data: the window is to be opened.</summary>
    public const string Open = "form";

    /// <summary>Characters of all sections together; with more a channel may refuse the card.</summary>
    public const int LongestContent = 30_000;

    /// <param name="data">Of the button. Anybody can send anything: the ledger says what is this person's.</param>
    public async Task<WindowContent> OpenAsync(Asker asker, IReadOnlyList<PlanView> plans, object? data, CancellationToken cancellationToken)
    {
        if (data is not JObject { } button || button["action"] is not JValue { Value: Open } || !Guid.TryParse((button["obligationId"] as JValue)?.Value?.ToString(), out var obligationId)
            || await FindAsync(asker, plans, obligationId, cancellationToken) is not var (form, task))
            return new WindowContent.Sentence(FormWindowTexts.Outdated(asker.Language));
        return Show(form, task, task.Version, task.Known, problem: null, asker.Language);
    }

    /// <summary>Looks at what was sent in before it is taken.</summary>
    public async Task<CheckedForm> CheckAsync(Asker asker, IReadOnlyList<PlanView> plans, object? data, CancellationToken cancellationToken)
    {
        if (CardReport.Read(data) is not { } sent || await FindAsync(asker, plans, sent.ObligationId, cancellationToken) is not var (form, task))
            return new(new WindowContent.Sentence(FormWindowTexts.Outdated(asker.Language)), null);
        var tooLong = form.Sections.Where(section => sent.Texts.GetValueOrDefault(section.Ordinal, "").Length > SubmitReport.LongestSection).ToList();
        var problem = tooLong.Count > 0
            ? string.Join('\n', tooLong.Select(section => ReportTexts.TooLong(ReportTexts.SectionName(section, asker.Language), sent.Texts[section.Ordinal].Length, SubmitReport.LongestSection, asker.Language)))
            : form.Sections.All(section => !sent.Texts.ContainsKey(section.Ordinal)) ? FormWindowTexts.NothingWritten(asker.Language) : null;
        if (problem is not null)
            return new(Show(form, task, sent.Version, sent.Texts, problem, asker.Language), null);
        return new(null, task.Version != sent.Version ? FormWindowTexts.FiledMeanwhile(asker.Language) : null);
    }

    private static WindowContent Show(ReportForm form, FormTask task, int version, IReadOnlyDictionary<int, string> texts, string? problem, Language language)
    {
        if (texts.Values.Sum(text => text.Length) > LongestContent)
            return new WindowContent.Sentence(problem ?? FormWindowTexts.TooLong(LongestContent, language));
        return new WindowContent.Card(FormWindowTexts.Title(task.Ordinal, form.Key, language), ReportCards.Card(form, task, version, texts, problem, language));
    }

    /// <summary>Null when there is no such task, it is not this person's to report, or nothing can change it any more.</summary>
    private async Task<(ReportForm Form, FormTask Task)?> FindAsync(Asker asker, IReadOnlyList<PlanView> plans, Guid obligationId, CancellationToken cancellationToken) =>
        await cards.RequestOfAsync(asker, obligationId, cancellationToken) is { } request
        && (await desk.OpenAsync(asker, request, plans, cancellationToken)).Talk?.Form is { } form
        && form.Tasks.FirstOrDefault(task => task.ObligationId == obligationId) is { } found
            ? (form, found)
            : null;
}
