using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>What reached the people of one unit about a period, and what its reports cost them.</summary>
public sealed record UnitBurden
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Messages that reached somebody of the unit: steps and escalations, urgings, letters and announcements.</summary>
    public required int Reminders { get; init; }
    public required int Urgings { get; init; }
    public required int Letters { get; init; }

    /// <summary>People who got at least one.</summary>
    public required int People { get; init; }

    /// <summary>The most that one of them got.</summary>
    public required int Most { get; init; }

    /// <summary>Minutes from the first word to the filing, one for each report; most often one.</summary>
    public IReadOnlyList<double> Minutes { get; init; } = [];

    public int Questions { get; init; }
    public int Repeated { get; init; }

    public int Messages => Reminders + Urgings + Letters;
}

/// <summary>The load that PlanBot itself causes. It is shown in the notice's order and never ranked.</summary>
public sealed class BurdenQuery(IDatabase database)
{
    /// <returns>Every unit of the plan, in the notice's order.</returns>
    public async Task<IReadOnlyList<UnitBurden>> RunAsync(Guid planId, ReportingPeriod period, CancellationToken cancellationToken)
    {
        // Kinds 3 and 4 are the office's own digests.
        const string messages = """
            SELECT person_id, CAST(count(DISTINCT CASE WHEN kind IN (1, 2) THEN message_id END) AS integer) AS reminders, CAST(count(DISTINCT CASE WHEN kind = 5 THEN message_id END) AS integer) AS urgings,
                   CAST(count(DISTINCT CASE WHEN kind IN (6, 7) THEN message_id END) AS integer) AS letters
              FROM reminder WHERE plan_id = @planId AND period = @period AND state = 3 AND kind NOT IN (3, 4) GROUP BY person_id
            """;
        // Who is the contact of two units carries the message for both.
        const string people = """
            SELECT u.id AS unit_id, u.name AS unit_name, c.person_id
              FROM (SELECT a.unit_id, min(CAST(t.ordinal AS bigint) * 1000000 + a.ordinal) AS place
                      FROM plan_task t JOIN assignment a ON a.task_id = t.id
                     WHERE t.plan_id = @planId GROUP BY a.unit_id) o
              JOIN unit u ON u.id = o.unit_id AND u.kind = 1
              LEFT JOIN (SELECT DISTINCT unit_id, person_id FROM contact) c ON c.unit_id = u.id
             ORDER BY o.place, c.person_id
            """;
        const string efforts = "SELECT unit_id, started_at, filed_at, questions, repeated FROM report_effort WHERE plan_id = @planId AND period = @period ORDER BY filed_at, id";
        var got = (await database.QueryAsync<GotRow>(messages, new { planId, period }, cancellationToken)).ToDictionary(row => row.PersonId);
        var byUnit = (await database.QueryAsync<EffortRow>(efforts, new { planId, period }, cancellationToken)).ToLookup(effort => effort.UnitId);
        var units = (await database.QueryAsync<PlaceRow>(people, new { planId }, cancellationToken)).GroupBy(row => (row.UnitId, row.UnitName));
        return [.. units.Select(unit => Of(unit.Key, [.. unit.Select(row => row.PersonId is { } person ? got.GetValueOrDefault(person) : null).OfType<GotRow>()], [.. byUnit[unit.Key.UnitId]]))];
    }

    private static UnitBurden Of((Guid Id, string Name) unit, IReadOnlyList<GotRow> got, IReadOnlyList<EffortRow> efforts) => new()
    {
        UnitId = unit.Id, UnitName = unit.Name, Reminders = got.Sum(row => row.Reminders), Urgings = got.Sum(row => row.Urgings), Letters = got.Sum(row => row.Letters), People = got.Count,
        Most = got.Select(row => row.Reminders + row.Urgings + row.Letters).DefaultIfEmpty().Max(), Minutes = [.. efforts.Select(effort => (effort.FiledAt - effort.StartedAt).TotalMinutes)],
        Questions = efforts.Sum(effort => effort.Questions), Repeated = efforts.Sum(effort => effort.Repeated),
    };

    private sealed record GotRow
    {
        public required Guid PersonId { get; init; }
        public required int Reminders { get; init; }
        public required int Urgings { get; init; }
        public required int Letters { get; init; }
    }

    private sealed record PlaceRow
    {
        public required Guid UnitId { get; init; }
        public required string UnitName { get; init; }

        /// <summary>Null where the unit has nobody.</summary>
        public Guid? PersonId { get; init; }
    }

    private sealed record EffortRow
    {
        public required Guid UnitId { get; init; }
        public required DateTimeOffset StartedAt { get; init; }
        public required DateTimeOffset FiledAt { get; init; }
        public required int Questions { get; init; }
        public required int Repeated { get; init; }
    }
}
