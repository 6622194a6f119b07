using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ReceiptRepository(IDatabase database) : IReceiptRepository
{
    public async Task AddAsync(MessageReceipt message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO message_receipt (channel, user_id, activity_id, message_id, sent_at, seen_at)
            VALUES (@Channel, @UserId, @ActivityId, @MessageId, @SentAt, NULL)
            ON CONFLICT (channel, user_id, activity_id) DO NOTHING
            """;
        await database.WriteAsync(
            "DELETE FROM message_receipt WHERE channel = @Channel AND user_id = @UserId AND sent_at < @since", new { message.Channel, message.UserId, since }, cancellationToken);
        await database.WriteAsync(sql, message, cancellationToken);
    }

    public Task<IReadOnlyList<string>> UnseenAsync(string channel, string userId, CancellationToken cancellationToken) =>
        database.QueryAsync<string>(
            "SELECT activity_id FROM message_receipt WHERE channel = @channel AND user_id = @userId AND seen_at IS NULL", new { channel, userId }, cancellationToken);

    public Task MarkSeenAsync(string channel, string userId, IReadOnlyCollection<string> activityIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE message_receipt SET seen_at = @at
             WHERE channel = @channel AND user_id = @userId AND activity_id = ANY (@activityIds) AND seen_at IS NULL
            """;
        return database.WriteAsync(sql, new { channel, userId, activityIds = new KeyList(activityIds), at }, cancellationToken);
    }
}
