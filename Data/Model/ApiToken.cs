namespace PlanBot.Data.Model;

/// <summary>What a system may do with its token. The numbers are stored, added up.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>Plans, periods, what is owed, reports, figures, the summary.</summary>
    Read = 1,

    /// <summary>File reports for units.</summary>
    Report = 2,

    /// <summary>Urge, extend, waive.</summary>
    Manage = 4,
}

/// <summary>How far a system may go.</summary>
/// <param name="PlanIds">The only plans; empty for all.</param>
/// <param name="UnitIds">The only units; empty for all.</param>
public sealed record ApiAccess(ApiScopes Scopes, IReadOnlyList<Guid> PlanIds, IReadOnlyList<Guid> UnitIds)
{
    public bool CoversPlan(Guid planId) => PlanIds.Count == 0 || PlanIds.Contains(planId);

    /// <param name="unitId">Null for all units together.</param>
    public bool CoversUnit(Guid? unitId) => UnitIds.Count == 0 || (unitId is { } id && UnitIds.Contains(id));
}

/// <summary>Another system's way in (接口令牌). The system stands among the people under the token's name, so that reports and audit can name it.</summary>
public sealed record ApiToken
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, lower hex.</summary>
    public required string SecretHash { get; init; }

    public required ApiAccess Access { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Null where the command line made it.</summary>
    public Guid? MadeBy { get; init; }

    /// <summary>From then on it is no good; null for no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>To a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public bool IsGood(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}
