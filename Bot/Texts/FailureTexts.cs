namespace PlanBot.Texts;

/// <summary>What a person reads when PlanBot itself has failed.</summary>
public static class FailureTexts
{
    /// <summary>The database cannot be used at the moment; nothing of the message was kept.</summary>
    public static string NotSent(Language language) => language.In(
        "系统暂时无法保存消息，这条没有发出。请过一会儿再发一次。",
        "PlanBot cannot keep messages at the moment, so this one was not sent. Please send it again in a while.");

    public static string Apology(Language language) => language.In(
        "抱歉，刚才这条消息没有处理成功。请稍后再发一次；如果还不行，请联系牵头部门。",
        "Sorry, that message could not be dealt with. Please send it again in a while; if it still fails, tell the coordinating office.");
}
