namespace PlanBot.Data.Repositories;

/// <summary>What a channel is to do beside a reminder. The numbers are stored.</summary>
public enum ErrandKind
{
    /// <summary>待办, one for a person and period; done when the report is there.</summary>
    Todo = 1,

    /// <summary>An urgent call, one for a person, period and step.</summary>
    Call = 2,
}

/// <summary>Where an errand stands. The numbers are stored.</summary>
public enum ErrandState
{
    Wanted = 1,

    /// <summary>A call is under way; where nothing more is heard, nobody knows whether it went out.</summary>
    Begun = 2,

    /// <summary>The to-do stands in the channel and is open.</summary>
    There = 3,

    /// <summary>Nothing more is to be done, or was not necessary any more.</summary>
    Done = 4,

    /// <summary>The to-do was done, and its report is owed again.</summary>
    Reopening = 5,

    /// <summary>The report is there, and the to-do is to be done.</summary>
    Completing = 6,

    GivenUp = 7,
}

/// <param name="Id">Also the channel's key for it, so that asking twice makes one.</param>
/// <param name="Step">Empty for a to-do.</param>
/// <param name="TaskId">The channel's own; null until it has said.</param>
public sealed record ChannelErrand(
    Guid Id, string Channel, ErrandKind Kind, Guid PersonId, Guid PeriodId, string Step, string UserId, string Words, DateTimeOffset DueAt, ErrandState State, string? TaskId, DateTimeOffset CreatedAt, int Tries);

/// <summary>Errands of channels: wanted beside a reminder, settled by the ledger, carried out by whichever node leases them.</summary>
public interface IErrandRepository
{
    /// <summary>Wants the errand. One that is there already (unique key: channel, kind, person, period, step) stays the one; a to-do that was done is wanted open again.</summary>
    /// <param name="units">Whose reports it is about.</param>
    Task WantAsync(ChannelErrand errand, IReadOnlyCollection<Guid> units, CancellationToken cancellationToken);

    /// <summary>Looks at the ledger: where nothing is owed any more, or the period is closed, a to-do is to be completed, and what was not begun need not be. Calls under way whose lease has ended are given up.</summary>
    /// <returns>Calls given up so: perhaps they went out.</returns>
    Task<int> SettleAsync(string channel, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="most"/> errands that are to be carried out.</summary>
    /// <returns>The oldest first.</returns>
    Task<IReadOnlyList<ChannelErrand>> LeaseAsync(string channel, DateTimeOffset now, DateTimeOffset leasedUntil, int most, CancellationToken cancellationToken);

    /// <summary>Goes on from the state in which the errand was leased.</summary>
    /// <param name="nextAt">Not carried out before; only where something is still to be done.</param>
    /// <returns>False where it stands otherwise by now; nothing is written then.</returns>
    Task<bool> MoveAsync(ChannelErrand errand, ErrandState to, string? taskId, DateTimeOffset nextAt, CancellationToken cancellationToken);

    /// <summary>Forgets errands that ended and were wanted before <paramref name="before"/>.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
