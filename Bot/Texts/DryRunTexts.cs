using System.Globalization;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>What <c>remind --dry-run</c> prints.</summary>
public static class DryRunTexts
{
    public const string OnlyDryRun = "提醒由服务自动发送；要预览请加 --dry-run。 The service sends reminders by itself; add --dry-run to see them.";

    public const string Nothing = "这一时刻没有要发送的提醒。 Nothing would be sent at that moment.";

    public static string NoInstant(string text) =>
        $"不认识时刻“{text.ReplaceLineEndings(" ")}”，请写成 2020-04-07T09:00+08:00，须带时区。 No such instant; write it like 2020-04-07T09:00+08:00, with its offset.";

    /// <summary>One plan of one message, e.g. <c>2020-03-31 09:00  period-end  市教委联络员  2020Q1  市教委  2</c>: moment in the plan's zone, step, person, period, units, open tasks;
    /// between them a tab.</summary>
    public static string Line(DateTimeOffset sendAt, ReminderContent content, PlanReminder plan)
    {
        var local = TimeZoneInfo.ConvertTime(sendAt, TimeZoneInfo.FindSystemTimeZoneById(plan.Plan.TimeZone));
        var units = string.Join('、', plan.Items.Select(item => item.UnitName).Distinct());
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm}\t{content.StepKey}\t{content.To.Name}\t{plan.Period}\t{units}\t{plan.Items.Count}");
    }
}
