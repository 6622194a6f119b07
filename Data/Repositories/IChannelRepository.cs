namespace PlanBot.Data.Repositories;

/// <param name="Token">Sealed.</param>
public sealed record ChannelToken(string Token, DateTimeOffset ExpiresAt);

/// <summary>What a channel counts by the month. The numbers are stored.</summary>
public enum UsageKind
{
    /// <summary>Calls of its API.</summary>
    Calls = 1,

    /// <summary>Messages pushed to us, and those sent by an address that came with them.</summary>
    Messages = 2,
}

/// <param name="Buttons">What each says, as JSON.</param>
public sealed record ShownCard(string CardId, string UserId, string ConversationId, string Buttons);

/// <summary>What the nodes share about a channel: its token, what was used of its quota, what people were told today, and cards whose buttons come back.</summary>
public interface IChannelRepository
{
    /// <summary>Null when there is none.</summary>
    Task<ChannelToken?> TokenAsync(string channel, string account, CancellationToken cancellationToken);

    /// <summary>Whether this node is to fetch the next token; the others wait for it until <paramref name="until"/>.</summary>
    /// <param name="known">The token that is to be replaced; null when there is none.</param>
    Task<bool> BeginFetchAsync(string channel, string account, string? known, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Keeps the token that was fetched; null when none could be had, so that another may try.</summary>
    Task EndFetchAsync(string channel, string account, ChannelToken? token, CancellationToken cancellationToken);

    Task CountAsync(string channel, DateOnly month, UsageKind kind, long more, CancellationToken cancellationToken);

    /// <summary>Used in that month; zero where nothing was.</summary>
    Task<long> UsedAsync(string channel, DateOnly month, UsageKind kind, CancellationToken cancellationToken);

    /// <summary>How often the person was told this on that day.</summary>
    Task<int> TimesSaidAsync(string channel, string userId, DateOnly day, string hash, CancellationToken cancellationToken);

    /// <summary>Notes that the person is told this, and forgets what they were told before yesterday.</summary>
    Task SayAsync(string channel, string userId, DateOnly day, string hash, CancellationToken cancellationToken);

    /// <summary>Keeps the card, and forgets those shown before <paramref name="since"/>.</summary>
    Task ShowAsync(string channel, ShownCard card, DateTimeOffset now, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Null for a card that was never shown, or long ago.</summary>
    Task<ShownCard?> CardAsync(string channel, string cardId, CancellationToken cancellationToken);
}
