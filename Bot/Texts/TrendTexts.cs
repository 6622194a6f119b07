using System.Globalization;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>How completeness and on-time rate developed: each percentage with the counts behind it.</summary>
public static class TrendTexts
{
    /// <summary>Periods on one page.</summary>
    public const int PageSize = 8;

    /// <param name="planTitle">Null where there is only one plan.</param>
    /// <param name="units">Names, where not all units are meant.</param>
    /// <param name="periods">By first day; empty when nothing is owed.</param>
    public static string Trend(string? planTitle, string? units, IReadOnlyList<PeriodTally> periods, DateTimeOffset now, bool hasEarlier, Language language)
    {
        var lines = new List<string>();
        if (planTitle is not null)
            lines.Add(language.In($"《{planTitle}》", planTitle));
        lines.Add(language.In($"{units ?? "全部单位"}各期报送率和按时率：", $"Completeness and on-time rate by period, {units ?? "all units"}:"));
        if (periods.Count == 0)
            lines.Add(language.In("这段时间没有应报事项。", "Nothing was owed in that time."));
        lines.AddRange(periods.Select(period => Line(period, now, language)));
        var due = periods.Where(period => period.DueAt <= now).ToList();
        if (due.Count > 1)
        {
            var (owed, reported, inTime) = (due.Sum(period => period.Owed), due.Sum(period => period.Reported), due.Sum(period => period.InTime));
            lines.Add(language.In(
                $"已到期的{due.Count}期合计：应报{owed}项，已报{reported}项（{PeriodTexts.Percent(reported, owed)}），按时{inTime}项（{PeriodTexts.Percent(inTime, owed)}）。",
                $"The {due.Count} periods that fell due together: {reported} of {owed} reported ({PeriodTexts.Percent(reported, owed)}), {inTime} in time ({PeriodTexts.Percent(inTime, owed)})."));
            lines.Add(Change(due[^2], due[^1], language));
        }
        else if (periods.Count > 0)
        {
            lines.Add(language.In("到期的报告期不足两期，还看不出变化。", "Fewer than two periods have fallen due, so there is no trend to see yet."));
        }
        if (periods.Any(period => period.DueAt > now))
            lines.Add(language.In("尚未到期的一期，数字还会变化。", "Figures of a period that is not due yet will still change."));
        if (hasEarlier)
            lines.Add(language.In("更早的各期，请回复“下一页”。", "Say \"more\" for earlier periods."));
        return string.Join('\n', lines);
    }

    /// <summary>Policy forbids ranking games: said, with what can be asked instead.</summary>
    public static Reply NoRanking(Language language) => new(language.In(
        "按照为基层减负的要求，这里不对单位排名、评比。可以为您提供总体报送率的变化，或某个单位的报送情况。",
        "To keep the reporting light on the units, they are neither ranked nor compared here. You can see how the overall rate developed, or how far a single unit is."))
    {
        Buttons = [Buttons.Trend(language), Buttons.Rate(language), Buttons.WhoHasNotReported(language)],
    };

    private static string Line(PeriodTally period, DateTimeOffset now, Language language)
    {
        var name = $"{PeriodNames.Of(period.Period, language)}{State(period, now, language)}";
        var text = language.In(
            $"{name}：应报{period.Owed}项，已报{period.Reported}项（{PeriodTexts.Percent(period.Reported, period.Owed)}），"
            + $"按时{period.InTime}项（{PeriodTexts.Percent(period.InTime, period.Owed)}），逾期补报{period.Late}项，未报{period.Open}项",
            $"{name}: {period.Reported} of {period.Owed} reported ({PeriodTexts.Percent(period.Reported, period.Owed)}), "
            + $"{period.InTime} in time ({PeriodTexts.Percent(period.InTime, period.Owed)}), {period.Late} late, {period.Open} open");
        return text + (period.Waived == 0 ? "" : language.In($"；另有免报{period.Waived}项", $"; {period.Waived} waived, not counted"));
    }

    private static string State(PeriodTally period, DateTimeOffset now, Language language) => period switch
    {
        _ when period.ClosedAt <= now => language.In("（已关闭）", " (closed)"),
        _ when period.DueAt <= now => language.In("（已到期，未关闭）", " (due, still open)"),
        _ when period.CollectionFrom <= now => language.In("（正在收集）", " (being collected)"),
        _ => language.In("（尚未开始催报）", " (collection not begun)"),
    };

    private static string Change(PeriodTally before, PeriodTally after, Language language)
    {
        if (before.Owed == 0 || after.Owed == 0)
            return language.In("最近两期中有一期没有应报事项，无法比较。", "One of the last two had nothing owed, so they cannot be compared.");
        var points = 100.0 * after.InTime / after.Owed - 100.0 * before.InTime / before.Owed;
        var (name, by) = (PeriodNames.Of(after.Period, language), Math.Abs(points).ToString("0.0", CultureInfo.InvariantCulture));
        return Math.Abs(points) < 0.05 ? language.In($"{name}按时率与上一期持平。", $"The on-time rate of {name} equals that of the period before.")
            : points > 0 ? language.In($"{name}按时率比上一期提高{by}个百分点。", $"The on-time rate of {name} rose by {by} points.")
            : language.In($"{name}按时率比上一期下降{by}个百分点。", $"The on-time rate of {name} fell by {by} points.");
    }
}
