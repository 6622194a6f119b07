using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Answers about one task of the plan.</summary>
public static class TaskTexts
{
    /// <param name="units">In the notice's order, each with its role.</param>
    /// <param name="onlyLead">Who leads is asked; where the notice names nobody, that is said.</param>
    public static string Responsible(string task, IReadOnlyList<(string Unit, AssignmentRole Role)> units, bool onlyLead, Language language)
    {
        var leads = units.Where(unit => unit.Role == AssignmentRole.Lead).ToList();
        var note = onlyLead && leads.Count == 0 ? "\n" + language.In("通知没有区分牵头和配合。", "The notice does not say who leads.") : "";
        return $"{task}\n{string.Join('\n', (onlyLead && leads.Count > 0 ? leads : units).Select(unit => $"{Role(unit.Role, language)}{unit.Unit}"))}{note}";
    }

    /// <param name="rows">Of that task in one period, a row for each unit; empty when nobody owes it.</param>
    public static string Status(string task, IReadOnlyList<LedgerRow> rows, DateTimeOffset now, TimeZoneInfo zone, Language language) => rows.Count == 0
        ? language.In($"{task}\n这一期没有单位需要报送。", $"{task}\nNobody owes a report on it for this period.")
        : $"{task}\n{string.Join('\n', rows.Select(row => State(row, now, zone, language)))}";

    public static string NoSuchTask(string? subject, int? ordinal, Language language) => subject is not null
        ? language.In($"没有找到与“{subject}”有关的任务，请换个说法，或说任务序号。", $"I found no task about \"{subject}\". Please use other words, or its number.")
        : language.In($"计划中没有第{Numerals.Chinese(ordinal ?? 0)}项任务。", $"The plan has no task {ordinal}.");

    public static string TooMany(int count, Language language) =>
        language.In($"有{count}项任务与此有关，请说得具体一些，或说任务序号。", $"{count} tasks fit. Please be more specific, or use the number.");

    private static string State(LedgerRow row, DateTimeOffset now, TimeZoneInfo zone, Language language) => row switch
    {
        { State: ObligationState.Waived } => language.In($"{row.UnitName}：免报", $"{row.UnitName}: waived"),
        { IsOpen: true } => row.IsOverdue(now) ? language.In($"{row.UnitName}：未报，已逾期", $"{row.UnitName}: not reported, overdue") : language.In($"{row.UnitName}：未报", $"{row.UnitName}: not reported"),
        { SubmittedAt: { } at } => language.In($"{row.UnitName}：已报，{Days.Moment(at, zone)}", $"{row.UnitName}: reported {Days.Moment(at, zone)}"),
        _ => language.In($"{row.UnitName}：已报", $"{row.UnitName}: reported"),
    };

    private static string Role(AssignmentRole role, Language language) => role switch
    {
        AssignmentRole.Lead => language.In("牵头：", "Lead: "), AssignmentRole.Support => language.In("配合：", "Support: "), _ => language.In("责任单位：", "Responsible: "),
    };
}
