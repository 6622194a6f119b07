using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A channel as reminders see it: words a message in the channel's own form and hands it over.</summary>
public interface IOutbound
{
    /// <summary>The channelId whose identities this one can reach.</summary>
    string Channel { get; }

    /// <summary>Hands the message over, several at once; the same <see cref="ReminderContent.MessageId"/> twice shows one message where the channel can tell.</summary>
    Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken);

    /// <summary>When a message reached its person whose handing over was cut short; null when it did not, or when the channel cannot tell.</summary>
    Task<DateTimeOffset?> ArrivedAsync(ChannelIdentity to, Guid messageId, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);
}

/// <summary>What became of a message handed to a channel.</summary>
public abstract record Delivery
{
    public sealed record Sent : Delivery;

    /// <param name="After">How long the channel asks to wait; null when it does not say.</param>
    public sealed record TryLater(string Reason, TimeSpan? After) : Delivery
    {
        /// <summary>The channel as a whole does not work, as far as one can tell from here: it fails, does not answer or cannot be connected. Not so when it asks one conversation to wait.</summary>
        public bool IsOfChannel { get; init; }
    }

    /// <summary>Will not work until something changes at the other side: blocked, uninstalled, never met.</summary>
    public sealed record Unreachable(string Reason) : Delivery;
}
