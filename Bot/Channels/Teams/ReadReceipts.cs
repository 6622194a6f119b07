using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Teams;

/// <summary>In the pipeline of Teams: notes which of the bot's own messages a person has read. Teams tells only where the app may know and the person lets it.</summary>
public sealed class ReadReceipts(IReceiptRepository receipts, TimeProvider clock) : Microsoft.Bot.Builder.IMiddleware
{
    private const string Event = "application/vnd.microsoft.readReceipt";

    /// <summary>Longer than any period's collection.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(200);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity is { Type: ActivityTypes.Event, Name: Event, From.Id: { } user } activity && TeamsCard.IsFor(activity) && Read(activity.Value) is { } receipt)
        {
            var seen = (await receipts.UnseenAsync(activity.ChannelId, user, cancellationToken)).Where(receipt.IsMessageRead).ToList();
            if (seen.Count > 0)
                await receipts.MarkSeenAsync(activity.ChannelId, user, seen, clock.GetUtcNow(), cancellationToken);
        }
        await next(cancellationToken);
    }

    /// <param name="activityId">As Teams answered it; ids of another shape could not be compared with a receipt.</param>
    internal Task ExpectAsync(ChannelIdentity to, string? activityId, Guid messageId, CancellationToken cancellationToken)
    {
        if (!ReadReceiptInfo.IsMessageRead(activityId, activityId))
            return Task.CompletedTask;
        var now = clock.GetUtcNow();
        return receipts.AddAsync(new(to.Channel, to.UserId, activityId!, messageId, now), now - Kept, cancellationToken);
    }

    private static ReadReceiptInfo? Read(object? value)
    {
        try
        {
            return (value as JObject)?.ToObject<ReadReceiptInfo>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
