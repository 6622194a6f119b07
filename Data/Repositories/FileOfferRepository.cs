using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class FileOfferRepository(IDatabase database) : IFileOfferRepository
{
    public async Task AddAsync(string tokenHash, FileOffer offer, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO file_offer (token_hash, user_id, name, content_type, content, expires_at) VALUES (@tokenHash, @UserId, @Name, @ContentType, @Content, @expiresAt)
            """;
        await database.WriteAsync("DELETE FROM file_offer WHERE expires_at <= @now", new { now }, cancellationToken);
        await database.WriteAsync(sql, new { tokenHash, offer.UserId, offer.Name, offer.ContentType, offer.Content, expiresAt }, cancellationToken);
    }

    public async Task<FileOffer?> FindAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = "SELECT user_id, name, content_type, content FROM file_offer WHERE token_hash = @tokenHash AND expires_at > @now";
        return (await database.QueryAsync<Row>(sql, new { tokenHash, now }, cancellationToken)).SingleOrDefault() is { } row ? new(row.UserId, row.Name, row.ContentType, row.Content) : null;
    }

    private sealed record Row
    {
        public required string UserId { get; init; }
        public required string Name { get; init; }
        public required string ContentType { get; init; }
        public required string Content { get; init; }
    }
}
