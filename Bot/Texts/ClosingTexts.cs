using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>A period that is closed by hand.</summary>
public static class ClosingTexts
{
    /// <param name="due">The due day that is still to come; null when it is over.</param>
    public static Reply Preview(ReportingPeriod period, int units, int tasks, DateOnly? due, Language language)
    {
        var name = PeriodNames.Of(period, language);
        var open = tasks == 0
            ? language.In($"{name}已全部报齐。", $"Everything is in for {name}.")
            : language.In($"{name}还有{units}个单位、{tasks}项没有报。", $"{PeriodTexts.Units(units)} ({PeriodTexts.Tasks(tasks)}) have not reported for {name}.");
        var early = due is { } day ? language.In($"\n注意：截止日期{Days.Full(day, language)}还没有到。", $"\nMind that it is not due before {Days.Full(day, language)}.") : "";
        return ActTexts.Confirm(
            language.In(
                $"将关闭{name}的报告期：\n{open}{early}\n关闭之后，没报过的仍可补报（记为逾期补报），已报的要退回后才能改，这一期不再发提醒；关闭后不能再打开。",
                $"This will close the period {name}:\n{open}{early}\nAfterwards what was never reported can still be handed in, marked late; what was reported changes only when it is returned; no more reminders go out for it. A closed period cannot be opened again."),
            language);
    }

    public static Reply Closed(ReportingPeriod period, Language language) => new(language.In(
        $"好的，{PeriodNames.Of(period, language)}已关闭。没报过的仍可补报，记为逾期补报；已报的要退回后才能改。", $"Done: {PeriodNames.Of(period, language)} is closed. What is missing can still be handed in, marked late; what was reported changes only when it is returned."))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    public static Reply ClosedAlready(ReportingPeriod period, DateTimeOffset at, TimeZoneInfo zone, Language language) => new(language.In(
        $"{PeriodNames.Of(period, language)}已于{Days.Moment(at, zone)}关闭，不用再关。", $"{PeriodNames.Of(period, language)} has been closed since {Days.Moment(at, zone)}."));
}
