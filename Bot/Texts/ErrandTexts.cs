using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>What stands in a person's list of to-dos, and what an urgent call says.</summary>
public static class ErrandTexts
{
    public static string Todo(PlanReminder part, Language language) => language.In(
        $"报送《{part.Plan.Title}》{PeriodNames.Of(part.Period, language)}进展（{part.Items.Count}项），截止日期：{Due(part, language)}",
        $"Report on {part.Plan.Title}, {PeriodNames.Of(part.Period, language)} ({part.Items.Count} to report), due {Due(part, language)}");

    public static string Call(PlanReminder part, Language language) => language.In(
        $"《{part.Plan.Title}》{PeriodNames.Of(part.Period, language)}进展还有{part.Items.Count}项没有报，截止日期：{Due(part, language)}。请在机器人对话里直接回复填报。",
        $"{part.Plan.Title}, {PeriodNames.Of(part.Period, language)}: {part.Items.Count} not reported yet, due {Due(part, language)}. Please answer in the robot's chat.");

    private static string Due(PlanReminder part, Language language) =>
        Days.Due(part.DueOn, part.DueAt, part.IsProvisional, TimeZoneInfo.FindSystemTimeZoneById(part.Plan.TimeZone), language);
}
