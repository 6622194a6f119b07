using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Sql;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>A bot that says what it hears, and does on demand what bots may do: fail, type, wait, say nothing, find no database the first time.</summary>
internal sealed class EchoBot : IBot
{
    private const string Form = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"进展填报","weight":"Bolder","size":"Medium"},
          {"type":"Input.Text","id":"progress","label":"工作进展情况","isMultiline":true,"isRequired":true,"errorMessage":"请填写"}],
         "actions":[{"type":"Action.Submit","title":"提交核对","data":{"form":"report"}}]}
        """;

    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Activity> heard = [];
    private int timesNotKept;

    /// <summary>Every activity, in the order in which the turns began.</summary>
    public IReadOnlyList<Activity> Heard
    {
        get
        {
            lock (heard)
                return [.. heard];
        }
    }

    /// <summary>Lets the turns go on that "wait" holds.</summary>
    public void Release() => released.TrySetResult();

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        lock (heard)
            heard.Add(activity);
        if (activity.Type == ActivityTypes.ConversationUpdate)
            await turnContext.SendActivityAsync("你好", cancellationToken: cancellationToken);
        if (activity.Type != ActivityTypes.Message)
            return;
        if (activity.Text == "wait")
            await released.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        if (activity.Text == "keep" && Interlocked.Increment(ref timesNotKept) == 1)
            throw new DatabaseUnavailableException(DatabaseProblem.Locked, "here");
        if (activity.Text == "type")
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
        await turnContext.SendActivityAsync($"回声：{activity.Text}", cancellationToken: cancellationToken);
        if (activity.Text == "fail")
            throw new InvalidOperationException("the secret reason");
        if (activity.Text == "twice")
            await turnContext.SendActivityAsync("第二条", cancellationToken: cancellationToken);
        if (activity.Text == "card")
            await turnContext.SendActivityAsync(
                MessageFactory.Attachment(new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = JObject.Parse(Form) }), cancellationToken);
        if (activity.Text == "file")
            await turnContext.SendActivityAsync(
                MessageFactory.Attachment(new Attachment { ContentType = "text/plain", Name = "填报表 1.txt", ContentUrl = "data:text/plain;base64,AQID" }, "给您"), cancellationToken);
        if (activity.Text == "buttons")
            await turnContext.SendActivityAsync(
                MessageFactory.SuggestedActions(["我的任务", "开始报送", "帮助"], "请选择", null, null), cancellationToken);
    }
}
