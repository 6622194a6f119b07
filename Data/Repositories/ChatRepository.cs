using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ChatRepository(IDatabase database) : IChatRepository
{
    public async Task<ChatConversation> OpenAsync(string userId, string newId, CancellationToken cancellationToken)
    {
        const string find = "SELECT id, user_id, greeted FROM chat_conversation WHERE user_id = @userId";
        const string add = """
            INSERT INTO chat_conversation (id, user_id, greeted, last_sequence) VALUES (@newId, @userId, @greeted, 0) ON CONFLICT (user_id) DO NOTHING
            """;
        if (await database.FindAsync<ChatConversation>(find, new { userId }, cancellationToken) is { } lasting)
            return lasting;
        await database.WriteAsync(add, new { newId, userId, greeted = false }, cancellationToken);
        return (await database.FindAsync<ChatConversation>(find, new { userId }, cancellationToken))!;
    }

    public Task<ChatConversation?> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        database.FindAsync<ChatConversation>("SELECT id, user_id, greeted FROM chat_conversation WHERE id = @conversationId", new { conversationId }, cancellationToken);

    public async Task<bool> MarkGreetedAsync(string conversationId, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE chat_conversation SET greeted = true WHERE id = @conversationId AND NOT greeted";
        return await database.WriteAsync(sql, new { conversationId }, cancellationToken) == 1;
    }

    public Task<long> AppendAsync(string conversationId, IReadOnlyList<NewChatActivity> activities, CancellationToken cancellationToken)
    {
        // Writing the number back unchanged locks the row, so that two nodes number one conversation's activities in turn.
        const string take = "UPDATE chat_conversation SET last_sequence = last_sequence WHERE id = @conversationId RETURNING last_sequence";
        const string add = """
            INSERT INTO chat_activity (conversation_id, sequence, activity_id, activity) VALUES (@conversationId, @sequence, @Id, @Activity)
            ON CONFLICT (conversation_id, activity_id) DO NOTHING
            """;
        const string give = "UPDATE chat_conversation SET last_sequence = @last WHERE id = @conversationId";
        return database.InTransactionAsync(async cancellation =>
        {
            var last = (await database.WriteReturningAsync<long?>(take, new { conversationId }, cancellation)).SingleOrDefault()
                ?? throw new ArgumentException($"There is no conversation {conversationId}.", nameof(conversationId));
            foreach (var activity in activities)
                last += await database.WriteAsync(add, new { conversationId, sequence = last + 1, activity.Id, activity.Activity }, cancellation);
            await database.WriteAsync(give, new { conversationId, last }, cancellation);
            if (database.Dialect == Dialect.Postgres) // heard by all nodes when this transaction commits (PostgresChatWatch)
                await database.WriteAsync("SELECT pg_notify(@Channel, @conversationId)", new { PostgresChatWatch.Channel, conversationId }, cancellation);
            return last;
        }, cancellationToken);
    }

    public async Task<bool> HasAsync(string conversationId, string activityId, CancellationToken cancellationToken) => await database.FindAsync<long>(
        "SELECT count(*) FROM chat_activity WHERE conversation_id = @conversationId AND activity_id = @activityId", new { conversationId, activityId }, cancellationToken) > 0;

    public Task<string?> FindActivityAsync(string userId, string activityId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT a.activity
              FROM chat_conversation c
              JOIN chat_activity a ON a.conversation_id = c.id AND a.activity_id = @activityId
             WHERE c.user_id = @userId
            """;
        return database.FindAsync<string>(sql, new { userId, activityId }, cancellationToken);
    }

    public async Task<IReadOnlyList<ChatActivity>> ReadAsync(string conversationId, long after, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT sequence, activity FROM chat_activity WHERE conversation_id = @conversationId AND sequence > @after ORDER BY sequence DESC LIMIT @take
            """;
        return (await database.QueryAsync<ChatActivity>(sql, new { conversationId, after, take }, cancellationToken)).Reverse().ToList();
    }
}
