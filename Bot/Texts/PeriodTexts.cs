using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>How many of a unit's tasks are meant, of how many.</summary>
public sealed record UnitCount(string UnitName, int Count, int Of)
{
    /// <summary>When the last of them came in; null where that was not asked for.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>How late the latest of them came, in days and in working days; null where that was not asked for.</summary>
    public (int Days, int WorkingDays)? LateBy { get; init; }
}

/// <summary>A period's figures, all counted from the ledger.</summary>
/// <param name="Reported">In time or late; <paramref name="Late"/> of them late.</param>
/// <param name="UnitsDone">Units that have nothing open.</param>
public sealed record PeriodFigures(int Total, int Reported, int Late, int Overdue, int Waived, int Units, int UnitsDone)
{
    public int Open => Total - Waived - Reported;
}

/// <summary>Answers about all units of a period.</summary>
public static class PeriodTexts
{
    /// <summary>2020年第一季度（截止日期：2020-04-03，4月3日（周五））.</summary>
    public static string Heading(PlanPeriod period, TimeZoneInfo zone, Language language)
    {
        var due = Days.Due(period.DueOn, period.DueAt, period.IsProvisional, zone, language);
        return language.In($"{PeriodNames.Of(period.Period, language)}，截止日期：{due}", $"{PeriodNames.Of(period.Period, language)}, due {due}");
    }

    /// <summary>谁逾期了.</summary>
    /// <param name="earlier">What earlier periods still lack: counted, not named.</param>
    public static UnitList Overdue(string heading, bool isDue, IReadOnlyList<UnitCount> overdue, int open, int openUnits, (int Units, int Obligations) earlier, int page, Language language)
    {
        var lead = overdue.Count > 0
            ? language.In($"逾期未报的有{overdue.Count}个单位、{overdue.Sum(unit => unit.Count)}项：", $"{Units(overdue.Count)} overdue, {Tasks(overdue.Sum(unit => unit.Count))}:")
            : isDue || open == 0
                ? language.In(open == 0 ? "没有逾期的单位，已全部报齐。" : "没有逾期的单位。", open == 0 ? "Nobody is overdue; everything is in." : "Nobody is overdue.")
                : language.In($"目前还没有逾期的单位。尚未报齐的有{openUnits}个单位、{open}项。", $"Nobody is overdue yet. {Units(openUnits)} still {(openUnits == 1 ? "has" : "have")} to report, {Tasks(open)}.");
        var besides = earlier.Obligations > 0
            ? language.In($"另外，以前各期还有{earlier.Units}个单位的{earlier.Obligations}项没有报。", $"Besides, earlier periods still lack {Tasks(earlier.Obligations)} of {Units(earlier.Units)}.")
            : null;
        return UnitList.Of(heading, lead, overdue, page, language) with { Besides = besides };
    }

    /// <summary>还有谁没报.</summary>
    /// <param name="isNothing">Only those that have reported nothing at all were asked for.</param>
    public static UnitList Missing(string heading, bool hasBegun, bool isDue, IReadOnlyList<UnitCount> open, bool isNothing, int page, Language language)
    {
        if (open.Count == 0 && isNothing)
            return new(heading, language.In("没有一项都没报的单位。", "Every unit has reported something."), []);
        if (open.Count == 0)
            return new(heading, language.In("已全部报齐，没有未报的单位。", "Everything is in; nobody is missing."), []);
        var count = open.Sum(unit => unit.Count);
        var note = (hasBegun, isDue) switch
        {
            (false, _) => language.In("本期尚未开始催报，也没有到期的事项。", " Collection has not begun and nothing is due yet."),
            (_, false) => language.In("尚未到期。", " Nothing is due yet."),
            _ => "",
        };
        var lead = isNothing
            ? language.In($"{note}一项都没有报的有{open.Count}个单位、{count}项：", $"{Units(open.Count)} {(open.Count == 1 ? "has" : "have")} not reported anything, {Tasks(count)}.{note}")
            : language.In($"{note}还有{open.Count}个单位、{count}项没有报：", $"{Units(open.Count)} {(open.Count == 1 ? "has" : "have")} not reported, {Tasks(count)}.{note}");
        return UnitList.Of(heading, lead, open, page, language);
    }

    /// <summary>谁报了.</summary>
    public static string Reported(string heading, ReportedShare share, IReadOnlyList<UnitCount> reported, int page, Language language)
    {
        if (reported.Count == 0)
            return heading + "\n" + share switch
            {
                ReportedShare.InTime => language.In("还没有单位按时报送。", "Nobody has reported in time."),
                ReportedShare.Late => language.In("没有逾期补报的单位。", "Nobody has reported late."),
                ReportedShare.Whole => language.In("还没有单位全部报齐。", "Nobody has reported everything."),
                ReportedShare.Accepted => language.In("还没有审核通过的。", "Nothing has been accepted yet."),
                ReportedShare.Waiting => language.In("没有等待审核的。", "Nothing is waiting to be reviewed."),
                ReportedShare.Part => language.In("没有只报了一部分的单位。", "Nobody has reported only part of it."),
                _ => language.In("目前还没有单位报送。", "Nobody has reported yet."),
            };
        var how = share switch
        {
            ReportedShare.InTime => language.In("按时报送", "reported in time"), ReportedShare.Late => language.In("逾期补报", "reported late"),
            ReportedShare.Accepted => language.In("的内容审核通过", "reports that are accepted"), ReportedShare.Waiting => language.In("报送后等待审核", "reports waiting to be reviewed"),
            ReportedShare.Whole => language.In("全部报齐", "reported everything"), ReportedShare.Part => language.In("只报了一部分", "reported part of it"),
            _ => language.In("报送", "reported"),
        };
        return UnitList.Of(heading, language.In($"已有{reported.Count}个单位{how}：", $"{Units(reported.Count)} {(reported.Count == 1 ? "has" : "have")} {how}:"), reported, page, language).TextIn(language);
    }

    /// <summary>昨天之前交的有谁.</summary>
    /// <param name="from">First day meant; null when there is none. So <paramref name="until"/>.</param>
    public static string ReportedOn(string heading, DateOnly? from, DateOnly? until, IReadOnlyList<UnitCount> reported, int page, Language language)
    {
        var when = (from, until) switch
        {
            ({ } first, { } last) when first == last => language.In(Days.Readable(first, language), $"on {Days.Readable(first, language)}"),
            (null, { } last) => language.In($"{Days.Readable(last, language)}及以前", $"up to and including {Days.Readable(last, language)}"),
            ({ } first, _) => language.In($"{Days.Readable(first, language)}及以后", $"on or after {Days.Readable(first, language)}"),
            _ => "",
        };
        return reported.Count == 0
            ? heading + "\n" + language.In($"{when}没有单位报送。", $"Nobody reported {when}.")
            : UnitList.Of(heading, language.In($"{when}报送的有{reported.Count}个单位：", $"{Units(reported.Count)} reported {when}:"), reported, page, language).TextIn(language);
    }

    /// <summary>交齐了吗: the answer first.</summary>
    public static UnitList AllIn(string heading, IReadOnlyList<UnitCount> open, int page, Language language) => open.Count == 0
        ? new(language.In("交齐了。", "Yes, everything is in. ") + heading, "", [])
        : UnitList.Of(
            language.In($"还没有交齐。{heading}", $"Not yet. {heading}"),
            language.In($"还差{open.Count}个单位、{open.Sum(unit => unit.Count)}项：", $"Still missing: {Units(open.Count)}, {Tasks(open.Sum(unit => unit.Count))}:"), open, page, language);

    /// <summary>How many have not reported, and nothing else.</summary>
    public static string JustTheNumber(int units, int allUnits, int tasks, int allTasks, int overdueUnits, int overdue, bool isDue, Language language) => tasks == 0
        ? language.In("已全部报齐。", "Everything is in.")
        : language.In(
            $"还有{units}个单位（共{allUnits}个）、{tasks}项（共{allTasks}项）没有报，{(overdue == 0 ? isDue ? "都没有逾期（已延期）" : "尚未到期" : overdue == tasks ? "均已逾期" : $"其中逾期{overdueUnits}个单位、{overdue}项")}。",
            $"{units} of {Units(allUnits)} have not reported, {tasks} of {Tasks(allTasks)}; {(overdue == 0 ? isDue ? "none is overdue (extended)" : "nothing is due yet" : overdue == tasks ? "all of it overdue" : $"{overdue} of it overdue, of {Units(overdueUnits)}")}.");

    /// <summary>The figures of a period in one sentence.</summary>
    public static string InOneSentence(ReportingPeriod period, PeriodFigures figures, string due, Language language)
    {
        var owed = figures.Total - figures.Waived;
        return language.In(
            $"{PeriodNames.Of(period, language)}：{figures.Units}个单位应报{owed}项，已报{figures.Reported}项（{Percent(figures.Reported, owed)}），报齐{figures.UnitsDone}个单位，逾期未报{figures.Overdue}项；截止日期{due}。",
            $"{PeriodNames.Of(period, language)}: {figures.Reported} of {Tasks(owed)} reported ({Percent(figures.Reported, owed)}), {figures.UnitsDone} of {Units(figures.Units)} complete, {figures.Overdue} overdue; due {due}.");
    }

    /// <summary>The units in three groups: complete, in part, nothing.</summary>
    public static string InGroups(string heading, IReadOnlyList<UnitTally> units, Language language)
    {
        var groups = new (string Name, List<UnitTally> Units)[]
        {
            (language.In("已报齐", "Complete"), [.. units.Where(unit => unit.Open == 0)]),
            (language.In("报了一部分", "In part"), [.. units.Where(unit => unit is { Open: > 0, Reported: > 0 })]),
            (language.In("一项未报", "Nothing yet"), [.. units.Where(unit => unit is { Open: > 0, Reported: 0 })]),
        };
        return string.Join('\n', groups.Select(group => language.In(
            $"{group.Name}{group.Units.Count}个{(group.Units.Count > 0 ? "：" : "")}{string.Join("、", group.Units.Take(UnitList.PageSize).Select(InGroup))}{(group.Units.Count > UnitList.PageSize ? "等" : "")}",
            $"{group.Name}: {group.Units.Count}{(group.Units.Count > 0 ? " (" : "")}{string.Join(", ", group.Units.Take(UnitList.PageSize).Select(InGroup))}{(group.Units.Count > UnitList.PageSize ? ", ..." : "")}{(group.Units.Count > 0 ? ")" : "")}")).Prepend(heading));

        string InGroup(UnitTally unit) => unit is { Open: > 0, Reported: > 0 } ? language.In($"{unit.UnitName}（还差{unit.Open}项）", $"{unit.UnitName}, {unit.Open} open") : unit.UnitName;
    }

    /// <summary>How the period stands in a few sentences, to be passed on as they are.</summary>
    public static string Brief(IReadOnlyList<UnitTally> units, PlanPeriod period, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var (done, open) = (units.Where(unit => unit.Open == 0).ToList(), units.Where(unit => unit.Open > 0).ToList());
        var lines = new List<string> { ExportTexts.Standing(units, period, now, zone, language) };
        if (open.Count == 0)
            lines.Add(language.In($"{units.Count}个单位已全部报齐。", $"All {Units(units.Count)} are complete."));
        else
            lines.Add(language.In($"{units.Count}个单位中，{Those(done, language, "已报齐")}{Those(open, language, now >= period.DueAt ? "尚未报齐，已过截止日期" : "尚未报齐").TrimEnd('；')}。", $"Of {Units(units.Count)}, {Those(done, language, "complete")}{Those(open, language, now >= period.DueAt ? "not complete after the due date" : "not complete yet").TrimEnd(' ', ';')}."));
        return string.Join('\n', lines);
    }

    /// <summary>Few are named, more are counted.</summary>
    private static string Those(List<UnitTally> units, Language language, string state) => units.Count switch
    {
        0 => "",
        <= 4 => language.In($"{string.Join("、", units.Select(unit => unit.UnitName))}{state}；", $"{state}: {string.Join(", ", units.Select(unit => unit.UnitName))}; "),
        _ => language.In($"{units.Count}个{state}；", $"{state}: {units.Count}; "),
    };

    /// <summary>Units of which the same is true in each of several periods.</summary>
    public static UnitList InEach(IReadOnlyList<ReportingPeriod> periods, SharedState state, IReadOnlyList<UnitCount> units, int page, Language language)
    {
        var heading = string.Join(language.In("、", " and "), periods.Select(period => PeriodNames.Of(period, language)));
        var (chinese, english) = state switch
        {
            SharedState.Overdue => ("各期都有逾期的", "overdue in each of them"), SharedState.Reported => ("各期都已报齐的", "complete in each of them"),
            SharedState.Open => ("各期都没有报齐的", "incomplete in each of them"), _ => ("各期都一项没报的", "with nothing reported in any of them"),
        };
        return units.Count == 0
            ? new(heading, language.In($"没有{chinese}单位。", $"No unit is {english}."), [])
            : UnitList.Of(heading, language.In($"{chinese}有{units.Count}个单位：", $"{Units(units.Count)} {english}:"), units, page, language);
    }

    /// <summary>是不是系统坏了: what the figures rest on.</summary>
    public static string AsRecorded(bool isNothing, Language language) => isNothing
        ? language.In("数字直接取自台账：到现在确实没有任何单位报送，不是统计出错。提醒是否送到，可以问“发过几轮提醒”或“谁联系不上”。", "The figures are the ledger's own: so far no unit has filed anything; it is no slip of the count. Whether the reminders arrived: ask \"what was sent\" or \"who cannot be reached\".")
        : language.In("数字直接取自台账，已报的都算在内。想核对某个单位，请说它的名字。", "The figures are the ledger's own and count everything that was filed. To check a unit, name it.");

    /// <summary>报送率, with the counts behind it.</summary>
    public static string Rate(string heading, PeriodFigures figures, Language language)
    {
        var owed = figures.Total - figures.Waived;
        var lines = new List<string>
        {
            heading,
            language.In($"报送率{Percent(figures.Reported, owed)}：应报{owed}项，已报{figures.Reported}项，未报{figures.Open}项。", $"Reported: {Percent(figures.Reported, owed)} ({figures.Reported} of {Tasks(owed)}, {figures.Open} open)."),
            language.In($"按时报送{figures.Reported - figures.Late}项（{Percent(figures.Reported - figures.Late, owed)}），逾期补报{figures.Late}项，逾期未报{figures.Overdue}项。", $"In time: {figures.Reported - figures.Late} ({Percent(figures.Reported - figures.Late, owed)}), late: {figures.Late}, overdue: {figures.Overdue}."),
            language.In($"{figures.Units}个单位中，已报齐{figures.UnitsDone}个（{Percent(figures.UnitsDone, figures.Units)}）。", $"{figures.UnitsDone} of {Units(figures.Units)} complete ({Percent(figures.UnitsDone, figures.Units)})."),
        };
        if (figures.Waived > 0)
            lines.Add(language.In($"另有免报{figures.Waived}项。", $"Waived: {figures.Waived}."));
        return string.Join('\n', lines);
    }

    /// <summary>The figures in units instead of tasks.</summary>
    public static string RateByUnit(string heading, IReadOnlyList<UnitTally> units, Language language)
    {
        var (whole, part, nothing) = (units.Count(unit => unit is { Open: 0, Reported: > 0 }), units.Count(unit => unit is { Open: > 0, Reported: > 0 }), units.Count(unit => unit is { Open: > 0, Reported: 0 }));
        var (late, waived) = (units.Count(unit => unit.Late > 0), units.Count(unit => unit is { Open: 0, Reported: 0 }));
        return heading + "\n" + language.In(
            $"按单位说：{units.Count}个单位中，已报齐{whole}个（{Percent(whole, units.Count)}），报了一部分{part}个，一项未报{nothing}个{(waived > 0 ? $"，全部免报{waived}个" : "")}。报了的{whole + part}个单位中，有逾期补报的{late}个，都按时的{whole + part - late}个。",
            $"By unit: of {Units(units.Count)}, {whole} complete ({Percent(whole, units.Count)}), {part} in part, {nothing} with nothing yet{(waived > 0 ? $", {waived} waived" : "")}. Of the {whole + part} that have reported, {late} did so late, {whole + part - late} in time.");
    }

    /// <summary>Units that reported a period earlier and nothing since.</summary>
    public static UnitList DroppedOut(ReportingPeriod before, string heading, IReadOnlyList<UnitCount> gone, bool isDue, int page, Language language) => gone.Count == 0
        ? new(heading, language.In($"{PeriodNames.Of(before, language)}报过的单位，这一期都已有报送。", $"Every unit that reported for {PeriodNames.Of(before, language)} has reported again."), [])
        : UnitList.Of(heading, language.In(
            $"{PeriodNames.Of(before, language)}报过、这一期一项都没报的有{gone.Count}个单位{(isDue ? "（已逾期）" : "")}：", $"{Units(gone.Count)} reported for {PeriodNames.Of(before, language)} and nothing since{(isDue ? ", overdue" : "")}:"), gone, page, language);

    /// <summary>A period that is not opened yet, or that the plan does not have.</summary>
    /// <summary>Of a year before the plan's first period.</summary>
    /// <param name="plan">Its title, where there are several; null otherwise.</param>
    public static string NothingOfYear(int year, string? plan, string? issued, ReportingPeriod first, Language language) => language.In(
        $"{(plan is null ? "本计划" : $"《{plan}》")}没有{year}年的报告期{(issued is { } day ? $"（通知成文于{day}）" : "")}，首期是{PeriodNames.Of(first, language)}，此前没有收集过材料。",
        $"{plan ?? "This plan"} has no period of {year}{(issued is { } on ? $" (its notice is of {on})" : "")}: its first is {PeriodNames.Of(first, language)}, and nothing was collected before.");

    /// <summary>Which period 下季度 is taken for.</summary>
    public static string NextIs(ReportingPeriod next, ReportingPeriod inQuestion, Language language) => language.In(
        $"（“下一期”指{PeriodNames.Of(next, language)}，{Days.Readable(next.FirstDay, language)}至{Days.Readable(next.LastDay, language)}，即目前收集的{PeriodNames.Of(inQuestion, language)}之后的一期。）",
        $"(The next one is taken for {PeriodNames.Of(next, language)}, {Days.Readable(next.FirstDay, language)} to {Days.Readable(next.LastDay, language)}: the one after {PeriodNames.Of(inQuestion, language)}, which is being collected.)");

    public static string NotOpen(ReportingPeriod period, string? due, Language language) => due is null
        ? language.In($"{PeriodNames.Of(period, language)}不在本计划的报告期内。", $"{PeriodNames.Of(period, language)} is not a reporting period of this plan.")
        : language.In($"{PeriodNames.Of(period, language)}还没有开始，截止日期：{due}，目前没有应报事项。", $"{PeriodNames.Of(period, language)} has not begun; it will be due {due}. Nothing is owed yet.");

    internal static string UnitsCounted(int count, Language language) => language.In($"{count}个单位", Units(count));

    internal static string Units(int count) => ReminderTexts.Plural(count, "unit");

    internal static string Tasks(int count) => ReminderTexts.Plural(count, "task");

    /// <summary>97.1%, or a dash where nothing is owed.</summary>
    internal static string Percent(int part, int whole) =>
        whole == 0 ? "—" : ((double)part / whole).ToString(part == whole ? "0%" : "0.0%", CultureInfo.InvariantCulture);
}

/// <summary>What is true of a unit in each of several periods.</summary>
public enum SharedState
{
    /// <summary>Not one of its tasks is reported.</summary>
    Nothing = 1,

    /// <summary>Something is open.</summary>
    Open = 2,
    Overdue = 3,

    /// <summary>All that it owes.</summary>
    Reported = 4,
}

/// <summary>Which of the units that have reported.</summary>
public enum ReportedShare
{
    All = 1,
    InTime = 2,
    Late = 3,

    /// <summary>All that they owe.</summary>
    Whole = 4,

    /// <summary>Something, but not all.</summary>
    Part = 5,

    /// <summary>The office has accepted it.</summary>
    Accepted = 6,

    /// <summary>The office has not accepted it yet.</summary>
    Waiting = 7,
}
