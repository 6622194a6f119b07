using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>One period of a plan, counted from the ledger.</summary>
public sealed record PeriodTally
{
    public required ReportingPeriod Period { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset CollectionFrom { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Waived ones included.</summary>
    public required int Total { get; init; }

    public required int Waived { get; init; }
    public required int Open { get; init; }

    /// <summary>First submitted at or after the due instant, and counting now.</summary>
    public required int Late { get; init; }

    public int Owed => Total - Waived;

    public int Reported => Owed - Open;

    public int InTime => Reported - Late;
}

/// <summary>On-time rate and completeness from period to period.</summary>
public sealed class TrendQuery(IDatabase database)
{
    /// <param name="periodIds">Periods to count: a plan's whole history need not be read for its last year.</param>
    /// <param name="unitIds">Only what these units owe; null for all.</param>
    /// <returns>By first day; a period in which nothing is owed is not among them.</returns>
    public async Task<IReadOnlyList<PeriodTally>> RunAsync(IReadOnlyCollection<Guid> periodIds, IReadOnlyCollection<Guid>? unitIds, CancellationToken cancellationToken)
    {
        if (periodIds.Count == 0)
            return [];
        // Each obligation stands in one period and one state, so no figure holds it twice.
        var (sql, parameters) = PeriodByPeriod.Of(periodIds, $"""
            SELECT p.period, p.due_at, p.collection_from, p.closed_at, count(*) AS total,
                   sum(CASE WHEN o.state = 7 THEN 1 ELSE 0 END) AS waived,
                   sum(CASE WHEN o.state IN (1, 2, 6) THEN 1 ELSE 0 END) AS open,
                   sum(CASE WHEN o.state IN (3, 4, 5) AND o.submitted_at >= o.due_at THEN 1 ELSE 0 END) AS late
              FROM reporting_period p
              JOIN obligation o ON o.period_id = p.id
             WHERE p.id = @periodId AND {(unitIds is null ? "1 = 1" : "o.unit_id = ANY (@unitIds)")}
             GROUP BY p.id, p.period, p.due_at, p.collection_from, p.closed_at
            """);
        parameters.Add("unitIds", new IdList(unitIds ?? []));
        var rows = await database.QueryAsync<PeriodTally>(sql, parameters, cancellationToken);
        return [.. rows.OrderBy(row => row.Period)];
    }
}
