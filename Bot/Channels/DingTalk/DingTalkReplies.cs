using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>Where something is said.</summary>
/// <param name="StaffId">The person of a private chat; null for somebody who is nobody's colleague.</param>
internal sealed record RobotPlace(string ConversationId, bool IsGroup, string? StaffId);

/// <summary>Answers: at the address that came with the message while it is good and not too much is said there, else by the robot API.</summary>
public sealed partial class DingTalkReplies(
    DingTalkApi api, RobotSends sends, DingTalkCards cards, SessionWebhooks webhooks, SharedPace pace, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall,
    ILogger<DingTalkReplies> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly IReadOnlyList<TimeSpan> Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];

    /// <summary>What cannot be said is logged: the person's own words are kept all the same.</summary>
    internal async Task SayAsync(RobotPlace place, RobotReply reply, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                if (await cards.ShowAsync(place, reply, cancellationToken) || await SayAtWebhookAsync(place, reply, cancellationToken))
                    return;
                await SayByApiAsync(place, reply, cancellationToken);
                return;
            }
            catch (DingTalkException refusal) when (refusal.Refusal != Refusal.Broken || tries >= Waits.Count)
            {
                LogNotSaid(place.ConversationId, refusal.Message, refusal.Scope ?? "");
                return;
            }
            catch (Exception exception) when (exception is DingTalkException or HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (tries >= Waits.Count)
                {
                    LogNotSaid(place.ConversationId, exception.GetType().Name, "");
                    return;
                }
            }
            await Task.Delay(Waits[tries], wall, cancellationToken);
        }
    }

    /// <returns>False when it is to be said by the API.</returns>
    private async Task<bool> SayAtWebhookAsync(RobotPlace place, RobotReply reply, CancellationToken cancellationToken)
    {
        if (reply.ForWebhook() is not { } body || webhooks.Find(place.ConversationId) is not { } webhook)
            return false;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.ConversationId)))[..24];
        PaceRate rate = new($"dingtalk reply {name}", [new(options.Value.RepliesPerMinute, TimeSpan.FromMinutes(1))], AtOnce: Math.Min(4, options.Value.RepliesPerMinute), Lease: TimeSpan.FromSeconds(5));
        if (await pace.TryAsync([rate], cancellationToken) is { } wait && wait > TimeSpan.Zero)
        {
            if (wait > LongestWait)
                return false;
            await pace.WaitAsync([rate], cancellationToken);
        }
        try
        {
            await api.SayAtAsync(webhook, body, cancellationToken);
            return true;
        }
        catch (Exception exception) when ((exception is DingTalkException { Refusal: not Refusal.Content } or HttpRequestException or OperationCanceledException) && !cancellationToken.IsCancellationRequested)
        {
            webhooks.Forget(place.ConversationId);
            LogWebhookEnded(place.ConversationId, exception is DingTalkException ? exception.Message : exception.GetType().Name);
            return false;
        }
    }

    private async Task SayByApiAsync(RobotPlace place, RobotReply reply, CancellationToken cancellationToken)
    {
        if (place.IsGroup)
            await sends.SendToGroupAsync(place.ConversationId, reply, cancellationToken);
        else if (place.StaffId is null)
            LogNotSaid(place.ConversationId, "no address", "");
        else if (await sends.SendAsync(place.StaffId, reply, cancellationToken) is { Fate: not SendFate.Accepted and var fate })
            LogNotSaid(place.ConversationId, fate.ToString(), "");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer in conversation {ConversationId} was not taken: {Reason} {Scope}")]
    private partial void LogNotSaid(string conversationId, string reason, string scope);

    [LoggerMessage(Level = LogLevel.Information, Message = "Conversation {ConversationId} is answered by the robot API from now on: {Reason}")]
    private partial void LogWebhookEnded(string conversationId, string reason);
}
