using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <param name="Number">The notice's document number; null when it has none.</param>
/// <param name="Period">Null before the first one is opened.</param>
public sealed record PlanLine(string Title, string? Number, int Units, ReportingPeriod? Period, (DateOnly On, DateTimeOffset At, bool IsProvisional)? Due, TimeZoneInfo Zone);

/// <summary>The plans in words.</summary>
public static class PlanTexts
{
    public static Reply List(IReadOnlyList<PlanLine> plans, Language language)
    {
        if (plans.Count == 0)
            return CommonTexts.NoPlanYet(language);
        var head = language.In($"现在有{plans.Count}个计划：", plans.Count == 1 ? "There is 1 plan:" : $"There are {plans.Count} plans:");
        return new(string.Join('\n', plans.Select((plan, index) => $"{index + 1}. {Line(plan, language)}").Prepend(head)));
    }

    /// <summary>The tasks of a plan.</summary>
    /// <param name="from">Place of the first line, from 0.</param>
    public static string Tasks(string title, int count, int units, int from, IReadOnlyList<string> lines, Language language)
    {
        if (count == 0)
            return language.In($"《{title}》没有任务，附件可能不在通知文件里。", $"{title} has no tasks; its attachment may not have been in the file.");
        var head = language.In($"《{title}》共{count}项任务、{units}个单位{(count > lines.Count ? $"（第{from + 1}至{from + lines.Count}项）" : "")}：", $"{title}: {PeriodTexts.Tasks(count)}, {PeriodTexts.Units(units)}{(count > lines.Count ? $" ({from + 1} to {from + lines.Count})" : "")}:");
        return string.Join('\n', lines.Prepend(head));
    }

    /// <summary>One task with its units.</summary>
    public static string Task(string number, string name, IReadOnlyList<(string Unit, AssignmentRole Role)> units, Language language) => units.Count == 0
        ? language.In($"{number}. {name}（没有责任单位）", $"{number}. {name} (no unit)")
        : $"{number}. {name}{language.In("（", " (")}{string.Join(language.In("、", ", "), units.Select(one => one.Role switch { AssignmentRole.Lead => language.In($"{one.Unit}牵头", $"{one.Unit} leads"), AssignmentRole.Support => language.In($"{one.Unit}配合", $"{one.Unit} supports"), _ => one.Unit }))}{language.In("）", ")")}";

    /// <summary>A plan that was asked about before its first period.</summary>
    /// <param name="due">In words; null when it is not known.</param>
    public static string NotBegun(string title, ReportingPeriod first, string? due, Language language) => language.In(
        $"《{title}》还没有开始：首期是{PeriodNames.Of(first, language)}（{Days.Readable(first.FirstDay, language)}至{Days.Readable(first.LastDay, language)}）{(due is null ? "" : $"，截止日期：{due}")}。现在没有应报事项，也没有未报或逾期的单位。",
        $"{title} has not begun: its first period is {PeriodNames.Of(first, language)} ({Days.Readable(first.FirstDay, language)} to {Days.Readable(first.LastDay, language)}){(due is null ? "" : $", due {due}")}. Nothing is owed yet and nobody is late.");

    private static string Line(PlanLine plan, Language language)
    {
        var title = plan.Number is { } number ? language.In($"{plan.Title}（{number}）", $"{plan.Title} ({number})") : plan.Title;
        var units = language.In($"{plan.Units}个单位", plan.Units == 1 ? "1 unit" : $"{plan.Units} units");
        var period = plan is { Period: { } key, Due: { } due }
            ? language.In(
                $"{PeriodNames.Of(key, language)}，截止日期：{Days.Due(due.On, due.At, due.IsProvisional, plan.Zone, language)}",
                $"{PeriodNames.Of(key, language)}, due {Days.Due(due.On, due.At, due.IsProvisional, plan.Zone, language)}")
            : language.In("尚未开始", "not begun yet");
        return language.In($"{title}：{units}，{period}", $"{title}: {units}, {period}");
    }
}
