using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>Which of the bot's own messages a person's page has shown: sent is not yet seen, the browser waits until it is opened.</summary>
public sealed class SeenInBrowser(IReceiptRepository receipts, TimeProvider clock)
{
    /// <summary>Longer than any period's collection.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(200);

    /// <summary>Before the message can be shown, so that no look at it is missed.</summary>
    public Task ExpectAsync(string userId, Guid messageId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return receipts.AddAsync(new(BrowserOptions.Channel, userId, messageId.ToString("N"), messageId, now), now - Kept, cancellationToken);
    }

    /// <summary>The page has shown what there was.</summary>
    public async Task MarkAsync(string userId, CancellationToken cancellationToken)
    {
        if (await receipts.UnseenAsync(BrowserOptions.Channel, userId, cancellationToken) is { Count: > 0 } unseen)
            await receipts.MarkSeenAsync(BrowserOptions.Channel, userId, unseen, clock.GetUtcNow(), cancellationToken);
    }
}
