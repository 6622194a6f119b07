using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.UseCases.Webhooks;

/// <param name="PutOff">Failed and to be tried again, or not tried because the one before failed.</param>
public readonly record struct WebhookOutcome(int Delivered, int PutOff, int GivenUp)
{
    public static WebhookOutcome operator +(WebhookOutcome left, WebhookOutcome right) => new(left.Delivered + right.Delivered, left.PutOff + right.PutOff, left.GivenUp + right.GivenUp);

    public static WebhookOutcome Add(WebhookOutcome left, WebhookOutcome right) => left + right;
}

/// <summary>Empties the outbox of webhooks: leased, signed, sent, recorded. The same message has the same id however often it is sent.</summary>
/// <remarks>Signed in the form of Standard Webhooks: <c>webhook-id</c>, <c>webhook-timestamp</c> in Unix seconds, <c>webhook-signature</c> with <c>v1,</c> and the base64 HMAC-SHA256 of id, timestamp and body
/// with dots between, under the bytes whose base64 follows <c>whsec_</c>.</remarks>
public sealed partial class SendWebhooks(
    WebhookRepository webhooks, IWebhookPost post, IOptions<WebhookOptions> options, Random random, [FromKeyedServices("wall")] TimeProvider wall, ILogger<SendWebhooks> logger)
{
    internal const string SecretPrefix = "whsec_";
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);

    private DateTimeOffset forgotten = DateTimeOffset.MinValue;

    /// <summary>Returns when nothing more is due.</summary>
    public async Task<WebhookOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var total = default(WebhookOutcome);
        while (await webhooks.LeaseDueAsync(wall.GetUtcNow(), options.Value.Lease, options.Value.Batch, cancellationToken) is { Count: > 0 } messages)
        {
            var known = (await webhooks.AllAsync(cancellationToken)).ToDictionary(webhook => webhook.Id);
            // Side by side for each address, so that one that hangs keeps no other waiting longer than one handing over.
            var lanes = await Task.WhenAll(messages.GroupBy(message => message.WebhookId).Select(own => SendAsync(known.GetValueOrDefault(own.Key), [.. own], cancellationToken)));
            total = lanes.Aggregate(total, WebhookOutcome.Add);
        }
        await ForgetNowAndThenAsync(cancellationToken);
        return total;
    }

    /// <summary>One address's messages, one after another. What fails holds the rest of them up, all that wait for it: they are given back untried.</summary>
    private async Task<WebhookOutcome> SendAsync(Webhook? webhook, IReadOnlyList<WebhookMessage> messages, CancellationToken cancellationToken)
    {
        var total = default(WebhookOutcome);
        DateTimeOffset? waits = null;
        foreach (var message in messages)
        {
            if (waits is null && (message.LeasedUntil - wall.GetUtcNow() < options.Value.HandOver || cancellationToken.IsCancellationRequested))
                waits = message.NextAttemptAt;
            if (waits is { } until)
            {
                await webhooks.PutOffAsync(message.Id, message.LeaseId!.Value, until, CancellationToken.None);
                total = total with { PutOff = total.PutOff + 1 };
                continue;
            }
            (var outcome, waits) = await TryAsync(webhook, message, cancellationToken);
            total += outcome;
            if (waits is { } silent)
                await webhooks.PutOffAllAsync(message.WebhookId, silent, CancellationToken.None);
        }
        cancellationToken.ThrowIfCancellationRequested();
        return total;
    }

    /// <returns>What became of it, and until when its address is left alone; null for not at all.</returns>
    private async Task<(WebhookOutcome Outcome, DateTimeOffset? Waits)> TryAsync(Webhook? webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        var (now, lease) = (wall.GetUtcNow(), message.LeaseId!.Value);
        if ((webhook is null ? "removed" : await PostAsync(webhook, message, now, cancellationToken)) is not { } trouble)
        {
            await webhooks.MarkDeliveredAsync(message.Id, wall.GetUtcNow(), CancellationToken.None);
            return (new(1, 0, 0), null);
        }
        if (webhook is null || now - message.MadeAt >= options.Value.GiveUpAfter)
        {
            LogGivenUp(message.Id, message.WebhookId, trouble);
            await webhooks.GiveUpAsync(message.Id, lease, now, trouble, CancellationToken.None);
            // What has waited as long has been put off with it all the time; tried one by one it would keep what is newer waiting.
            return (new(0, 0, 1 + await webhooks.GiveUpOldAsync(message.WebhookId, now - options.Value.GiveUpAfter, now, trouble, CancellationToken.None)), null);
        }
        var again = wall.GetUtcNow() + WaitAfter(message.Tries + 1);
        LogRetry(message.Id, message.WebhookId, trouble, again);
        await webhooks.RetryAsync(message.Id, lease, again, trouble, CancellationToken.None);
        return (new(0, 1, 0), again);
    }

    private Task<string?> PostAsync(Webhook webhook, WebhookMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, timestamp) = ($"msg_{message.Id:N}", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var headers = new Dictionary<string, string> { ["webhook-id"] = id, ["webhook-timestamp"] = timestamp, ["webhook-signature"] = SignatureOf(webhook.Secret, id, timestamp, message.Body) };
        return post.SendAsync(new Uri(webhook.Url), Encoding.UTF8.GetBytes(message.Body), headers, cancellationToken);
    }

    internal static string SignatureOf(string secret, string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    private TimeSpan WaitAfter(int tries)
    {
        var wait = Math.Min(options.Value.LongestWait.TotalSeconds, options.Value.FirstWait.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 30)));
        return TimeSpan.FromSeconds(wait * (1 + (0.25 * random.NextDouble())));
    }

    private async Task ForgetNowAndThenAsync(CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        if (now - forgotten < BetweenForgetting)
            return;
        forgotten = now;
        await webhooks.ForgetEndedAsync(now - options.Value.Keep, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook {WebhookId} did not take message {MessageId}: {Reason}; again at {Next}")]
    private partial void LogRetry(Guid messageId, Guid webhookId, string reason, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {WebhookId} never took message {MessageId}: {Reason}; given up")]
    private partial void LogGivenUp(Guid messageId, Guid webhookId, string reason);
}
