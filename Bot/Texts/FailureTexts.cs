namespace PlanBot.Texts;

/// <summary>What a person reads when PlanBot itself has failed.</summary>
public static class FailureTexts
{
    public static string Apology(Language language) => language.In(
        "抱歉，刚才这条消息没有处理成功。请稍后再发一次；如果还不行，请联系牵头部门。",
        "Sorry, that message could not be dealt with. Please send it again in a while; if it still fails, tell the coordinating office.");
}
