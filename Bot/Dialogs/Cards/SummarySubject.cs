using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Reporting;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Cards;

/// <summary>What the buttons of a summary are about: this unit's report with exactly these words, tasks, versions and files.</summary>
internal sealed record SummarySubject(Guid PlanId, string Period, Guid UnitId)
{
    public static CardSubject Of(ReportForm form, IReadOnlyList<Evidence> files)
    {
        var tasks = form.Parts.SelectMany(part => part.Ordinals).Select(ordinal => form.Find(ordinal)!);
        var mark = CardMark.Of([
            JsonSerializer.Serialize(form.Parts), .. tasks.Select(task => $"{task.ObligationId} {task.Version}"), .. files.Select(file => $"{file.Sha256} {file.Name}").Order(StringComparer.Ordinal)]);
        return new(CardSubjectKind.Report, $"{form.PlanId}/{form.Period}/{form.UnitId}/{mark}");
    }

    /// <summary>Null when the id is none of ours.</summary>
    public static SummarySubject? Read(string id) =>
        id.Split('/') is [var plan, var period, var unit, _] && Guid.TryParse(plan, out var planId) && Guid.TryParse(unit, out var unitId) ? new(planId, period, unitId) : null;
}
