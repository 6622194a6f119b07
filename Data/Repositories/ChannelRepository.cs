using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ChannelRepository(IDatabase database) : IChannelRepository
{
    public async Task<ChannelToken?> TokenAsync(string channel, string account, CancellationToken cancellationToken) =>
        (await database.FindAsync<TokenRow>(
            "SELECT token, expires_at FROM channel_token WHERE channel = @channel AND account = @account AND token <> ''", new { channel, account }, cancellationToken))?.ToModel();

    public async Task<bool> BeginFetchAsync(string channel, string account, string? known, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Nobody begins where somebody else fetches, or has fetched since the token was read.
        const string sql = """
            INSERT INTO channel_token (channel, account, token, expires_at, fetching_until) VALUES (@channel, @account, '', @now, @until)
            ON CONFLICT (channel, account) DO UPDATE SET fetching_until = excluded.fetching_until
             WHERE (channel_token.fetching_until IS NULL OR channel_token.fetching_until < @now) AND channel_token.token = @known
            """;
        return await database.WriteAsync(sql, new { channel, account, known = known ?? "", now, until }, cancellationToken) == 1;
    }

    public Task EndFetchAsync(string channel, string account, ChannelToken? token, CancellationToken cancellationToken) => token is null
        ? database.WriteAsync("UPDATE channel_token SET fetching_until = NULL WHERE channel = @channel AND account = @account", new { channel, account }, cancellationToken)
        : database.WriteAsync(
            "UPDATE channel_token SET token = @Token, expires_at = @ExpiresAt, fetching_until = NULL WHERE channel = @channel AND account = @account",
            new { channel, account, token.Token, token.ExpiresAt }, cancellationToken);

    public Task CountAsync(string channel, DateOnly month, UsageKind kind, long more, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO channel_usage (channel, month, kind, used) VALUES (@channel, @month, @kind, @more)
            ON CONFLICT (channel, month, kind) DO UPDATE SET used = channel_usage.used + excluded.used
            """;
        return database.WriteAsync(sql, new { channel, month, kind = (int)kind, more }, cancellationToken);
    }

    public async Task<long> UsedAsync(string channel, DateOnly month, UsageKind kind, CancellationToken cancellationToken) => await database.FindAsync<long>(
        "SELECT used FROM channel_usage WHERE channel = @channel AND month = @month AND kind = @kind", new { channel, month, kind = (int)kind }, cancellationToken);

    public async Task<int> TimesSaidAsync(string channel, string userId, DateOnly day, string hash, CancellationToken cancellationToken) => (int)await database.FindAsync<long>(
        "SELECT times FROM said_on_day WHERE channel = @channel AND user_id = @userId AND day = @day AND hash = @hash", new { channel, userId, day, hash }, cancellationToken);

    public async Task SayAsync(string channel, string userId, DateOnly day, string hash, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO said_on_day (channel, user_id, day, hash, times) VALUES (@channel, @userId, @day, @hash, 1)
            ON CONFLICT (channel, user_id, day, hash) DO UPDATE SET times = said_on_day.times + 1
            """;
        await database.WriteAsync("DELETE FROM said_on_day WHERE channel = @channel AND user_id = @userId AND day < @before", new { channel, userId, before = day.AddDays(-1) }, cancellationToken);
        await database.WriteAsync(sql, new { channel, userId, day, hash }, cancellationToken);
    }

    public async Task ShowAsync(string channel, ShownCard card, DateTimeOffset now, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO channel_card (channel, card_id, user_id, conversation_id, buttons, shown_at)
            VALUES (@channel, @CardId, @UserId, @ConversationId, @Buttons, @now)
            ON CONFLICT (channel, card_id) DO NOTHING
            """;
        await database.WriteAsync("DELETE FROM channel_card WHERE shown_at < @since", new { since }, cancellationToken);
        await database.WriteAsync(sql, new { channel, card.CardId, card.UserId, card.ConversationId, card.Buttons, now }, cancellationToken);
    }

    public async Task<ShownCard?> CardAsync(string channel, string cardId, CancellationToken cancellationToken) =>
        (await database.FindAsync<CardRow>(
            "SELECT card_id, user_id, conversation_id, buttons FROM channel_card WHERE channel = @channel AND card_id = @cardId", new { channel, cardId }, cancellationToken))?.ToModel();

    private sealed record TokenRow
    {
        public required string Token { get; init; }
        public required DateTimeOffset ExpiresAt { get; init; }

        public ChannelToken ToModel() => new(Token, ExpiresAt);
    }

    private sealed record CardRow
    {
        public required string CardId { get; init; }
        public required string UserId { get; init; }
        public required string ConversationId { get; init; }
        public required string Buttons { get; init; }

        public ShownCard ToModel() => new(CardId, UserId, ConversationId, Buttons);
    }
}
