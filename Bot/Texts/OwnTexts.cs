using System.Text;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>A contact's own tasks.</summary>
public static class OwnTexts
{
    /// <summary>我的任务: each with its state, under unit, period and due date.</summary>
    public static string Tasks(string? planTitle, IReadOnlyList<LedgerRow> rows, PlanPeriod period, DateTimeOffset now, TimeZoneInfo zone, IReadOnlySet<Guid> disputed, Language language)
    {
        var text = new StringBuilder(planTitle is null ? "" : language.In($"《{planTitle}》\n", $"{planTitle}\n"));
        text.Append(language.In($"{rows[0].UnitName}，{PeriodTexts.Heading(period, zone, language)}", $"{rows[0].UnitName}, {PeriodTexts.Heading(period, zone, language)}"));
        var open = rows.Count(row => row.IsOpen);
        if (rows.Where(row => row.IsOpen && row.DueAt <= now).Select(row => (DateOnly?)row.DueOn).Min() is { } past && Days.DayOf(now, zone).DayNumber - past.DayNumber is > 0 and var days)
            text.Append('\n').Append(language.In($"已逾期{days}天（按自然日）。", $"{days} calendar {(days == 1 ? "day" : "days")} overdue."));
        text.Append('\n').Append(language.In($"共{rows.Count}项，待报{open}项：", $"{PeriodTexts.Tasks(rows.Count)}, {open} open:"));
        foreach (var row in rows)
        {
            text.Append('\n').Append(TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language)).Append(language.In("（", " ("))
                .Append(State(row, now, zone, language));
            if (row.DueOn != period.DueOn)
                text.Append(language.In($"，截止日期：{Days.Full(row.DueOn, language)}", $", due {Days.Full(row.DueOn, language)}"));
            if (disputed.Contains(row.ObligationId))
                text.Append(language.In("，已提分工异议，待答复", ", said to be another unit's, not decided yet"));
            text.Append(language.In("）", ")"));
        }
        return text.ToString();
    }

    /// <summary>Tasks to the end of their text, each with how far it is and until when.</summary>
    public static string InFull(IReadOnlyList<LedgerRow> rows, DateTimeOffset now, TimeZoneInfo zone, Language language) => string.Join("\n\n", rows.Select(row =>
    {
        var text = TaskNames.Whole(row.TaskTitle, row.TaskText);
        return language.In(
            $"{row.UnitName}第{Numerals.Chinese(row.UnitTaskOrdinal)}项：{text}\n（{State(row, now, zone, language)}，截止日期：{Days.Full(row.DueOn, language)}）",
            $"{row.UnitName}, task {row.UnitTaskOrdinal}: {text}\n({State(row, now, zone, language)}, due {Days.Full(row.DueOn, language)})");
    }));

    /// <summary>A line for each report that was sent back with a reason; blank when none was.</summary>
    public static string WhyReturned(IReadOnlyList<(int Task, string Reason, DateOnly DueOn)> returned, Language language) => string.Concat(returned.Select(one => language.In(
        $"\n{TaskNames.Ordinal(one.Task, language)}退回理由：{one.Reason}（请于{Days.Full(one.DueOn, language)}前重报）",
        $"\n{TaskNames.Ordinal(one.Task, language)} was sent back: {one.Reason} (wanted again by {Days.Full(one.DueOn, language)})")));

    /// <summary>What is to be written, and how it is handed in.</summary>
    public static string HowToWrite(IReadOnlyList<ReportSection> sections, Language language) => language.In(
        $"每项写{sections.Count}部分：{string.Join("、", sections.Select(section => section.Name))}。直接把内容发给我，或点“立即填报”。",
        $"Each task takes {sections.Count} parts: {string.Join(", ", sections.Select(section => ReportTexts.SectionName(section, language)))}. Simply send me the text, or press \"Report now\".");

    /// <summary>Whether the tasks beside a disputed one stay.</summary>
    public static string StillYours(IReadOnlyList<int> ordinals, IReadOnlyList<int> disputed, Language language) => (ordinals.Count > 0
        ? language.In($"是的，{Names(ordinals, language)}仍由贵单位报送。", $"Yes, {Names(ordinals, language)} {(ordinals.Count == 1 ? "stays" : "stay")} with your unit.") : "")
        + (disputed.Count > 0 ? language.In($"{Names(disputed, language)}已提分工异议，答复之前也仍列在贵单位名下。", $" {Names(disputed, language)} is disputed and stays with your unit until that is decided.") : "");

    private static string Names(IReadOnlyList<int> ordinals, Language language) => string.Join(language.In("、", ", "), ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)));

    public static string State(LedgerRow row, DateTimeOffset now, TimeZoneInfo zone, Language language) => row.State switch
    {
        ObligationState.Returned => language.In("已退回，请修改后重报", "returned, please revise"),
        ObligationState.Waived => language.In("免报", "waived"),
        ObligationState.Accepted => language.In("已通过", "accepted"),
        ObligationState.AwaitingSignOff => language.In("待本单位负责同志签批", "awaiting sign-off"),
        ObligationState.Submitted => language.In($"已报，第{row.Version}版，{Submitted(row, zone)}", $"reported, version {row.Version}, {Submitted(row, zone)}"),
        ObligationState.Pending or ObligationState.Draft when row.Version > 0 => language.In("已撤回，待重报", "withdrawn, to be reported again"),
        ObligationState.Draft => row.IsOverdue(now) ? language.In("有草稿未报，已逾期", "draft, overdue") : language.In("有草稿未报", "draft"),
        _ => row.IsOverdue(now) ? language.In("未报，已逾期", "overdue") : language.In("未报", "not reported"),
    };

    internal static string StateRemark(LedgerRow row, Language language) =>
        row.State == ObligationState.Returned ? language.In("（已退回）", " (returned)")
        : row.IsOpen && row.Version > 0 ? language.In("（已撤回）", " (withdrawn)") : "";

    public static string OwnOnly(Language language) => language.In("您只能查看本单位的情况：", "You can see your own unit only:");

    public static Reply NoUnit(Language language) => new(language.In("您没有登记为任何单位的联络员，没有需要报送的任务。", "You are not registered as a unit's contact, so there is nothing for you to report."));

    public static string NothingOwed(Language language) => language.In("目前没有需要报送的任务。", "There is nothing to report at present.");

    public static string NothingReported(ReportingPeriod period, Language language) =>
        language.In($"{PeriodNames.Of(period, language)}您还没有报送内容。", $"You have not reported on {PeriodNames.Of(period, language)} yet.");

    private static string Submitted(LedgerRow row, TimeZoneInfo zone) => row.SubmittedAt is { } at ? Days.Moment(at, zone) : "";
}
