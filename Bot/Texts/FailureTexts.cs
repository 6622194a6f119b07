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

    /// <summary>In place of a form that the channel cannot show.</summary>
    public static string FormTooBig(Language language) => language.In(
        "内容较多，表单在这里放不下，草稿没有丢失。请直接在聊天中分段填写，或说“发我一份Word表”，用文件填报。",
        "There is too much in it for the form to be shown here; the draft is not lost. Please write in the chat, section by section, or say \"send me the Word form\".");
}
