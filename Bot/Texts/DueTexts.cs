using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>几号交: the date first, then how it came about.</summary>
public static class DueTexts
{
    public static string Due(ReportingPeriod period, string due, DueDateExplanation? why, DateOnly dueOn, DateOnly today, Language language)
    {
        var days = dueOn.DayNumber - today.DayNumber;
        var left = days switch
        {
            0 => language.In("，就是今天", ", which is today"),
            > 0 and <= 31 => language.In($"，还有{days}天", days == 1 ? ", tomorrow" : $", in {days} days"),
            < 0 => language.In("，已过", ", which has passed"),
            _ => "",
        };
        var text = language.In($"{PeriodNames.Of(period, language)}的截止日期：{due}{left}。", $"{PeriodNames.Of(period, language)} is due {due}{left}.");
        if (why is null)
            return text;
        var explained = DueDateTexts.Explain(why, language).TrimEnd('.');
        return $"{text}\n{char.ToUpperInvariant(explained[0])}{explained[1..]}{language.In("。", ".")}"; // 12 Oct. brings its own full stop
    }

    /// <param name="tasks">Own tasks whose due date was moved, e.g. by an extension.</param>
    public static string Exceptions(IEnumerable<(int Ordinal, DateOnly DueOn)> tasks, Language language) =>
        string.Join('\n', tasks.Select(task => language.In(
            $"其中{TaskNames.Ordinal(task.Ordinal, language)}的截止日期：{Days.Full(task.DueOn, language)}。", $"But {TaskNames.Ordinal(task.Ordinal, language)} is due {Days.Full(task.DueOn, language)}.")));

    /// <summary>One unit's task whose due date is its own.</summary>
    public static string OfOne(string unit, int ordinal, DateOnly dueOn, Language language) => language.In(
        $"{unit}{TaskNames.Ordinal(ordinal, language)}的截止日期：{Days.Full(dueOn, language)}。", $"{unit}, {TaskNames.Ordinal(ordinal, language)}, is due {Days.Full(dueOn, language)}.");

    public static string NothingInWeek(DateOnly monday, DateOnly sunday, Language language) => language.In(
        $"{Days.Readable(monday, language)}至{Days.Readable(sunday, language)}这一周没有到期的报送，下一个截止日期：", $"Nothing is due from {Days.Readable(monday, language)} to {Days.Readable(sunday, language)}. What is due next:");
}
