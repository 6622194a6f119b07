using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>收到 and what is answered to it.</summary>
public static class AcknowledgeTexts
{
    public static ReplyButton Button(Language language) => new(language.In("收到", "Got it"), language.In("收到", "Got it"));

    /// <param name="dueOn">Of what is due first; null when nothing is open.</param>
    public static Reply Noted(int open, DateOnly? dueOn, Language language) => dueOn is { } day
        ? new(language.In($"已记下您收到了。还有{open}项待报，{Days.Full(day, language)}截止。", $"Noted that you have seen it. {open} still to report, due {Days.Full(day, language)}."))
        {
            Buttons = [Buttons.ReportNow(language), Buttons.MyTasks(language)],
        }
        : new(language.In("已记下您收到了，您的事项都已报送。", "Noted. Everything of yours is in."));

    public static string Of(IReadOnlyList<AcknowledgedRow> people, TimeZoneInfo zone, Language language) => language.In(
        $"{string.Join("、", people.Select(one => $"{one.PersonName}（{Days.Moment(one.AcknowledgedAt, zone)}）"))}回复了“收到”。",
        $"{string.Join(", ", people.Select(one => $"{one.PersonName} ({Days.Moment(one.AcknowledgedAt, zone)})"))} answered \"got it\".");
}
