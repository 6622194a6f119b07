using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>One round of messages about a period: the same step at the same moment.</summary>
public sealed record SentRound
{
    public required ReminderKind Kind { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>People whom it has reached.</summary>
    public required int Sent { get; init; }

    /// <summary>People whom it could not reach.</summary>
    public required int Failed { get; init; }

    /// <summary>People to whom it has still to go.</summary>
    public required int Waiting { get; init; }
}

/// <summary>What was sent about a period, and how much one person got.</summary>
public sealed class SentQuery(IDatabase database)
{
    /// <param name="personIds">Only what these people got; null for all.</param>
    /// <returns>By moment. The office's own digests are not among them, nor letters and announcements, which belong to no period's collection.</returns>
    public Task<IReadOnlyList<SentRound>> RoundsAsync(Guid planId, ReportingPeriod period, IReadOnlyCollection<Guid>? personIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT kind, due_at, count(DISTINCT CASE WHEN state = 3 THEN person_id END) AS sent, count(DISTINCT CASE WHEN state = 5 THEN person_id END) AS failed,
                   count(DISTINCT CASE WHEN state IN (1, 2) THEN person_id END) AS waiting
              FROM reminder WHERE plan_id = @planId AND period = @period AND kind IN (1, 2, 5) AND {(personIds is null ? "1 = 1" : "person_id = ANY (@personIds)")}
             GROUP BY kind, due_at ORDER BY due_at, kind
            """;
        return database.QueryAsync<SentRound>(sql, new { planId, period, personIds = new IdList(personIds ?? []) }, cancellationToken);
    }

    /// <returns>The most messages that one of them has got about the period; 0 when nobody has.</returns>
    public async Task<int> MostAsync(Guid planId, ReportingPeriod period, IReadOnlyCollection<Guid>? personIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT coalesce(max(got.messages), 0) AS messages
              FROM (SELECT count(DISTINCT message_id) AS messages FROM reminder
                     WHERE plan_id = @planId AND period = @period AND kind IN (1, 2, 5) AND state = 3 AND {(personIds is null ? "1 = 1" : "person_id = ANY (@personIds)")}
                     GROUP BY person_id) AS got
            """;
        return (await database.FindAsync<Most>(sql, new { planId, period, personIds = new IdList(personIds ?? []) }, cancellationToken))!.Messages;
    }

    private sealed record Most
    {
        public required int Messages { get; init; }
    }
}
