using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Webhooks and the outbox of their messages.</summary>
public sealed class WebhookRepository(IDatabase database)
{
    private const string IsDue = "state IN (1, 2) AND next_attempt_at <= @now AND (leased_until IS NULL OR leased_until <= @now)";
    private const string Columns = "id, webhook_id, event, body, made_at, state, tries, next_attempt_at, leased_until, lease_id, ended_at, trouble";

    // Who comes back after the lease has ended finds that another holds it.
    private const string IsTheirs = "id = @id AND state = 2 AND lease_id = @leaseId";

    public Task AddAsync(Webhook webhook, CancellationToken cancellationToken) => database.WriteAsync(
        """
        INSERT INTO webhook (id, url, secret, events, plan_id, made_at, removed_at, overdue_until)
        VALUES (@Id, @Url, @Secret, @Events, @PlanId, @MadeAt, @RemovedAt, @OverdueUntil)
        """,
        webhook, cancellationToken);

    /// <summary>Those that are not removed, oldest first.</summary>
    public Task<IReadOnlyList<Webhook>> AllAsync(CancellationToken cancellationToken) => database.QueryAsync<Webhook>(
        "SELECT id, url, secret, events, plan_id, made_at, removed_at, overdue_until FROM webhook WHERE removed_at IS NULL ORDER BY made_at, id", null, cancellationToken);

    /// <summary>Ends it; what waits for it is given up.</summary>
    /// <returns>False when there is none, or it was removed before.</returns>
    public Task<bool> RemoveAsync(Guid webhookId, DateTimeOffset at, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await database.WriteAsync("UPDATE webhook SET removed_at = @at WHERE id = @webhookId AND removed_at IS NULL", new { webhookId, at }, token) == 0)
                return false;
            await database.WriteAsync(
                "UPDATE webhook_message SET state = 4, ended_at = @at, trouble = 'removed', leased_until = NULL WHERE webhook_id = @webhookId AND state IN (1, 2)", new { webhookId, at }, token);
            return true;
        },
        cancellationToken);

    /// <summary>Notes until when overdue reports have been told.</summary>
    /// <returns>False when another has told them meanwhile.</returns>
    public async Task<bool> MoveOverdueAsync(Guid webhookId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => await database.WriteAsync(
        "UPDATE webhook SET overdue_until = @until WHERE id = @webhookId AND overdue_until = @from", new { webhookId, from, until }, cancellationToken) > 0;

    public Task<int> QueueAsync(IEnumerable<WebhookMessage> messages, CancellationToken cancellationToken) => database.InsertAsync(
        """
        INSERT INTO webhook_message (id, webhook_id, event, body, made_at, state, tries, next_attempt_at)
        VALUES (@Id, @WebhookId, @Event, @Body, @MadeAt, @State, @Tries, @NextAttemptAt)
        """,
        messages, cancellationToken);

    /// <summary>Takes up to <paramref name="each"/> messages of every webhook that are due for this node, so that none waits behind another's; others pass over them until the lease ends.</summary>
    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<WebhookMessage>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int each, CancellationToken cancellationToken)
    {
        // On PostgreSQL nodes look at once, and each passes over what a rival is taking at this moment; SQLite has one writer. As a subquery it might be run again for each row, and take more.
        var skip = database.Dialect == Dialect.Postgres ? "FOR UPDATE SKIP LOCKED" : "";
        var sql = $"""
            WITH ranked AS (SELECT id, row_number() OVER (PARTITION BY webhook_id ORDER BY next_attempt_at, made_at, id) AS place FROM webhook_message WHERE {IsDue}),
                 longest_waiting AS (SELECT id FROM webhook_message WHERE id IN (SELECT id FROM ranked WHERE place <= @each) AND {IsDue} {skip})
            UPDATE webhook_message SET state = 2, leased_until = @until, lease_id = @leaseId
             WHERE id IN (SELECT id FROM longest_waiting) AND {IsDue}
            RETURNING {Columns}
            """;
        var rows = await database.WriteReturningAsync<WebhookMessage>(sql, new { now, until = now + lease, leaseId = Guid.CreateVersion7(), each }, cancellationToken);
        return [.. rows.OrderBy(row => row.MadeAt).ThenBy(row => row.Id)];
    }

    /// <summary>Leaves an address alone that did not answer: whatever waits for it waits until then, and is not taken out only to be put back.</summary>
    /// <returns>How many messages that are.</returns>
    public Task<int> PutOffAllAsync(Guid webhookId, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        "UPDATE webhook_message SET next_attempt_at = @until WHERE webhook_id = @webhookId AND state = 1 AND next_attempt_at < @until", new { webhookId, until }, cancellationToken);

    /// <summary>Ends what waits for an address longer than is tried.</summary>
    /// <returns>How many messages that are.</returns>
    public Task<int> GiveUpOldAsync(Guid webhookId, DateTimeOffset madeUntil, DateTimeOffset at, string trouble, CancellationToken cancellationToken) => database.WriteAsync(
        "UPDATE webhook_message SET state = 4, ended_at = @at, trouble = @trouble WHERE webhook_id = @webhookId AND state = 1 AND made_at <= @madeUntil", new { webhookId, madeUntil, at, trouble }, cancellationToken);

    /// <summary>The other side has taken it, whoever holds the lease by now.</summary>
    public Task MarkDeliveredAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE webhook_message SET state = 3, ended_at = @at, leased_until = NULL WHERE id = @id AND state IN (1, 2)", new { id, at }, cancellationToken);

    public Task RetryAsync(Guid id, Guid leaseId, DateTimeOffset nextAttemptAt, string trouble, CancellationToken cancellationToken) => database.WriteAsync(
        $"UPDATE webhook_message SET state = 1, tries = tries + 1, next_attempt_at = @nextAttemptAt, trouble = @trouble, leased_until = NULL, lease_id = NULL WHERE {IsTheirs}",
        new { id, leaseId, nextAttemptAt, trouble }, cancellationToken);

    /// <summary>Gives a message back that was not sent.</summary>
    public Task PutOffAsync(Guid id, Guid leaseId, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) => database.WriteAsync(
        $"UPDATE webhook_message SET state = 1, next_attempt_at = @nextAttemptAt, leased_until = NULL, lease_id = NULL WHERE {IsTheirs}", new { id, leaseId, nextAttemptAt }, cancellationToken);

    public Task GiveUpAsync(Guid id, Guid leaseId, DateTimeOffset at, string trouble, CancellationToken cancellationToken) => database.WriteAsync(
        $"UPDATE webhook_message SET state = 4, tries = tries + 1, ended_at = @at, trouble = @trouble, leased_until = NULL WHERE {IsTheirs}", new { id, leaseId, at, trouble }, cancellationToken);

    /// <summary>Deletes what was delivered or given up before then.</summary>
    public Task ForgetEndedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM webhook_message WHERE ended_at < @before", new { before }, cancellationToken);

    /// <summary>Webhooks without a message are not in it.</summary>
    public Task<IReadOnlyList<WebhookStanding>> StandingAsync(CancellationToken cancellationToken) => database.QueryAsync<WebhookStanding>(
        """
        SELECT webhook_id,
               sum(CASE WHEN state IN (1, 2) THEN 1 ELSE 0 END) AS waiting, sum(CASE WHEN state = 3 THEN 1 ELSE 0 END) AS delivered, sum(CASE WHEN state = 4 THEN 1 ELSE 0 END) AS given_up,
               min(CASE WHEN state IN (1, 2) THEN made_at END) AS oldest_waiting,
               (SELECT last.trouble FROM webhook_message last WHERE last.webhook_id = webhook_message.webhook_id AND last.trouble IS NOT NULL AND last.state <> 3
                 ORDER BY last.made_at DESC, last.id DESC LIMIT 1) AS trouble
          FROM webhook_message GROUP BY webhook_id
        """,
        null, cancellationToken);
}
