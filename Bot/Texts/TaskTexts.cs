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

    /// <summary>The tasks whose text speaks of something.</summary>
    /// <param name="unit">The only one that was looked at; null for all.</param>
    public static string About(string words, string? unit, IReadOnlyList<LedgerRow> found, Language language)
    {
        var units = found.Select(row => row.UnitId).Distinct().Count();
        var lead = unit is not null
            ? language.In($"有。{unit}提到“{words}”的任务有{found.Count}项：", $"Yes. {unit} has {PeriodTexts.Tasks(found.Count)} about \"{words}\":")
            : language.In($"提到“{words}”的任务有{found.Count}项，涉及{units}个单位：", $"{PeriodTexts.Tasks(found.Count)} about \"{words}\", of {PeriodTexts.Units(units)}:");
        return string.Join('\n', found.Take(Most).Select(row => Named(row, unit is null, language)).Prepend(lead)) + (found.Count > Most ? language.In("\n……", "\n...") : "");
    }

    /// <summary>One unit's tasks, none of which speaks of it.</summary>
    public static string NotAbout(string words, string unit, IReadOnlyList<LedgerRow> own, Language language) => string.Join('\n', own.Take(Most).Select(row => Named(row, withUnit: false, language)).Prepend(
        language.In($"没有。{unit}的{own.Count}项任务都没有提到“{words}”：", $"No. None of the {PeriodTexts.Tasks(own.Count)} of {unit} speaks of \"{words}\":")));

    public static string NearestTo(string words, IReadOnlyList<LedgerRow> nearest, Language language) => nearest.Count is 0 or > Few
        ? language.In($"没有任务提到“{words}”。可以换个说法再问。", $"No task speaks of \"{words}\". Try other words.")
        : string.Join('\n', nearest.Select(row => Named(row, withUnit: true, language)).Prepend(language.In($"没有任务直接提到“{words}”，最接近的是：", $"No task speaks of \"{words}\"; the nearest:")));

    private static string Named(LedgerRow row, bool withUnit, Language language) => (withUnit ? $"{row.UnitName} " : "") + TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language);

    /// <summary>Tasks in one answer.</summary>
    private const int Most = 12;
    private const int Few = 3;

    private static string State(LedgerRow row, DateTimeOffset now, TimeZoneInfo zone, Language language) => row switch
    {
        { State: ObligationState.Waived } => language.In($"{row.UnitName}：免报", $"{row.UnitName}: waived"),
        { IsOpen: true } => row.IsOverdue(now) ? language.In($"{row.UnitName}：未报，已逾期", $"{row.UnitName}: not reported, overdue") : language.In($"{row.UnitName}：未报", $"{row.UnitName}: not reported"),
        { SubmittedAt: { } at } => language.In($"{row.UnitName}：已报，{Days.Moment(at, zone)}", $"{row.UnitName}: reported {Days.Moment(at, zone)}"),
        _ => language.In($"{row.UnitName}：已报", $"{row.UnitName}: reported"),
    };

    internal static string Role(AssignmentRole role, Language language) => role switch
    {
        AssignmentRole.Lead => language.In("牵头：", "Lead: "), AssignmentRole.Support => language.In("配合：", "Support: "), _ => language.In("责任单位：", "Responsible: "),
    };
}
