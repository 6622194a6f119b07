using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>One report that was given more time.</summary>
/// <param name="Reason">Blank where none was given.</param>
public sealed record ExtendedLine(string Unit, int Ordinal, DateOnly DueOn, string Reason);

/// <summary>Who was given more time.</summary>
public static class ExtendedTexts
{
    private const int Most = 20;

    /// <param name="waiting">Requests for more time that are not decided.</param>
    public static string List(ReportingPeriod period, DateOnly dueOn, IReadOnlyList<ExtendedLine> granted, int waiting, Language language)
    {
        var (name, due) = (PeriodNames.Of(period, language), Days.Full(dueOn, language));
        var lines = new List<string>
        {
            granted.Count == 0
                ? language.In($"{name}没有给哪个单位延期，截止日期都是{due}。", $"No extension has been granted for {name}: everybody is due {due}.")
                : language.In($"{name}（截止日期：{due}）已延期{granted.Select(one => one.Unit).Distinct().Count()}个单位、{granted.Count}项：", $"{name} (due {due}): {PeriodTexts.Tasks(granted.Count)} of {PeriodTexts.Units(granted.Select(one => one.Unit).Distinct().Count())} were given more time:"),
        };
        lines.AddRange(granted.GroupBy(one => (one.Unit, one.DueOn, one.Reason)).Take(Most).Select(one => language.In(
            $"{one.Key.Unit}{string.Join("、", one.Select(task => TaskNames.Ordinal(task.Ordinal, language)))}：延至{Days.Full(one.Key.DueOn, language)}{(one.Key.Reason.Length > 0 ? $"，理由：{one.Key.Reason}" : "")}",
            $"{one.Key.Unit}, {string.Join(", ", one.Select(task => TaskNames.Ordinal(task.Ordinal, language)))}: until {Days.Full(one.Key.DueOn, language)}{(one.Key.Reason.Length > 0 ? $", because: {one.Key.Reason}" : "")}")));
        if (waiting > 0)
            lines.Add(language.In($"另有{waiting}件延期申请待处理。", $"{waiting} {(waiting == 1 ? "request" : "requests")} for more time {(waiting == 1 ? "waits" : "wait")} to be decided."));
        return string.Join('\n', lines);
    }
}
