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
