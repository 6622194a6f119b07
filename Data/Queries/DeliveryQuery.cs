using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A contact of a unit and the last message that was to reach them; of the message all is null when there has been none.</summary>
public sealed record DeliveryRow
{
    public required string UnitName { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required ContactKind Kind { get; init; }

    /// <summary>Has opened the conversation, or written in it.</summary>
    public required bool HasOpened { get; init; }

    public ReminderKind? Message { get; init; }
    public ReminderState? State { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public string? Channel { get; init; }

    /// <summary>Why it failed (<c>ReminderOutcome</c>).</summary>
    public string? Outcome { get; init; }

    /// <summary>The channel tells when it is seen; in Teams only where the person lets it.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Null while it has not been, as far as the channel tells.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>Whether the last message to a unit's contacts has arrived.</summary>
public sealed class DeliveryQuery(IDatabase database)
{
    private const string MessageSql = """
        SELECT r.id, r.kind, r.state, r.due_at, r.sent_at, r.channel, r.outcome,
               EXISTS (SELECT 1 FROM message_receipt m WHERE m.message_id = r.message_id) AS is_watched,
               (SELECT MIN(m.seen_at) FROM message_receipt m WHERE m.message_id = r.message_id) AS seen_at
          FROM reminder r WHERE r.id = ANY (@ids)
        """;

    /// <param name="today">In the plan's zone: contacts come and go on a day.</param>
    /// <returns>By unit, the contact before the backups. Messages that were skipped or taken back were to reach nobody and do not count.</returns>
    public async Task<IReadOnlyList<DeliveryRow>> RunAsync(IReadOnlyCollection<Guid> unitIds, DateOnly today, CancellationToken cancellationToken)
    {
        // Kinds 3 and 4 are the office's own digests.
        const string sql = """
            SELECT u.name AS unit_name, p.id AS person_id, p.name AS person_name, c.kind,
                   CASE WHEN p.language IS NOT NULL THEN 1 = 1
                        ELSE EXISTS (SELECT 1 FROM channel_identity i
                                      WHERE i.person_id = p.id
                                        AND (i.conversation_reference IS NOT NULL
                                             OR EXISTS (SELECT 1 FROM chat_conversation h WHERE h.user_id = i.user_id AND i.channel = 'directline' AND h.greeted))) END AS has_opened,
                   (SELECT last.id FROM reminder last
                     WHERE last.person_id = c.person_id AND last.state IN (1, 2, 3, 5) AND last.kind NOT IN (3, 4)
                     ORDER BY last.due_at DESC, last.id DESC LIMIT 1) AS message_row
              FROM contact c
              JOIN unit u ON u.id = c.unit_id
              JOIN person p ON p.id = c.person_id
             WHERE c.unit_id = ANY (@unitIds) AND c.kind IN (1, 2)
               AND (c.from_on IS NULL OR c.from_on <= @today) AND (c.until_on IS NULL OR c.until_on > @today)
             ORDER BY u.name, c.kind, p.name
            """;
        var contacts = await database.QueryAsync<ContactRow>(sql, new { unitIds = new IdList(unitIds), today }, cancellationToken);
        var ids = contacts.Select(contact => contact.MessageRow).OfType<Guid>().ToList();
        // By their ids: joined, PostgreSQL reads all messages that were ever sent.
        var messages = ids.Count == 0 ? [] : await database.QueryAsync<MessageRow>(MessageSql, new { ids = new IdList(ids) }, cancellationToken);
        var byId = messages.ToDictionary(message => message.Id);
        return [.. contacts.Select(contact => RowOf(contact, contact.MessageRow is { } id ? byId.GetValueOrDefault(id) : null))];
    }

    private static DeliveryRow RowOf(ContactRow contact, MessageRow? message) => new()
    {
        UnitName = contact.UnitName, PersonId = contact.PersonId, PersonName = contact.PersonName, Kind = contact.Kind, HasOpened = contact.HasOpened,
        Message = message?.Kind, State = message?.State, DueAt = message?.DueAt, SentAt = message?.SentAt, Channel = message?.Channel, Outcome = message?.Outcome, IsWatched = message?.IsWatched == true, SeenAt = message?.SeenAt,
    };

    private sealed record ContactRow
    {
        public required string UnitName { get; init; }
        public required Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public required ContactKind Kind { get; init; }
        public required bool HasOpened { get; init; }

        /// <summary>Null when there was none.</summary>
        public Guid? MessageRow { get; init; }
    }

    private sealed record MessageRow
    {
        public required Guid Id { get; init; }
        public required ReminderKind Kind { get; init; }
        public required ReminderState State { get; init; }
        public required DateTimeOffset DueAt { get; init; }
        public DateTimeOffset? SentAt { get; init; }
        public string? Channel { get; init; }
        public string? Outcome { get; init; }
        public required bool IsWatched { get; init; }
        public DateTimeOffset? SeenAt { get; init; }
    }
}
