using System.Text;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>The day's picture for those who run or oversee a plan: counts first, then the units that are still missing.</summary>
public static class DigestTexts
{
    /// <summary>Units listed before the rest is only counted, so that a digest fits a screen.</summary>
    private const int MostUnits = 20;

    public static Reply Write(ReminderContent content, Language language)
    {
        var text = new StringBuilder(Opening(content, language));
        foreach (var plan in content.Plans)
            AppendPlan(text, plan, content.At, language);
        return new Reply(text.ToString()) { Buttons = [.. Buttons(content, language)] };
    }

    private static string Opening(ReminderContent content, Language language)
    {
        if (content.Opening is { } own)
            return language.In($"{content.To.Name}，您好！{own}", $"Hello {content.To.Name}. {own}");
        if (content.Kind == ReminderKind.Escalation)
            return language.In($"{content.To.Name}，您好！以下单位逾期已数个工作日，已同时提醒联络员和单位负责同志。",
                $"Hello {content.To.Name}. These units have been overdue for several working days; their contacts and leaders have been written to as well.");
        return language.In($"{content.To.Name}，您好！以下是今天的报送情况。", $"Hello {content.To.Name}. This is where the reports stand today.");
    }

    private static void AppendPlan(StringBuilder text, PlanReminder plan, DateTimeOffset at, Language language)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(plan.Plan.TimeZone);
        var units = plan.Items.GroupBy(item => item.UnitName).ToList();
        text.Append("\n\n").Append(language.In($"《{plan.Plan.Title}》", plan.Plan.Title));
        text.Append('\n').Append(PeriodNames.Of(plan.Period, language)).Append(language.In("，截止日期：", ", due "))
            .Append(Days.Due(plan.DueOn, plan.DueAt, plan.IsProvisional, zone, language));
        text.Append('\n').Append(language.In(
            $"截至{Days.Moment(at, zone)}：应报{plan.Total}项，已报{plan.Total - plan.Open}项，未报{plan.Open}项。",
            $"At {Days.Moment(at, zone)}: {plan.Total - plan.Open} of {plan.Total} reported, {plan.Open} open."));
        foreach (var paused in plan.Paused)
            text.Append('\n').Append(PauseTexts.InForce(paused.UnitName, paused.Until, zone, language));
        if (units.Count == 0)
        {
            text.Append(language.In("已全部报齐。", " Everything is in."));
            return;
        }
        var isOverdue = plan.Items.Any(item => item.IsOverdue);
        text.Append('\n').Append(isOverdue
            ? language.In($"逾期单位{units.Count}个：", $"{ReminderTexts.Plural(units.Count, "unit")} overdue:")
            : language.In($"尚未报齐的单位{units.Count}个：", $"{ReminderTexts.Plural(units.Count, "unit")} still to report:"));
        foreach (var unit in units.Take(MostUnits))
            text.Append('\n').Append(language.In($"{unit.Key}（{unit.Count()}项）", $"{unit.Key} ({ReminderTexts.Plural(unit.Count(), "task")})"));
        if (units.Count > MostUnits)
            text.Append('\n').Append(language.In($"另有{units.Count - MostUnits}个单位，回复“还有谁没报”查看。", $"and {units.Count - MostUnits} more; ask \"who has not reported\"."));
        if (plan.OutOfReach.Count + plan.Unopened > 0)
            text.Append('\n').Append(ReachTexts.InDigest([.. plan.OutOfReach.Select(one => ReachTexts.Name(one.UnitName, one.PersonName, language))], plan.Unopened, language));
    }

    private static IEnumerable<ReplyButton> Buttons(ReminderContent content, Language language)
    {
        yield return new(language.In("谁逾期了", "Who is overdue"), language.In("谁逾期了", "Who is overdue"));
        yield return new(language.In("还有谁没报", "Who has not reported"), language.In("还有谁没报", "Who has not reported"));
        if (content.To.IsCoordinator)
            yield return new(language.In("催办", "Urge"), language.In("催办逾期单位", "Urge the overdue units"));
        if (content.To.IsCoordinator && content.Plans.Any(plan => plan.OutOfReach.Count + plan.Unopened > 0))
            yield return Texts.Buttons.Unreachable(language);
    }
}
