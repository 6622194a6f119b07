using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What PlanBot costs people: messages, minutes, questions put twice. Units stand in the notice's order, and are never ranked.</summary>
public static class BurdenTexts
{
    public const int PageSize = 20;

    public static string Of(ReportingPeriod period, IReadOnlyList<UnitBurden> units, int page, Language language)
    {
        var lines = new List<string> { Summary(period, BurdenFigures.Of(units), language) };
        var shown = units.Skip(page * PageSize).Take(PageSize).ToList();
        if (shown.Count > 0)
            lines.Add(language.In("各单位（按通知顺序，不作排名）：", "By unit, in the notice's order, not ranked:"));
        lines.AddRange(shown.Select(unit => Unit(unit, language)));
        if (units.Count > (page + 1) * PageSize)
            lines.Add(language.In($"共{units.Count}个单位，回复“下一页”继续。", $"{units.Count} units in all; say \"more\" for the rest."));
        return string.Join('\n', lines);
    }

    /// <summary>One paragraph, for the chat and for the export.</summary>
    public static string Summary(ReportingPeriod period, BurdenFigures all, Language language)
    {
        var name = PeriodNames.Of(period, language);
        if (all.Messages == 0 && all.Reports == 0)
            return language.In($"{name}还没有打扰过大家：没有发出消息，也没有在线填报。", $"Nobody has been bothered about {name} yet: no message was sent, and nothing was reported online.");
        var sent = language.In(
            $"{name}共发出消息{all.Messages}条（提醒{all.Reminders}条、催办{all.Urgings}条、通知和办理结果{all.Letters}条），收到的有{all.People}人，平均每人{Rounded((double)all.Messages / Math.Max(1, all.People))}条，最多的一人{all.Most}条。",
            $"For {name}, {all.Messages} messages went out ({all.Reminders} reminders, {all.Urgings} urgings, {all.Letters} letters and notices) to {all.People} people: {Rounded((double)all.Messages / Math.Max(1, all.People))} each on average, {all.Most} at most.");
        return sent + (all.Reports == 0
            ? language.In("还没有在线填报的用时记录。", " No report has been timed yet.")
            : language.In(
                $"在线填报{all.Reports}次，一半在{Within(all.MedianMinutes!.Value)}分钟内完成，九成在{Within(all.Nine!.Value)}分钟内；途中提问{all.Questions}个，其中重复问{all.Repeated}个。",
                $" {all.Reports} reports were filed online, half of them within {Within(all.MedianMinutes!.Value)} minutes and nine of ten within {Within(all.Nine!.Value)}; {all.Questions} questions were put, {all.Repeated} of them twice."));
    }

    public static string Sheet(Language language) => language.In("负担", "Burden");

    public static IReadOnlyList<string> Columns(Language language) => language == Language.English
        ? ["Unit", "Reminders", "Urgings", "Letters and notices", "People", "Most for one person", "Reports", "Minutes (median)", "Questions", "Put twice"]
        : ["单位", "提醒", "催办", "通知和办理结果", "收到人数", "一人最多", "在线填报次数", "填报用时中位数（分钟）", "提问", "重复提问"];

    public static IReadOnlyList<string> Cells(UnitBurden unit) =>
    [
        unit.UnitName, Number(unit.Reminders), Number(unit.Urgings), Number(unit.Letters), Number(unit.People), Number(unit.Most), Number(unit.Minutes.Count),
        Median(unit) is { } median ? Rounded(median) : "", Number(unit.Questions), Number(unit.Repeated),
    ];

    /// <summary>Nothing is done within 0 minutes.</summary>
    private static string Within(double minutes) => Rounded(Math.Max(1, minutes));

    public static double? Median(UnitBurden unit) => BurdenFigures.Share([.. unit.Minutes.Order()], 0.5);

    private static string Unit(UnitBurden unit, Language language)
    {
        var cost = Median(unit) is { } median
            ? language.In($"，填报{unit.Minutes.Count}次、{(median < 1 ? "不到1" : "约" + Rounded(median))}分钟{(unit.Repeated > 0 ? $"，重复问{unit.Repeated}次" : "")}", $", {unit.Minutes.Count} filed in {(median < 1 ? "less than a minute" : $"about {Rounded(median)} minutes")}{(unit.Repeated > 0 ? $", {unit.Repeated} asked twice" : "")}")
            : "";
        return language.In($"{unit.UnitName}：{unit.People}人收到{unit.Messages}条{cost}", $"{unit.UnitName}: {unit.Messages} to {unit.People}{cost}");
    }

    private static string Rounded(double value) => value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
