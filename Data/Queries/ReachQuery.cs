using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A unit, or one contact of it, with whom something stands between PlanBot and an answer.</summary>
public sealed record ReachRow
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Null when the unit has nobody at all.</summary>
    public Guid? PersonId { get; init; }
    public string? PersonName { get; init; }

    public string? Phone { get; init; }
    public ContactKind? Kind { get; init; }

    /// <summary>Known on a channel that is in use.</summary>
    public required bool HasIdentity { get; init; }

    /// <summary>Why the latest message was not delivered (<c>ReminderOutcome</c>); null when it was, or none was sent yet.</summary>
    public string? Failure { get; init; }

    /// <summary>When that message was to be sent; of one that was delivered, too. Null when none was sent yet.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Has opened the conversation, or written in it.</summary>
    public required bool HasOpened { get; init; }

    /// <summary>Messages wait in the browser since then, and nobody has opened the page; null when it was opened, or the last message went another way.</summary>
    public DateTimeOffset? UnseenSince { get; init; }

    /// <summary>What was sent lies where the person can read it; only nobody has ever opened the conversation, or looked since. Whoever has been there before is no more out of reach than who never was.</summary>
    public bool IsOnlyUnopened => PersonName is not null && HasIdentity && Failure is null;
}

/// <summary>Who cannot be reached, and why.</summary>
public sealed class ReachQuery(IDatabase database)
{
    /// <summary>Outcome of a message to somebody who was on no channel: being bound since puts it right.</summary>
    private const string Unbound = "unreachable: no channel";

    /// <summary>How long a message may wait in the browser before its reader counts as out of reach.</summary>
    public static readonly TimeSpan MayWait = TimeSpan.FromHours(24);

    private const string Latest = "FROM reminder r WHERE r.person_id = c.person_id AND r.state IN (3, 5) ORDER BY r.due_at DESC, r.id DESC LIMIT 1";

    /// <param name="channels">Channels in use; an identity on any other does not make a person reachable.</param>
    /// <param name="today">In the plan's zone: contacts come and go on a day.</param>
    /// <param name="now">Null to leave out those who have only not looked yet.</param>
    /// <returns>By unit in the notice's order, the contact before the backups: units without anybody, and contacts without an identity, whose last message failed for good, or who
    /// never opened the conversation, or not since a message that waits in the browser for a day. The unit's leader is not among them: a leader is only told, never asked.</returns>
    public Task<IReadOnlyList<ReachRow>> RunAsync(Guid planId, IReadOnlyCollection<string> channels, DateOnly today, CancellationToken cancellationToken, DateTimeOffset? now = null)
    {
        const string sql = $"""
            WITH unit_of_plan AS (
                SELECT a.unit_id, min(CAST(t.ordinal AS bigint) * 1000000 + a.ordinal) AS place
                  FROM plan_task t JOIN assignment a ON a.task_id = t.id
                 WHERE t.plan_id = @planId
                   AND (a.dropped_at IS NULL OR EXISTS (SELECT 1 FROM reporting_period rp JOIN obligation o ON o.period_id = rp.id AND o.assignment_id = a.id
                                                         WHERE rp.plan_id = @planId AND rp.closed_at IS NULL))
                 GROUP BY a.unit_id),
            reach AS (
                SELECT u.id AS unit_id, u.name AS unit_name, up.place, p.id AS person_id, p.name AS person_name, COALESCE(p.mobile, p.phone) AS phone, c.kind,
                       (EXISTS (SELECT 1 FROM channel_identity i WHERE i.person_id = c.person_id AND i.channel = ANY (@channels)) OR (@mail = 1 AND p.email IS NOT NULL)) AS has_identity,
                       (SELECT r.outcome {Latest}) AS failure, (SELECT r.due_at {Latest}) AS last_at,
                       CASE WHEN (SELECT r.channel {Latest}) = 'directline'
                            THEN (SELECT min(m.sent_at) FROM channel_identity i JOIN message_receipt m ON m.channel = i.channel AND m.user_id = i.user_id
                                   WHERE i.person_id = c.person_id AND i.channel = 'directline' AND m.seen_at IS NULL) END AS unseen_since,
                       CASE WHEN p.language IS NOT NULL OR (@mail = 1 AND p.email IS NOT NULL) THEN 1 = 1
                            ELSE EXISTS (SELECT 1 FROM channel_identity i
                                          WHERE i.person_id = c.person_id
                                            AND (i.conversation_reference IS NOT NULL
                                                 OR EXISTS (SELECT 1 FROM request q WHERE q.channel = i.channel AND q.user_id = i.user_id)
                                                 OR EXISTS (SELECT 1 FROM chat_conversation h WHERE h.user_id = i.user_id AND i.channel = 'directline' AND h.greeted))) END AS has_opened
                  FROM unit_of_plan up
                  JOIN unit u ON u.id = up.unit_id AND u.kind = 1
                  LEFT JOIN contact c ON c.unit_id = u.id AND c.kind IN (1, 2) AND (c.from_on IS NULL OR c.from_on <= @today) AND (c.until_on IS NULL OR c.until_on > @today)
                  LEFT JOIN person p ON p.id = c.person_id)
            SELECT unit_id, unit_name, person_id, person_name, phone, kind, has_identity, failure, last_at, has_opened, unseen_since
              FROM reach WHERE person_name IS NULL OR NOT has_identity OR (failure IS NOT NULL AND NOT (has_identity AND failure = @unbound)) OR NOT has_opened OR unseen_since <= @unseenBefore
             ORDER BY place, kind, person_name
            """;
        return database.QueryAsync<ReachRow>(sql, new { planId, today, channels = new KeyList(channels), mail = Mail.In(channels), unbound = Unbound, unseenBefore = now is { } at ? at - MayWait : DateTimeOffset.MinValue }, cancellationToken);
    }
}
