using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <remarks>What many people say at one moment is taken in, and later ended, in one commit.</remarks>
public sealed class InboxRepository(IDatabase database) : IInboxRepository
{
    public Task<Taken> TakeAsync(InboxMessage message, DateTimeOffset leasedUntil, CancellationToken cancellationToken)
    {
        const string add = """
            INSERT INTO inbox (channel, message_id, conversation_id, proof, said_at, received_at, body, leased_until, tries)
            VALUES (@Channel, @MessageId, @ConversationId, @Proof, @SaidAt, @ReceivedAt, @Body, @LeasedUntil, 1)
            ON CONFLICT DO NOTHING
            """;
        const string find = "SELECT count(*) FROM inbox WHERE channel = @Channel AND message_id = @MessageId";
        var row = new { message.Channel, message.MessageId, message.ConversationId, message.Proof, message.SaidAt, message.ReceivedAt, message.Body, LeasedUntil = leasedUntil };
        return database.TogetherAsync(
            async cancellation => await database.WriteAsync(add, row, cancellation) == 1 ? Taken.New : await database.FindAsync<long>(find, row, cancellation) > 0 ? Taken.Again : Taken.ProofUsed,
            cancellationToken);
    }

    public async Task<IReadOnlyList<InboxMessage>> LeaseAsync(
        string channel, DateTimeOffset now, DateTimeOffset leasedUntil, int most, int mostTries, CancellationToken cancellationToken)
    {
        // The outer WHERE repeats the lease test: on PostgreSQL a rival waits for the row lock and must then see the row as taken.
        const string sql = """
            UPDATE inbox SET leased_until = @leasedUntil, tries = tries + 1
             WHERE channel = @channel AND message_id IN (SELECT message_id FROM inbox
                                   WHERE channel = @channel AND body IS NOT NULL AND leased_until < @now AND tries < @mostTries
                                   ORDER BY said_at LIMIT @most)
               AND body IS NOT NULL AND leased_until < @now
            RETURNING channel, message_id, conversation_id, said_at, received_at, body
            """;
        var rows = await database.WriteReturningAsync<Row>(sql, new { channel, now, leasedUntil, most, mostTries }, cancellationToken);
        return [.. rows.Select(row => row.ToModel()).OrderBy(message => message.SaidAt)];
    }

    public Task EndAsync(string channel, string messageId, CancellationToken cancellationToken) => database.TogetherAsync(
        cancellation => database.WriteAsync("UPDATE inbox SET body = NULL WHERE channel = @channel AND message_id = @messageId", new { channel, messageId }, cancellation), cancellationToken);

    public Task<int> GiveUpAsync(string channel, DateTimeOffset before, int mostTries, CancellationToken cancellationToken) => database.WriteAsync(
        "UPDATE inbox SET body = NULL WHERE channel = @channel AND body IS NOT NULL AND leased_until < @before AND tries >= @mostTries", new { channel, before, mostTries }, cancellationToken);

    public Task PutOffAsync(string channel, string messageId, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE inbox SET leased_until = @until WHERE channel = @channel AND message_id = @messageId", new { channel, messageId, until }, cancellationToken);

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM inbox WHERE received_at < @before AND body IS NULL", new { before }, cancellationToken);

    private sealed record Row
    {
        public required string Channel { get; init; }
        public required string MessageId { get; init; }
        public required string ConversationId { get; init; }
        public required DateTimeOffset SaidAt { get; init; }
        public required DateTimeOffset ReceivedAt { get; init; }
        public required string Body { get; init; }

        public InboxMessage ToModel() => new(Channel, MessageId, ConversationId, null, SaidAt, ReceivedAt, Body);
    }
}
