using System.Text;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Answers about one unit: how far it is, and what it wrote.</summary>
public static class UnitTexts
{
    /// <summary>Longest report that is shown in one turn; beyond, task by task.</summary>
    public const int WholeReport = 4000;

    /// <summary>Characters shown of a task where a unit's tasks are told in full.</summary>
    private const int LongestTask = 400;

    /// <summary>市教委报了吗: yes or no first, with the date and k of n.</summary>
    /// <param name="rows">All the unit owes in the period; at least one.</param>
    /// <param name="isYesOrNo">False where something else was asked than whether.</param>
    public static string Status(IReadOnlyList<LedgerRow> rows, PlanPeriod period, DateTimeOffset now, TimeZoneInfo zone, Language language, bool isYesOrNo = true, bool asksLate = false)
    {
        var owed = rows.Where(row => row.State != ObligationState.Waived).ToList();
        var (unit, name) = (rows[0].UnitName, PeriodNames.Of(period.Period, language));
        if (owed.Count == 0)
            return language.In($"{unit}{name}的事项已全部免报。", $"{unit} need not report for {name}: everything was waived.");
        var open = owed.Where(row => row.IsOpen).ToList();
        var done = owed.Count - open.Count;
        var last = owed.Max(row => row.IsOpen ? null : row.SubmittedAt);
        var when = last is { } at ? Days.Moment(at, zone) : "";
        var lateness = owed.Exists(row => row is { IsOpen: false, IsLate: true })
            ? language.In("，其中有逾期补报", ", some of it late") : done > 0 ? language.In("，按时", ", in time") : "";
        var first = (done, open.Count) switch
        {
            _ when asksLate && done > 0 => owed.Exists(row => row is { IsOpen: false, IsLate: true }) ? language.In("有逾期补报的。", "Yes, in part. ") : language.In("不算逾期。", "No, it is in time. "),
            _ when asksLate && open.Count > 0 => open.Exists(row => row.IsOverdue(now)) ? language.In("是，已经逾期。", "Yes. ") : language.In("没有逾期，还来得及。", "No, there is still time. "),
            _ when !isYesOrNo => "",
            (_, 0) => language.In("报了。", "Yes. "),
            (0, _) => language.In("还没有。", "No. "),
            _ => language.In("报了一部分。", "In part. "),
        };
        var text = new StringBuilder(first).Append((done, open.Count) switch
        {
            (_, 0) => language.In($"{unit}{name}已报{done}项（共{owed.Count}项），于{when}报送{lateness}。", $"{unit} has reported {done} of {owed.Count} for {name}, on {when}{lateness}."),
            (0, _) => language.In($"{unit}{name}已报0项（共{owed.Count}项）", $"{unit} has reported 0 of {owed.Count} for {name}"),
            _ => language.In($"{unit}{name}已报{done}项（共{owed.Count}项），最近一次于{when}报送", $"{unit} has reported {done} of {owed.Count} for {name}, last on {when}"),
        });
        if (open.Count == 0)
            return text.ToString();
        // What was extended or returned has a day of its own.
        var next = open.MinBy(row => row.DueAt)!;
        var due = Days.Due(next.DueOn, next.DueAt, period.IsProvisional && next.DueOn == period.DueOn, zone, language);
        text.Append(open.Exists(row => row.IsOverdue(now))
            ? language.In($"，截止日期为{due}，已逾期。", $"; it was due {due} and is overdue.")
            : language.In($"，截止日期为{due}，尚未到期。", $"; it is due {due}."));
        text.Append('\n').Append(language.In("未报：", "Open:"));
        foreach (var row in open)
            text.Append('\n').Append(TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language)).Append(OwnTexts.StateRemark(row, language))
                .Append(row.DueOn == next.DueOn ? "" : language.In($"（截止{Days.Readable(row.DueOn, language)}）", $" (due {Days.Readable(row.DueOn, language)})"));
        return text.ToString();
    }

    /// <summary>How one task of a unit stands.</summary>
    public static string TaskStatus(LedgerRow row, PlanPeriod period, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var due = Days.Due(row.DueOn, row.DueAt, period.IsProvisional && row.DueOn == period.DueOn, zone, language);
        var stands = row switch
        {
            { State: ObligationState.Waived } => language.In("已免报", "it was waived"),
            { IsOpen: false } => language.In($"已报送{(row.SubmittedAt is { } at ? $"（{Days.Moment(at, zone)}，{(row.IsLate ? "逾期补报" : "按时")}）" : "")}{(row.State == ObligationState.Accepted ? "，已审核通过" : "，尚未审核")}", $"reported{(row.SubmittedAt is { } on ? $" on {Days.Moment(on, zone)}{(row.IsLate ? ", late" : ", in time")}" : "")}{(row.State == ObligationState.Accepted ? ", accepted" : ", not yet accepted")}"),
            _ when row.IsOverdue(now) => language.In($"还没有报送，截止日期为{due}，已逾期", $"not reported; it was due {due} and is overdue"),
            _ => language.In($"还没有报送，截止日期为{due}，尚未到期", $"not reported; it is due {due}"),
        };
        return language.In(
            $"{row.UnitName}{PeriodNames.Of(period.Period, language)}\n{TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language)}\n{stands}。",
            $"{row.UnitName}, {PeriodNames.Of(period.Period, language)}\n{TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language)}\n{char.ToUpperInvariant(stands[0])}{stands[1..]}.");
    }

    /// <summary>The unit's tasks, each in full.</summary>
    public static string Tasks(string unit, ReportingPeriod period, IReadOnlyList<LedgerRow> rows, Language language) =>
        string.Join('\n', rows.Select(row => language.In($"第{Numerals.Chinese(row.UnitTaskOrdinal)}项：", $"Task {row.UnitTaskOrdinal}: ") + Whole(row))
            .Prepend(language.In($"{unit}{PeriodNames.Of(period, language)}共有{rows.Count}项任务：", $"{unit} has {ReminderTexts.Plural(rows.Count, "task")} for {PeriodNames.Of(period, language)}:")));

    private static string Whole(LedgerRow row)
    {
        var text = row.TaskText.ReplaceLineEndings(" ").Trim();
        return string.IsNullOrWhiteSpace(row.TaskTitle) || text.StartsWith(row.TaskTitle, StringComparison.Ordinal) ? TaskNames.Cut(text, LongestTask) : $"{row.TaskTitle}：{TaskNames.Cut(text, LongestTask)}";
    }

    /// <summary>What was filed, by task and section.</summary>
    /// <param name="entries">With each row the version that counts and its author; null where nothing was submitted.</param>
    /// <param name="only">One kind of section, or null for all.</param>
    /// <param name="unchanged">Obligations whose text repeats that of <paramref name="since"/>.</param>
    public static string Report(
        string heading, IReadOnlyList<(LedgerRow Row, ProgressEntry? Entry, string Author)> entries, IReadOnlyList<ReportSection> sections, SectionKind? only, TimeZoneInfo zone,
        Language language, ILookup<Guid, Evidence>? files = null, IReadOnlySet<Guid>? unchanged = null, ReportingPeriod? since = null)
    {
        var text = new StringBuilder(heading);
        foreach (var (row, entry, author) in entries)
        {
            text.Append("\n\n").Append(TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language));
            if (entry is null)
            {
                text.Append('\n').Append(row.State == ObligationState.Waived ? language.In("免报", "waived") : language.In("尚未报送", "not reported yet"));
                continue;
            }
            var at = Days.Moment(entry.SubmittedAt, zone);
            text.Append('\n').Append(language.In($"第{entry.Version}版，{author}于{at}报送", $"Version {entry.Version}, {author}, {at}")).Append(OwnTexts.StateRemark(row, language));
            if (unchanged?.Contains(row.ObligationId) == true && since is { } before)
                text.Append(language.In($"（内容与{PeriodNames.Of(before, language)}相同，没有变化）", $" (unchanged from {PeriodNames.Of(before, language)})"));
            foreach (var section in sections.Where(section => only is null || section.Kind == only))
                text.Append('\n').Append(ReportTexts.SectionName(section, language)).Append(language.In("：", ": ")).Append(entry.Sections.GetValueOrDefault(section.Ordinal, "—"));
            if (only is null && files?[row.ObligationId].ToList() is { Count: > 0 } own)
                text.Append('\n').Append(EvidenceTexts.Line(own, language));
        }
        return text.ToString();
    }

    public static string ReportHeading(string unit, ReportingPeriod period, int reported, int total, Language language) => language.In(
        $"{unit} {PeriodNames.Of(period, language)}报送内容（共{total}项，已报{reported}项）", $"{unit}, {PeriodNames.Of(period, language)}: {reported} of {total} reported");

    /// <summary>Said under the list of tasks when the whole would be too long for one turn.</summary>
    public static string WhetherReturned(bool isReturned, Language language) => isReturned ? language.In("是的，已退回，等对方重报。", "Yes, it was returned, and they have not sent it again yet.") : language.In("没有退回。", "No, nothing is returned at the moment.");

    public static string TooLong(Language language) => language.In("内容较长，请选择要看的任务：", "The report is long; please choose a task:");

    public static ReplyButton ReadTask(string unit, int ordinal, Language language) =>
        new(TaskNames.Ordinal(ordinal, language), language.In($"看看{unit}第{Numerals.Chinese(ordinal)}项的报告", $"Show the report of {unit} task {ordinal}"));

    public static ReplyButton Read(string unit, Language language) => new(language.In("看报告", "Read"), language.In($"看看{unit}的报告", $"Show the report of {unit}"));

    public static ReplyButton Status(string unit, Language language) => new(language.In("报送情况", "Status"), language.In($"{unit}报了吗", $"Has {unit} reported?"));

    public static ReplyButton Urge(string unit, Language language) => new(language.In("催办", "Urge"), UrgeTexts.Words(unit, language));

    public static Reply Unknown(string words, Language language) => new(words.Length == 0
        ? language.In("请问是哪个单位？请告诉我单位名称。", "Which unit do you mean? Please give its name.")
        : language.In($"本计划中没有“{words}”这个单位，请核对名称。", $"There is no unit \"{words}\" in this plan; please check the name."));

    /// <param name="ask">What a candidate's button says for it; null for its name alone, which goes on with the question asked.</param>
    public static Reply WhichOne(string words, IReadOnlyList<Unit> candidates, Language language, Func<string, Language, string>? ask = null) => new(language.In(
        $"“{words}”可能指以下单位，请问是哪一个？\n{string.Join('\n', candidates.Select(unit => unit.Name))}",
        $"\"{words}\" may be any of these. Which one?\n{string.Join('\n', candidates.Select(unit => unit.Name))}"))
    {
        Buttons = [.. candidates.Take(6).Select(unit => new ReplyButton(unit.Name, ask?.Invoke(unit.Name, language) ?? unit.Name))],
    };

    public static string OwesNothing(string unit, ReportingPeriod period, Language language) =>
        language.In($"{unit}在{PeriodNames.Of(period, language)}没有应报事项。", $"{unit} owes nothing for {PeriodNames.Of(period, language)}.");

    public static string NoSuchTask(string unit, int ordinal, int total, Language language) =>
        language.In($"{unit}没有第{Numerals.Chinese(ordinal)}项，共{total}项。", $"{unit} has no task {ordinal}; there are {total}.");

    /// <summary>Who has read the latest reminder, by name.</summary>
    public static string Seen(IReadOnlyList<SeenRow> readers, TimeZoneInfo zone, Language language) => language.In("最近一次提醒已读：", "The latest reminder was read by ")
        + string.Join(language.In("、", ", "), readers.Select(reader => language.In($"{reader.PersonName}（{Days.Moment(reader.SeenAt, zone)}）", $"{reader.PersonName} ({Days.Moment(reader.SeenAt, zone)})")))
        + language.In("。", ".");

    /// <summary>Several units' figures in one line, in the order named.</summary>
    public static string SideBySide(ReportingPeriod period, IReadOnlyList<UnitTally> units, Language language) => language.In(
        $"{PeriodNames.Of(period, language)}：{string.Join("，", units.Select(unit => $"{unit.UnitName}已报{unit.Reported}项（共{unit.Owed}项）"))}。",
        $"{PeriodNames.Of(period, language)}: {string.Join(", ", units.Select(unit => $"{unit.UnitName} {unit.Reported} of {unit.Owed}"))}.");

    /// <summary>Which of the reports say that there is nothing new; no judgement of the others.</summary>
    /// <param name="nil">The unit's tasks with a nil report, by number.</param>
    public static string WhetherNil(int filed, IReadOnlyList<int> nil, Language language)
    {
        if (nil.Count == 0)
            return language.In("报来的都有内容，没有零报告；写得实不实，请看原文判断。", "None of them is a nil report; how much they say is for you to judge.");
        var named = string.Join(language.In("、", ", "), nil.Select(task => TaskNames.Ordinal(task, language)));
        return nil.Count == filed
            ? language.In($"报来的{filed}项全部是零报告（本季度无新进展）。", filed == 1 ? "It is a nil report (no new progress)." : $"All {filed} of them are nil reports (no new progress).")
            : language.In($"其中{nil.Count}项是零报告（本季度无新进展）：{named}；其余有内容。", $"{nil.Count} of them {(nil.Count == 1 ? "is a nil report" : "are nil reports")} (no new progress): {named}; the others say something.");
    }

    /// <summary>What the unit has asked for and nobody has decided.</summary>
    public static string Waiting(string unit, IReadOnlyList<(RequestKind Kind, int Number)> open, Language language) => open.Count == 0
        ? language.In($"{unit}没有待处理的延期申请或分工异议。", $"{unit} has no request for more time and no objection waiting.")
        : language.In(
            $"{unit}有待处理的{string.Join("、", open.Select(request => $"{RequestTexts.Name(request.Kind, language)}（编号{request.Number}）"))}。",
            $"{unit} has waiting: {string.Join(", ", open.Select(request => $"{RequestTexts.Name(request.Kind, language)} ({request.Number})"))}.");
}
