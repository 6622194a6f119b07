using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>In the pipeline of DingTalk: finds out who is behind a staff id, by the office's list or by the mobile number that DingTalk knows; and answers what nobody could make anything of.</summary>
public sealed partial class DingTalkPeople(
    IPersonRepository people, BindStranger bind, DingTalkApi api, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkPeople> logger) : Microsoft.Bot.Builder.IMiddleware
{
    /// <summary>How long a stranger is not asked about again.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMinutes(10);

    private const int MostAskedAbout = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> askedAt = [];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var message = turnContext.TurnState.Get<RobotMessage>();
        if (message is null)
        {
            await next(cancellationToken);
            return;
        }
        var language = Languages.Of(turnContext.Activity.Text ?? "") ?? Language.Chinese;
        // Without a staff id there is nobody that could be known, or be bound.
        if (message.StaffId is not { } staff)
            await SayAsync(turnContext, DingTalkTexts.Outsider(language), cancellationToken);
        else if (message.Kind != DingTalkCards.PressKind && !RobotActivity.IsRead(message))
            await SayAsync(turnContext, DingTalkTexts.NotSupported(language), cancellationToken);
        else
        {
            if (!Permissions.IsBound(await people.FindByIdentityAsync(DingTalkOptions.Channel, staff, cancellationToken)))
                await RecogniseAsync(staff, cancellationToken);
            await next(cancellationToken);
            if (!message.IsGroup)
                await people.RememberConversationAsync(DingTalkOptions.Channel, staff, new DingTalkPlace(message.ConversationId, HasLeft: false).Write(), cancellationToken);
        }
    }

    private async Task RecogniseAsync(string staff, CancellationToken cancellationToken)
    {
        if (await bind.ByListAsync(DingTalkOptions.Channel, staff, [staff], cancellationToken) is not null || !MayAskAbout(staff))
            return;
        try
        {
            var answer = await api.AskContactsAsync("/topapi/v2/user/get", new JObject { ["userid"] = staff }, cancellationToken);
            if (RobotMessage.Text((answer["result"] as JObject)?["mobile"]) is { Length: > 0 } mobile)
                await bind.ByMobileAsync(DingTalkOptions.Channel, staff, mobile, cancellationToken);
        }
        catch (Exception exception) when (exception is DingTalkException or HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnknown(exception.Message, (exception as DingTalkException)?.Scope ?? "");
        }
    }

    private bool MayAskAbout(string staff)
    {
        var now = wall.GetUtcNow();
        if (askedAt.TryGetValue(staff, out var at) && now - at < BetweenQuestions)
            return false;
        if (askedAt.Count >= MostAskedAbout)
            askedAt.Clear();
        askedAt[staff] = now;
        return true;
    }

    private static async Task SayAsync(ITurnContext turnContext, string text, CancellationToken cancellationToken) =>
        await turnContext.SendActivityAsync(ReplyActivity.Of(new Reply(text)), cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "DingTalk does not tell who a stranger is: {Reason} {Scope}")]
    private partial void LogUnknown(string reason, string scope);
}
