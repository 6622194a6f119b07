using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Words about buttons that no longer hold: nothing was done, and how things stand now.</summary>
public static class CardTexts
{
    /// <param name="now">How things stand, without the full stop.</param>
    public static Reply Outdated(string now, Language language) => new(language.In($"这个按钮已经过期，我没有做任何改动；{now}。", $"This button is out of date and nothing was changed; {now}."));

    /// <summary>Something else is open, and shown after this.</summary>
    public static string SeeBelow(Language language) => language.In("现在等您答复的是下面这件事", "what waits for your answer is below");

    public static string NothingWaits(Language language) => language.In("现在没有等您确认的事", "nothing waits for your confirmation");

    /// <summary>To whoever pressed a button that was answered further down in the chat.</summary>
    public static string Answered(Language language) => language.In("已收到，请看下面的回复。", "Thank you, please see the answer below.");

    /// <summary>The task of a form.</summary>
    public static string FormFiled(Language language) => language.In("这一项已经报送", "this task has been reported");

    /// <summary>A card of another version, or of somebody else.</summary>
    public static string UseTheLatest(Language language) => language.In("请用最新一条消息里的按钮，或直接打字告诉我", "use the buttons of the latest message, or simply type what you want");

    /// <summary>How far a unit's report is.</summary>
    public static string ReportNow(string unit, ReportingPeriod period, int reported, int open, int drafts, Language language)
    {
        var kept = drafts > 0 ? language.In($"（其中{drafts}项有草稿）", $" ({PeriodTexts.Tasks(drafts)} kept as a draft)") : "";
        return open == 0
            ? language.In($"{unit}{PeriodNames.Of(period, language)}的{reported}项都已报送", $"{unit} has reported everything for {PeriodNames.Of(period, language)} ({PeriodTexts.Tasks(reported)})")
            : language.In($"{unit}{PeriodNames.Of(period, language)}已报{reported}项，未报{open}项{kept}", $"{unit} has reported {reported} and owes {PeriodTexts.Tasks(open)}{kept} for {PeriodNames.Of(period, language)}");
    }

    public static string AllReported(Language language) => language.In("您名下没有待报的事项", "you have nothing left to report");

    public static string OtherPeriod(ReportingPeriod period, Language language) => language.In($"现在填报的是{PeriodNames.Of(period, language)}", $"reports are now collected for {PeriodNames.Of(period, language)}");

    public static string AllIn(ReportingPeriod period, Language language) => language.In($"{PeriodNames.Of(period, language)}已全部报齐", $"everything is in for {PeriodNames.Of(period, language)}");

    public static string Closed(ReportingPeriod period, Language language) => language.In($"{PeriodNames.Of(period, language)}的收集已经结束", $"the collection for {PeriodNames.Of(period, language)} is closed");

    /// <param name="by">Who decided; null where it is not known.</param>
    public static string Settled(int number, RequestState state, string? by, Language language) => state switch
    {
        RequestState.Granted => language.In($"申请{number}已由{by ?? "牵头部门"}同意", $"request {number} was granted by {by ?? "the coordinating office"}"),
        RequestState.Declined => language.In($"申请{number}已由{by ?? "牵头部门"}答复不同意", $"request {number} was declined by {by ?? "the coordinating office"}"),
        _ => language.In($"申请{number}已经撤回", $"request {number} has been taken back"),
    };
}
