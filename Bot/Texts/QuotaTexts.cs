using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>What a collection takes of DingTalk's quota, and what there is.</summary>
public static class QuotaTexts
{
    public static string NoQuota(Language language) => language.In("没有启用钉钉，没有额度方面的限制。", "DingTalk is not in use, so there is no quota to keep.");

    public static string Forecast(int people, long calls, long messages, long callsPerMonth, long messagesPerMonth, long callsUsed, long messagesUsed, Language language) => language.In(
        $"钉钉上有{people}人。收一期报告最多约需调用接口{calls}次、收发消息{messages}条；额度是每月{callsPerMonth}次、{messagesPerMonth}条，本月已用{callsUsed}次、{messagesUsed}条。",
        $"{people} people are on DingTalk. Collecting one period's reports takes at most about {calls} API calls and {messages} messages; the quota is {callsPerMonth} calls and {messagesPerMonth} messages a month, of which {callsUsed} and {messagesUsed} are used this month.");

    public static Reply Alarm(QuotaLetter letter, Language language)
    {
        var used = language.In(
            $"钉钉本月额度快用完了：接口已用{letter.Calls}次（共{letter.CallsPerMonth}次），消息已用{letter.Messages}条（共{letter.MessagesPerMonth}条）。",
            $"DingTalk's quota for this month is nearly used up: {letter.Calls} of {letter.CallsPerMonth} API calls, {letter.Messages} of {letter.MessagesPerMonth} messages.");
        return new($"{used}\n{Verdict(false, true, language)}");
    }

    public static string Verdict(bool isEnough, bool isNearlyUsedUp, Language language) => (isEnough, isNearlyUsedUp) switch
    {
        (_, true) => language.In("本月额度已用掉八成以上，用完后钉钉将收不到消息：请尽快购买加量包或升级版本，或请大家改用网页。", "More than four fifths of this month's quota are used. Once it is used up nothing arrives in DingTalk: buy more soon, or let people use the web page."),
        (true, _) => language.In("本月余额够用。", "The rest of this month will do."),
        _ => language.In("本月余额可能不够：可以减少提醒节点、购买加量包，或请部分联络员改用网页。", "The rest of this month may not do: leave out some reminder steps, buy more, or let some contacts use the web page."),
    };
}
