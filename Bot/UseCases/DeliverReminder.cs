using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Channel">Where it was handed over; null when it was not.</param>
/// <param name="WasTried">Whether a channel had it in hand and the try counts; not so while the channel is down, whose failure is not the message's.</param>
public sealed record DeliveryReport(Delivery Result, string? Channel, bool WasTried);

/// <param name="LeasedUntil">Nothing is handed over that might not be answered by then.</param>
/// <param name="IsLastTry">The next channel is tried also when one asks to wait.</param>
/// <param name="HasWaitedLong">The next channel is tried when one is down.</param>
public sealed record DeliveryTerms(DateTimeOffset LeasedUntil, bool IsLastTry = false, bool HasWaitedLong = false);

/// <summary>Hands a message to the first of the person's channels that takes it. The next one is tried when a channel fails for good; when it asks to wait, only in the end.</summary>
public sealed partial class DeliverReminder(
    IDatabase database, IEnumerable<IOutbound> channels, ChannelBreaker breaker, IOptions<SendingOptions> options, TimeProvider clock, [FromKeyedServices("wall")] TimeProvider wall,
    ILogger<DeliverReminder> logger)
{
    private static readonly Delivery.TryLater NoTime = new("no time left", null);

    private readonly Dictionary<string, IOutbound> byName = channels.ToDictionary(channel => channel.Channel);

    /// <param name="identities">In the order in which they are tried; the channel that the step itself prefers comes first.</param>
    /// <exception cref="InvalidOperationException">Inside a transaction: it would be held until the channel has answered, and what was handed over cannot be rolled back.</exception>
    public async Task<DeliveryReport> RunAsync(
        ReminderContent content, IReadOnlyList<ChannelIdentity> identities, DeliveryTerms terms, CancellationToken cancellationToken)
    {
        if (database.IsInTransaction)
            throw new InvalidOperationException($"Message {content.MessageId} was to be handed over inside a transaction.");
        var reasons = new List<string>();
        var wasTried = false;
        Delivery.TryLater? waiting = null;
        foreach (var identity in identities.Where(identity => byName.ContainsKey(identity.Channel)).OrderByDescending(identity => identity.Channel == content.Channel))
        {
            if (terms.LeasedUntil - clock.GetUtcNow() < options.Value.HandOver)
                return new(NoTime, identity.Channel, WasTried: false); // it comes again under a lease of its own
            var (delivery, counts) = await TryAsync(identity, content, cancellationToken);
            wasTried |= counts;
            if (delivery is Delivery.Sent || (delivery is Delivery.TryLater && !GoesOn(counts, terms)))
                return new(delivery, identity.Channel, wasTried);
            waiting ??= delivery as Delivery.TryLater;
            reasons.Add($"{identity.Channel}: {Reason(delivery)}");
        }
        var reason = reasons.Count == 0 ? "no channel" : string.Join("; ", reasons);
        return waiting is null
            ? new(new Delivery.Unreachable(reason), null, wasTried)
            : new(reasons.Count == 1 ? waiting : waiting with { Reason = reason }, null, wasTried);
    }

    /// <summary>Where and when a message arrived although nobody wrote it down; null when no channel knows of it.</summary>
    public async Task<(string Channel, DateTimeOffset At)?> ArrivedAsync(Guid messageId, IReadOnlyList<ChannelIdentity> identities, CancellationToken cancellationToken)
    {
        foreach (var identity in identities)
        {
            if (byName.TryGetValue(identity.Channel, out var channel) && await channel.ArrivedAsync(identity, messageId, cancellationToken) is { } at)
                return (identity.Channel, at);
        }
        return null;
    }

    private static bool GoesOn(bool wasTried, DeliveryTerms terms) => terms.IsLastTry || (!wasTried && terms.HasWaitedLong);

    private static string Reason(Delivery delivery) => delivery switch
    {
        Delivery.TryLater later => later.Reason,
        Delivery.Unreachable unreachable => unreachable.Reason,
        _ => throw new InvalidOperationException($"Unknown delivery {delivery}"),
    };

    private async Task<(Delivery Delivery, bool Counts)> TryAsync(ChannelIdentity identity, ReminderContent content, CancellationToken cancellationToken)
    {
        var pass = breaker.Ask(identity.Channel);
        if (!pass.MayTry)
            return (new Delivery.TryLater(pass.Trouble, pass.Wait) { IsOfChannel = true }, false);
        Delivery? delivery = null;
        try
        {
            delivery = await HandOverAsync(byName[identity.Channel], identity, content, cancellationToken);
        }
        finally
        {
            breaker.Tell(identity.Channel, pass, delivery);
        }
        // What failed while it found out whether the channel is back has not failed by itself.
        return (delivery, Counts: !(pass.IsProbe && delivery is Delivery.TryLater { IsOfChannel: true }));
    }

    private async Task<Delivery> HandOverAsync(IOutbound channel, ChannelIdentity identity, ReminderContent content, CancellationToken cancellationToken)
    {
        using var timeOut = new CancellationTokenSource(options.Value.HandOver, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeOut.Token);
        try
        {
            // A channel that does not heed its token is left behind as well.
            var delivery = await channel.SendAsync(identity, content, either.Token).WaitAsync(timeOut.Token);
            return delivery is Delivery.TryLater later && timeOut.IsCancellationRequested ? later with { IsOfChannel = true } : delivery;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What is left behind may go on. Told here, as the link between the tokens ends with this block, perhaps before it has told anything: the call would send what is sent again.
            if (timeOut.IsCancellationRequested)
                await either.CancelAsync();
            // One channel's trouble with one message must not hold up everybody else's.
            LogTrouble(exception, content.MessageId, channel.Channel);
            return timeOut.IsCancellationRequested
                ? new Delivery.TryLater("no answer", null) { IsOfChannel = true }
                : new Delivery.TryLater(exception.GetType().Name, null) { IsOfChannel = exception is HttpRequestException or IOException or TimeoutException or OperationCanceledException };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} broke in channel {Channel}")]
    private partial void LogTrouble(Exception exception, Guid messageId, string channel);
}
