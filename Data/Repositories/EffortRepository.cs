using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>What a report cost whoever filed it.</summary>
public sealed record ReportEffort
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid PlanId { get; init; }
    public required ReportingPeriod Period { get; init; }

    /// <summary>The first word of it.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Questions that were put on the way.</summary>
    public required int Questions { get; init; }

    /// <summary>Of these, those that were put before.</summary>
    public required int Repeated { get; init; }
}

public sealed class EffortRepository(IDatabase database)
{
    public Task AddAsync(ReportEffort effort, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO report_effort (id, person_id, unit_id, plan_id, period, started_at, filed_at, questions, repeated)
            VALUES (@Id, @PersonId, @UnitId, @PlanId, @Period, @StartedAt, @FiledAt, @Questions, @Repeated)
            """;
        return database.WriteAsync(sql, effort, cancellationToken);
    }
}
