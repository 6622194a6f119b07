using PlanBot.Data.Model;

namespace PlanBot.Data.Queries;

/// <summary>Who is to be written to: set-based reads for the ladder and for urging, so that no person costs a query of their own.</summary>
public interface IReminderQuery
{
    /// <summary>Rounds of the period in which something is open; rising, the first round first.</summary>
    Task<IReadOnlyList<OpenRound>> OpenRoundsAsync(Guid periodId, CancellationToken cancellationToken);

    /// <summary>People of the units that have something open in the round, as far as they have no row for <paramref name="step"/> yet; by id.</summary>
    /// <param name="today">Only people who are in their place on that day.</param>
    /// <remarks>A page costs nearly as much as all of them together: few large ones are best.</remarks>
    Task<IReadOnlyList<StepRecipient>> UnitPeopleWithoutAsync(
        PlanPeriod period, OpenRound round, UnitAudience audience, string step, DateOnly today, PeoplePage page, CancellationToken cancellationToken);

    /// <summary>People in the role who have no row for <paramref name="step"/> yet; by id.</summary>
    /// <param name="kind">Kind of row that <see cref="StepRecipient.LastStepAt"/> looks at.</param>
    Task<IReadOnlyList<StepRecipient>> RoleWithoutAsync(
        PlanPeriod period, PersonRole role, int round, ReminderKind kind, string step, PeoplePage page, CancellationToken cancellationToken);

    /// <summary>Rows of messages that wait to be sent at <paramref name="at"/> or earlier; oldest first.</summary>
    Task<IReadOnlyList<Reminder>> WaitingAsync(DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Units with something open in the period, in the notice's order.</summary>
    Task<IReadOnlyList<OpenUnit>> OpenUnitsAsync(Guid periodId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Contacts of the units with something open in the period (a backup where there is no contact), by unit.</summary>
    /// <param name="channels">Channels in use; an identity on any other does not make a person reachable.</param>
    /// <param name="today">Only people who are in their place on that day.</param>
    Task<IReadOnlyList<UnitContact>> ContactsOfOpenUnitsAsync(Guid periodId, IReadOnlyCollection<string> channels, DateOnly today, CancellationToken cancellationToken);

    /// <summary>Those of these people who are known on none of the channels; in no order.</summary>
    /// <param name="channels">Channels in use; an address is a way by mail.</param>
    Task<IReadOnlyList<Guid>> WithoutChannelAsync(IReadOnlyCollection<Guid> personIds, IReadOnlyCollection<string> channels, CancellationToken cancellationToken);
}

/// <summary>Whom a step goes to in a unit.</summary>
public enum UnitAudience
{
    /// <summary>The contact; a backup only where there is none.</summary>
    Contact = 1,

    /// <summary>Everybody else in it: backups and the unit's leader.</summary>
    Others = 2,

    Backups = 3,

    Leaders = 4,
}

/// <param name="DueOn">In the first round 0 the earliest of its dates; later rounds stand once for each due date.</param>
public sealed record OpenRound
{
    public required int Round { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset DueAt { get; init; }
}

/// <summary>A stretch of people in the order of their ids, which is the same in .NET and in both databases.</summary>
/// <param name="After">Only people behind this one; null from the beginning.</param>
/// <param name="Take">At most so many.</param>
public readonly record struct PeoplePage(Guid? After, int Take);

public sealed record StepRecipient
{
    public required Guid PersonId { get; init; }

    /// <summary>Instant of the latest step that the outbox has for this person, period and round; null when it has none.</summary>
    public DateTimeOffset? LastStepAt { get; init; }
}

public sealed record OpenUnit
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required int Open { get; init; }
    public required int Overdue { get; init; }
}

public sealed record UnitContact
{
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required bool IsReachable { get; init; }

    /// <summary>When the person was last urged, or will be by a message that waits; whatever the plan. Null when never.</summary>
    public DateTimeOffset? LastUrgedAt { get; init; }

    /// <summary>When the last step of the ladder reached the person, whatever the plan. Null when none has.</summary>
    public DateTimeOffset? LastRemindedAt { get; init; }
}
