using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>A unit whose contact is away on a day.</summary>
public sealed record AwayContact
{
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Null where the unit's backup stands in.</summary>
    public Guid? DeputyId { get; init; }
}

/// <summary>Who is away, and who stands in.</summary>
public sealed class AbsenceRepository(IDatabase database)
{
    private const string Columns = "id, person_id, from_on, until_on, deputy_id, made_by, made_at, ended_at";

    public Task AddAsync(Absence absence, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO absence (id, person_id, from_on, until_on, deputy_id, made_by, made_at) VALUES (@Id, @PersonId, @From, @Until, @DeputyId, @MadeBy, @MadeAt)
            ON CONFLICT (id) DO NOTHING
            """;
        return database.WriteAsync(sql, new { absence.Id, absence.PersonId, absence.From, absence.Until, absence.DeputyId, absence.MadeBy, absence.MadeAt }, cancellationToken);
    }

    /// <returns>False when it was over already.</returns>
    public async Task<bool> EndAsync(Guid absenceId, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync("UPDATE absence SET ended_at = @at WHERE id = @absenceId AND ended_at IS NULL", new { absenceId, at }, cancellationToken) > 0;

    /// <summary>Absences of these people that are not over on that day, by first day.</summary>
    public async Task<IReadOnlyList<Absence>> OfAsync(IReadOnlyCollection<Guid> personIds, DateOnly day, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns} FROM absence WHERE person_id = ANY (@personIds) AND ended_at IS NULL AND (until_on IS NULL OR until_on >= @day) ORDER BY from_on, id
            """;
        return [.. (await database.QueryAsync<Row>(sql, new { personIds = new IdList(personIds), day }, cancellationToken)).Select(row => row.ToModel())];
    }

    /// <summary>Units whose contact is away on that day; few at any time.</summary>
    public Task<IReadOnlyList<AwayContact>> AwayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT a.person_id, c.unit_id, a.deputy_id
              FROM absence a JOIN contact c ON c.person_id = a.person_id AND c.kind = 1
             WHERE a.ended_at IS NULL AND a.from_on <= @day AND (a.until_on IS NULL OR a.until_on >= @day)
               AND (c.from_on IS NULL OR c.from_on <= @day) AND (c.until_on IS NULL OR c.until_on > @day)
            """;
        return database.QueryAsync<AwayContact>(sql, new { day }, cancellationToken);
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required DateOnly FromOn { get; init; }
        public DateOnly? UntilOn { get; init; }
        public Guid? DeputyId { get; init; }
        public required Guid MadeBy { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }

        public Absence ToModel() => new()
        {
            Id = Id, PersonId = PersonId, From = FromOn, Until = UntilOn, DeputyId = DeputyId, MadeBy = MadeBy, MadeAt = MadeAt, EndedAt = EndedAt,
        };
    }
}
