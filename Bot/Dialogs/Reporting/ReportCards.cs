using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>A form card that was sent in. Anybody can send anything: nothing here is believed before the ledger has confirmed it.</summary>
public sealed record CardReport(Guid ObligationId, int Version, IReadOnlyDictionary<int, string> Texts)
{
    /// <summary>Null when the activity's value is no such form.</summary>
    public static CardReport? Read(object? value)
    {
        if (value is not JObject form || form["action"] is not JValue { Value: "report" } || !Guid.TryParse(TextOf(form["obligationId"]), out var obligation)
            || !int.TryParse(TextOf(form["version"]), out var version))
            return null;
        var texts = new Dictionary<int, string>();
        foreach (var property in form.Properties().Where(property => property.Name.StartsWith(ReportCard.Input, StringComparison.Ordinal)))
        {
            if (int.TryParse(property.Name.AsSpan(ReportCard.Input.Length), out var section) && TextOf(property.Value)?.Trim() is { Length: > 0 } text)
                texts[section] = text;
        }
        return new(obligation, version, texts);
    }

    private static string? TextOf(JToken? token) => (token as JValue)?.Value?.ToString();
}

/// <summary>Makes form cards, and finds what one that came back is about.</summary>
public sealed class ReportCards(IObligationRepository obligations, IPeriodRepository periods)
{
    /// <param name="named">Numbers of the tasks asked for; the first is shown, or the first that is open.</param>
    public Reply For(ReportForm form, IReadOnlyList<int> named, Language language)
    {
        var task = named.Count > 0 ? form.Find(named[0])! : form.Choices[0];
        return ReportTexts.FormSent(form.UnitName, task.Ordinal, task.Name, Card(form, task, task.Version, task.Known, problem: null, language), [.. form.Choices.Where(other => other != task).Select(other => other.Ordinal)], language);
    }

    /// <param name="version">That the form is filled in from.</param>
    /// <param name="problem">What is wrong with what was sent in; null at first.</param>
    public static string Card(ReportForm form, FormTask task, int version, IReadOnlyDictionary<int, string> texts, string? problem, Language language)
    {
        var heading = language.In($"{form.UnitName} {PeriodNames.Of(form.Key, language)}进展填报", $"{form.UnitName}, report for {PeriodNames.Of(form.Key, language)}");
        var name = language.In($"第{Numerals.Chinese(task.Ordinal)}项：{task.Name}", $"Task {task.Ordinal}: {task.Name}");
        return ReportCard.Of(heading, name, problem, task.ObligationId, version, form.Sections, texts, language);
    }

    /// <summary>Null when there is no such obligation, or it is not this person's to report.</summary>
    public async Task<ReportRequest?> RequestOfAsync(Asker asker, Guid obligationId, CancellationToken cancellationToken)
    {
        if (await obligations.FindAsync(obligationId, cancellationToken) is not { } obligation || !asker.Sees(Ability.Report, obligation.UnitId)
            || await periods.FindAsync(obligation.PeriodId, cancellationToken) is not { } period)
            return null;
        return new(ReportRequestKind.Form, "", period.PlanId, obligation.UnitId, period.Period.ToString(), PeriodIsChosen: true);
    }
}
