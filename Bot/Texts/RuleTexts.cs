using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>A reporting rule in words, and the question about one that a notice does not state.</summary>
public static class RuleTexts
{
    /// <summary>每季度一报，下一季度第3个工作日前; without a stop.</summary>
    public static string Describe(Frequency frequency, DueRule rule, Language language)
    {
        var (often, unit) = (HowOften(frequency, language), Unit(frequency, language));
        var due = rule switch
        {
            WorkingDayOfNextPeriod r => language.In($"下一{unit}第{r.Day}个工作日前", $"by the {Ordinal(r.Day)} working day of the next {unit}"),
            DayOfNextPeriod r when frequency == Frequency.Monthly => language.In($"次月{r.Day}日前", $"by the {Ordinal(r.Day)} of the next month"),
            DayOfNextPeriod r => language.In($"下一{unit}首月{r.Day}日前", $"by the {Ordinal(r.Day)} of the next {unit}'s first month"),
            DayOfPeriod r when frequency == Frequency.Monthly => language.In($"当月{r.Day}日前", $"by the {Ordinal(r.Day)} of the month"),
            DayOfPeriod r => language.In($"当{unit}第{r.Month}个月{r.Day}日前", $"by the {Ordinal(r.Day)} of the {unit}'s {Ordinal(r.Month)} month"),
            EndOfPeriod => language.In($"{unit}末前", $"by the end of the {unit}"),
            WorkingDaysBeforePeriodEnd r => language.In($"{unit}结束前{r.Days}个工作日", $"{r.Days} working days before the {unit} ends"),
            DaysBeforePeriodEnd r => language.In($"{unit}结束前{r.Days}日", $"{r.Days} days before the {unit} ends"),
            DaysOfMonth { Days: [_, .., 31] } r => language.In($"每月{string.Join('、', r.Days.SkipLast(1))}日和月底前", $"by the {string.Join(", ", r.Days.SkipLast(1).Select(Ordinal))} and the last day of each month"),
            DaysOfMonth r => language.In($"每月{string.Join('、', r.Days)}日前", $"by the {string.Join(", ", r.Days.Select(Ordinal))} of each month"),
            DayOfWeekRule r => language.In($"每周{"一二三四五六日"[r.Day - 1]}前", $"by {CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)(r.Day % 7))}"),
            Dates r => language.In($"{string.Join('、', r.Days.Select(day => Days.Full(day, language)))}前", $"by {string.Join(", ", r.Days.Select(day => Days.Full(day, language)))}"),
            _ => "",
        };
        var shift = rule.Shift switch { DueShift.Back => language.In("，遇休息日提前", ", earlier on days off"), DueShift.Forward => language.In("，遇休息日顺延", ", later on days off"), _ => "" };
        var time = rule.Time is { } hour ? string.Create(CultureInfo.InvariantCulture, $"{hour:HH\\:mm}") : "";
        return language.In($"{often}，{(time.Length > 0 && due.EndsWith('前') ? due[..^1] + time + "前" : due)}{shift}", $"{often}, {due}{(time.Length > 0 ? ", " + time : "")}{shift}");
    }

    /// <summary>Who reports, and when for the first time; without a stop.</summary>
    /// <param name="first">Null where the notice leaves it open.</param>
    /// <param name="dueOn">Null where no rule tells it.</param>
    public static string WhoAndWhen(bool leadOnly, ReportingPeriod? first, DateOnly? dueOn, Language language) =>
        (leadOnly ? language.In("只由牵头单位报送（没有写明牵头单位的任务由各责任单位报送）", "lead units report (all responsible units where a task names no lead)") : language.In("各牵头、责任、配合单位都报送", "all units of a task report"))
        + (first is not { } period ? language.In("；首期待定", "; the first period is open")
            : language.In($"；首期为{PeriodNames.Of(period, language)}", $"; first period {PeriodNames.Of(period, language)}") + (dueOn is { } day ? language.In($"，{Days.Iso(day)}截止", $", due {Days.Iso(day)}") : ""));

    /// <param name="from">Title of the plan whose rule is proposed; null for the usual one.</param>
    /// <param name="hasFrequency">The notice says how often, but names no day.</param>
    public static Reply Ask(string proposal, string? from, bool isOfParent, bool hasFrequency, Language language)
    {
        var missing = hasFrequency ? language.In("通知写明了报送频次，但没有可以确定的报送日。", "The notice says how often to report, but names no definite day.") : language.In("通知没有写明报送要求。", "The notice states no reporting rule.");
        var proposed = from is null ? language.In($"通常是：{proposal}。", $"The usual one is: {proposal}.")
            : isOfParent ? language.In($"上级计划《{from}》的要求是：{proposal}。", $"The plan above, {from}, is reported on {proposal}.")
            : language.In($"上一年度的《{from}》是：{proposal}。", $"Last year's plan, {from}, was reported on {proposal}.");
        return new(missing + language.In("", " ") + proposed + language.In("照此执行，还是另有要求？可以直接说，例如：每月25日前；每季度结束后5个工作日内。", " Shall I take that, or is there another rule? Say it, for example: by the 25th of each month; by the 5th working day of the next quarter."))
        {
            Buttons =
            [
                Buttons.Of(language, "照此执行", "Take that"),
                new(language.In("每月25日前", "25th of each month"), language.In("每月25日前", "by the 25th of each month")),
                new(language.In("每季度末月25日前", "25th of each quarter's last month"), language.In("每季度末月25日前", "by the 25th of each quarter")),
                Buttons.Cancel(language),
            ],
        };
    }

    /// <summary>In place of the sentence of a notice that has none.</summary>
    public static string Chosen(string rule, string? from, bool isOfParent, Language language) =>
        language.In($"通知没有写明，按{(from is null ? "您确定的" : isOfParent ? $"上级计划《{from}》" : $"上一年度的《{from}》")}：{rule}", $"none stated; {(from is null ? "as you decided" : $"as in {from}")}: {rule}");

    private static string HowOften(Frequency frequency, Language language) => frequency switch
    {
        Frequency.Weekly => language.In("每周一报", "weekly"), Frequency.TenDay => language.In("每旬一报", "every ten days"), Frequency.Monthly => language.In("每月一报", "monthly"),
        Frequency.Quarterly => language.In("每季度一报", "quarterly"), Frequency.HalfYearly => language.In("每半年一报", "half-yearly"), Frequency.Yearly => language.In("每年一报", "yearly"), _ => language.In("只报一次", "once"),
    };

    private static string Unit(Frequency frequency, Language language) => frequency switch
    {
        Frequency.Weekly => language.In("周", "week"), Frequency.TenDay => language.In("旬", "ten days"), Frequency.Monthly => language.In("月", "month"), Frequency.Quarterly => language.In("季度", "quarter"),
        Frequency.HalfYearly => language.In("半年", "half-year"), _ => language.In("年", "year"),
    };

    private static string Ordinal(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");
}
