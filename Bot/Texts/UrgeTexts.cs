using System.Text;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <param name="Until">When the person may be urged again; null for those written to now.</param>
public sealed record UrgeLine(string Name, IReadOnlyList<UnitCount> Units, DateTimeOffset? Until);

/// <param name="Without">Units that have nobody to write to.</param>
public sealed record UrgeLines(IReadOnlyList<UrgeLine> Written, IReadOnlyList<UrgeLine> Cooling, IReadOnlyList<string> Without)
{
    /// <summary>Those of <see cref="Written"/> whom a reminder of the ladder has just reached, and when.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> JustReminded { get; init; } = [];

    /// <summary>When working hours begin again, for which it waits; null when it goes out at once.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }
}

/// <summary>Words of urging: who will be written to, who not and why.</summary>
public static class UrgeTexts
{
    /// <summary>People named one by one; beyond, they are only counted.</summary>
    private const int MostNamed = 20;

    /// <summary>What one of those who are urged will read.</summary>
    public static string Sample(string name, string text, Language language) => language.In($"以发给{name}的为例，内容是：\n{text}", $"{name}, for example, will read:\n{text}");

    /// <summary>Whom to urge could not be told from the words.</summary>
    public static Reply Whom(Language language) => new(language.In("请问要催哪个单位？要催全部没报的，请说“全部”。", "Whom shall I urge? Give the unit's name, or say \"all\" for everybody who has not reported."))
    {
        Buttons = [Buttons.Of(language, "全部", "All"), Buttons.Cancel(language)],
    };

    public static Reply Preview(UrgeLines lines, ReportingPeriod period, TimeZoneInfo zone, Language language)
    {
        var text = new StringBuilder(language.In(
            $"将就{PeriodNames.Of(period, language)}催办以下{lines.Written.Count}人，每人一条消息，列出其全部未报事项：",
            $"{People(lines.Written.Count)} will be written to about {PeriodNames.Of(period, language)}, one message each with all that is open:"));
        foreach (var line in lines.Written.Take(MostNamed))
            text.Append('\n').Append(Line(line, language));
        if (lines.Written.Count > MostNamed)
            text.Append('\n').Append(language.In($"……等共{lines.Written.Count}人", $"... {lines.Written.Count} in all"));
        AppendOthers(text, lines, zone, language);
        if (lines.JustReminded is { Count: > 0 } reminded)
            text.Append('\n').Append(JustReminded(reminded, lines.Written.Count, zone, language));
        if (lines.WaitsUntil is { } next)
            text.Append('\n').Append(Waits(next, zone, language));
        text.Append('\n').Append(language.In("确认发送吗？请回复“确认”或“取消”。", "Send it? Say \"confirm\" or \"cancel\"."));
        return new(text.ToString()) { Buttons = lines.WaitsUntil is null ? [Buttons.Confirm(language), Buttons.Cancel(language)] : [Buttons.Confirm(language), SendNow(language), Buttons.Cancel(language)] };
    }

    private static string JustReminded(IReadOnlyList<(string Name, DateTimeOffset At)> reminded, int all, TimeZoneInfo zone, Language language)
    {
        var at = Days.Moment(reminded.Max(one => one.At), zone);
        var who = reminded.Count == all ? "" : string.Join(language.In("、", ", "), reminded.Take(MostNamed).Select(one => one.Name));
        return language.In(
            $"请注意：{(who.Length == 0 ? reminded.Count == 1 ? "" : $"这{all}人" : $"其中{reminded.Count}人（{who}）")}刚在{at}收到自动提醒，现在再催就是又一条。",
            $"Note: {(who.Length == 0 ? all == 1 ? "this person has" : $"all {all} have" : $"{reminded.Count} of them ({who}) {(reminded.Count == 1 ? "has" : "have")}")} just had an automatic reminder at {at}; this would be one more.");
    }

    /// <summary>A preview that says besides who is left out at the coordinator's wish.</summary>
    public static Reply LeavingOut(Reply preview, IReadOnlyList<string> units, Language language) => units.Count == 0 || preview.Text.LastIndexOf('\n') is not (> 0 and var end) ? preview
        : preview with { Text = $"{preview.Text[..end]}\n{language.In($"按您说的不催：{string.Join("、", units)}。", $"Left out, as you said: {string.Join(", ", units)}.")}{preview.Text[end..]}" };

    /// <summary>With the coordinator's own words, as everybody will read them.</summary>
    public static Reply WithNote(Reply preview, string? note, Language language) => note is null || preview.Text.LastIndexOf('\n') is not (> 0 and var end) ? preview
        : preview with { Text = $"{preview.Text[..end]}\n{language.In($"消息里附上您的话：“{note}”", $"With your words: \"{note}\"")}{preview.Text[end..]}" };

    public static Reply Done(UrgeLines lines, TimeZoneInfo zone, Language language)
    {
        var text = new StringBuilder(lines.Written.Count == 0
            ? language.In("没有发出催办。", "Nobody was written to.")
            : lines.WaitsUntil is { } next
            ? language.In($"已安排好，{Days.Moment(next, zone)}催办{lines.Written.Count}人：{Names(lines, language)}。", $"Arranged: {People(lines.Written.Count)} will be urged at {Days.Moment(next, zone)}: {Names(lines, language)}.")
            : language.In($"已催办{lines.Written.Count}人：{Names(lines, language)}。", $"{People(lines.Written.Count)} urged: {Names(lines, language)}."));
        AppendOthers(text, lines, zone, language);
        return new(text.ToString()) { Buttons = [Buttons.WhoHasNotReported(language), Buttons.WhoIsOverdue(language)] };
    }

    /// <param name="gone">Those who have it, or are about to.</param>
    public static Reply Recalled(int recalled, int gone, Language language) => new(recalled == 0
        ? language.In("催办已经发出，收不回来了；我没有做别的改动。", "The urging has gone out and cannot be called back; nothing else was changed.")
        : gone == 0
        ? language.In($"已撤回，这次催办不会发出（{recalled}人）。自动提醒节点不受影响，照常发送。", $"Taken back: this urging will not go out ({People(recalled)}). The automatic reminders go out as planned.")
        : language.In($"已撤回未送出的{recalled}人；另有{gone}人已经送出，不能撤回。", $"Taken back for {recalled}; {gone} have it already."));

    /// <summary>Nobody can be urged now: nothing is overdue, or all were urged just now, or there is nobody to write to.</summary>
    /// <param name="unit">The unit that was named; null for all.</param>
    public static Reply Nobody(UrgeLines lines, ReportingPeriod period, string? unit, TimeZoneInfo zone, Language language)
    {
        var text = new StringBuilder(lines is { Cooling.Count: 0, Without.Count: 0 }
            ? unit is null
                ? language.In($"{PeriodNames.Of(period, language)}目前没有逾期的单位，不需要催办。", $"Nobody is overdue for {PeriodNames.Of(period, language)}, so there is nobody to urge.")
                : language.In($"{unit}{PeriodNames.Of(period, language)}没有未报事项，不需要催办。", $"{unit} has nothing open for {PeriodNames.Of(period, language)}, so there is nobody to urge.")
            : language.In("现在没有可以催办的人。", "There is nobody who can be urged now."));
        AppendOthers(text, lines, zone, language);
        return new(text.ToString()) { Buttons = [new(language.In("催未报单位", "Urge all open"), language.In("催一下没报的单位", "Urge the units that have not reported")), Buttons.WhoHasNotReported(language)] };
    }

    /// <summary>What urges one unit when it is said.</summary>
    public static string Words(string unit, Language language) => language.In($"催一下{unit}", $"Urge {unit}");

    /// <summary>The button under a list of units that are overdue.</summary>
    public static ReplyButton UrgeOverdue(ReportingPeriod period, Language language) => new(
        language.In("催办", "Urge"), language.In($"催办{PeriodNames.Of(period, language)}逾期单位", $"Urge the units overdue for {PeriodNames.Of(period, language)}"));

    /// <summary>The button under a list of units that have not reported, due or not.</summary>
    public static ReplyButton UrgeOpen(ReportingPeriod period, Language language) => new(
        language.In("催办", "Urge"), language.In($"催一下{PeriodNames.Of(period, language)}没报的单位", $"Urge the units that have not reported for {PeriodNames.Of(period, language)}"));

    /// <summary>That it is night or a day off, and when it will go out.</summary>
    internal static string Waits(DateTimeOffset until, TimeZoneInfo zone, Language language) => language.In(
        $"现在不是工作时间，确认后于{Days.Moment(until, zone)}送达；确有急事，请回复“现在就发”。", $"It is outside working hours: once confirmed it goes out at {Days.Moment(until, zone)}. If it cannot wait, say \"send it now\".");

    internal static ReplyButton SendNow(Language language) => new(language.In("现在就发", "Send now"), language.In("现在就发", "Send it now"));

    private static void AppendOthers(StringBuilder text, UrgeLines lines, TimeZoneInfo zone, Language language)
    {
        foreach (var line in lines.Cooling.Take(MostNamed))
        {
            var until = Days.Moment(line.Until!.Value, zone);
            text.Append('\n').Append(language.In($"{Line(line, language)}刚催办过，{until}之后可再次催办，这次不打扰。", $"{Line(line, language)} was urged recently and is left alone until {until}."));
        }
        if (lines.Without.Count > 0)
            text.Append('\n').Append(language.In($"没有可联系的联络员：{string.Join("、", lines.Without)}。", $"Nobody to write to: {string.Join(", ", lines.Without)}."));
    }

    private static string Line(UrgeLine line, Language language) => language.In(
        $"{line.Name}（{string.Join("、", line.Units.Select(unit => $"{unit.UnitName}{unit.Count}项"))}）",
        $"{line.Name} ({string.Join(", ", line.Units.Select(unit => $"{unit.UnitName}: {unit.Count}"))})");

    private static string Names(UrgeLines lines, Language language) =>
        string.Join(language.In("、", ", "), lines.Written.Take(MostNamed).Select(line => $"{line.Name}{language.In("（", " (")}{string.Join(language.In("、", ", "), line.Units.Select(unit => unit.UnitName))}{language.In("）", ")")}"))
        + (lines.Written.Count > MostNamed ? language.In("等", " and others") : "");

    private static string People(int count) => count == 1 ? "1 person" : $"{count} people";
}
