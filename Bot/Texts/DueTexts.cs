using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>几号交: the date first, then how it came about.</summary>
public static class DueTexts
{
    /// <summary>Before the dates of several periods: whether it is always the same.</summary>
    public static string EveryPeriod(Language language) => language.In("不是固定的某一天，各期按同一条规则推算：", "Not the same date: each period follows the same rule.");

    /// <summary>今年总共要报几次.</summary>
    public static string TimesAYear(int year, int count, Language language) => language.In($"{year}年共报{count}次：", count == 1 ? $"Once in {year}:" : $"{count} times in {year}:");

    /// <summary>How often is to be reported; blank where it is only once.</summary>
    public static string HowOften(Frequency frequency, Language language) => frequency switch
    {
        Frequency.Weekly => language.In("每周报一次。", "Every week. "), Frequency.TenDay => language.In("每旬报一次。", "Every ten days. "), Frequency.Monthly => language.In("每月报一次。", "Every month. "),
        Frequency.Quarterly => language.In("每季度报一次。", "Every quarter. "), Frequency.HalfYearly => language.In("每半年报一次。", "Every half-year. "), Frequency.Yearly => language.In("每年报一次。", "Every year. "), _ => "",
    };

    /// <summary>Until when on the due day.</summary>
    public static string WholeDay(Language language) => language.In("截止日期当天24点之前报送都算按时，不限于下班前；之后仍可补报，记为逾期补报。", "The whole of that day counts, until midnight; after that you can still report, recorded as late.");

    /// <param name="at">When the last of them came, by the plan's clock.</param>
    public static string FiledInTime(IReadOnlyList<int> tasks, bool isInTime, DateTimeOffset at, Language language)
    {
        var names = string.Join(language.In("、", ", "), tasks.Select(task => TaskNames.Ordinal(task, language)));
        return language.In($"{names}已于{at:yyyy-MM-dd HH:mm}报送，{(isInTime ? "算按时" : "记为逾期")}。", $"Filed at {at:yyyy-MM-dd HH:mm}: {names}, {(isInTime ? "in time" : "recorded as late")}.");
    }

    public static string Due(ReportingPeriod period, string due, DueDateExplanation? why, DateOnly dueOn, DateOnly today, int? workingDays, Language language)
    {
        var left = Left(dueOn, today, language) + WorkingDays(workingDays, language);
        var text = language.In($"{PeriodNames.Of(period, language)}的截止日期：{due}{left}。", $"{PeriodNames.Of(period, language)} is due {due}{left}.");
        if (why is null)
            return text;
        var explained = DueDateTexts.Explain(why, language).TrimEnd('.');
        return $"{text}\n{char.ToUpperInvariant(explained[0])}{explained[1..]}{language.In("。", ".")}"; // 12 Oct. brings its own full stop
    }

    /// <summary>So many are left, today among them; nothing where that is not known, or says no more than the days do.</summary>
    private static string WorkingDays(int? days, Language language) => days switch
    {
        null => "",
        1 => language.In("（含今天在内1个工作日）", " (1 working day, today included)"),
        _ => language.In($"（含今天在内{days}个工作日）", $" ({days} working days, today included)"),
    };

    /// <summary>When one unit is due, where that is not the period's own day.</summary>
    /// <param name="days">By day, the numbers of the tasks that are due then, rising; one day where all of them are.</param>
    /// <param name="regular">The period's own due day.</param>
    public static string OfUnit(string unit, ReportingPeriod period, IReadOnlyList<(DateOnly DueOn, IReadOnlyList<int> Tasks)> days, DateOnly regular, DateOnly today, Language language)
    {
        var name = PeriodNames.Of(period, language);
        var lines = days is [var (only, _)]
            ? [language.In($"{unit}{name}的截止日期：{Days.Full(only, language)}{Left(only, today, language)}。", $"{unit} is due {Days.Full(only, language)}{Left(only, today, language)} for {name}.")]
            : days.Select(day => language.In(
                $"{unit}{name}{string.Join("、", day.Tasks.Select(task => TaskNames.Ordinal(task, language)))}的截止日期：{Days.Full(day.DueOn, language)}{Left(day.DueOn, today, language)}。",
                $"{unit}, {string.Join(", ", day.Tasks.Select(task => TaskNames.Ordinal(task, language)))} for {name}: due {Days.Full(day.DueOn, language)}{Left(day.DueOn, today, language)}.")).ToList();
        lines.Add(language.In($"原定的截止日期是{Days.Full(regular, language)}，此后经延期或退回作了调整。", $"The period's own date is {Days.Full(regular, language)}; it was moved for this unit by an extension or a return."));
        return string.Join('\n', lines);
    }

    /// <summary>A unit that is due on the period's own day.</summary>
    public static string Regular(string unit, ReportingPeriod period, DateOnly dueOn, DateOnly today, Language language) => language.In(
        $"{unit}{PeriodNames.Of(period, language)}的截止日期：{Days.Full(dueOn, language)}{Left(dueOn, today, language)}。", $"{unit} is due {Days.Full(dueOn, language)}{Left(dueOn, today, language)} for {PeriodNames.Of(period, language)}.");

    /// <summary>What a period due in the week asked about still lacks.</summary>
    public static string StillOpen(int units, int tasks, Language language) => units == 0
        ? language.In("已全部报齐。", "All of it is in.")
        : language.In($"目前还有{units}个单位、{tasks}项没有报。", $"Still open: {tasks} {(tasks == 1 ? "report" : "reports")} of {units} {(units == 1 ? "unit" : "units")}.");

    /// <summary>Whether anything has come in for a period.</summary>
    public static string InAlready(ReportingPeriod period, int reported, int owed, IReadOnlyList<string> units, Language language) => reported == 0
        ? language.In($"{PeriodNames.Of(period, language)}还没有单位报送{(owed > 0 ? $"（0/{owed}项）" : "，报送尚未开始")}。", $"Nobody has reported for {PeriodNames.Of(period, language)} yet{(owed > 0 ? $" (0 of {owed})" : "; it has not begun")}.")
        : language.In($"{PeriodNames.Of(period, language)}已报{reported}项（共{owed}项）：{string.Join("、", units)}。", $"{reported} of {owed} are in for {PeriodNames.Of(period, language)}: {string.Join(", ", units)}.");

    internal static string Left(DateOnly dueOn, DateOnly today, Language language) => (dueOn.DayNumber - today.DayNumber) switch
    {
        0 => language.In("，就是今天", ", which is today"),
        1 => language.In("，还有1天", ", tomorrow"),
        > 0 and <= 31 and var days => language.In($"，还有{days}天", $", in {days} days"),
        < 0 => language.In("，已过", ", which has passed"),
        _ => "",
    };

    /// <param name="tasks">Own tasks whose due date was moved, e.g. by an extension.</param>
    public static string Exceptions(IEnumerable<(int Ordinal, DateOnly DueOn)> tasks, Language language) =>
        string.Join('\n', tasks.Select(task => language.In(
            $"其中{TaskNames.Ordinal(task.Ordinal, language)}的截止日期：{Days.Full(task.DueOn, language)}。", $"But {TaskNames.Ordinal(task.Ordinal, language)} is due {Days.Full(task.DueOn, language)}.")));

    /// <summary>One unit's task whose due date is its own.</summary>
    public static string OfOne(string unit, int ordinal, DateOnly dueOn, Language language) => language.In(
        $"{unit}{TaskNames.Ordinal(ordinal, language)}的截止日期：{Days.Full(dueOn, language)}。", $"{unit}, {TaskNames.Ordinal(ordinal, language)}, is due {Days.Full(dueOn, language)}.");

    public static string NothingInWeek(DateOnly monday, DateOnly sunday, Language language) => language.In(
        $"{Days.Readable(monday, language)}至{Days.Readable(sunday, language)}这一周没有到期的报送，下一个截止日期：", $"Nothing is due from {Days.Readable(monday, language)} to {Days.Readable(sunday, language)}. What is due next:");

    private static readonly ChineseDates Chinese = new(WithYear: false);
    private static readonly EnglishDates English = new(WithYear: false);

    /// <summary>The letter that a new holiday list brings.</summary>
    public static Reply Moved(MovedLetter letter, Language language)
    {
        var period = ReportingPeriod.TryParse(letter.Period, out var key) ? PeriodNames.Of(key, language) : letter.Period;
        var why = language.In(
            string.Join('；', letter.Holidays.Select(holiday => $"{Chinese.Span(holiday)}{holiday.Name}放假").Concat(letter.WorkedWeekends.Select(day => $"{Chinese.Weekday(day)}上班"))),
            string.Join("; ", letter.Holidays.Select(holiday => $"{English.Span(holiday)} holiday ({EnglishDates.Holiday(holiday.Name)})").Concat(letter.WorkedWeekends.Select(day => $"{English.Weekday(day)} worked"))));
        var provisional = letter.IsProvisional ? language.In("（暂定）", " (provisional)") : "";
        return new(language.In(
            $"按新的放假安排，《{letter.Plan}》{period}的截止日期由{Days.Full(letter.OldDueOn, language)}改为{Days.Full(letter.NewDueOn, language)}{provisional}。{(why.Length == 0 ? "" : $"{why}。")}还没发的提醒随之改期，已经发过的不再重发。",
            $"With the new holiday list, {period} of {letter.Plan} is due on {Days.Full(letter.NewDueOn, language)}{provisional} instead of {Days.Full(letter.OldDueOn, language)}. {(why.Length == 0 ? "" : $"{why}. ")}Reminders still to come move with it; none is sent again."))
        {
            Buttons = [Buttons.MyTasks(language)],
        };
    }
}
