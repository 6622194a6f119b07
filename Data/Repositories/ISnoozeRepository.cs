namespace PlanBot.Data.Repositories;

/// <summary>Until when people want to hear of no steps.</summary>
public interface ISnoozeRepository
{
    /// <summary>Null when the person has no such wish, or its time is over at <paramref name="now"/>.</summary>
    Task<DateTimeOffset?> UntilAsync(Guid personId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Everybody who wants to hear of no steps at that moment.</summary>
    Task<IReadOnlySet<Guid>> SnoozedAsync(DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Those of these people who want to hear of no steps at that moment.</summary>
    Task<IReadOnlySet<Guid>> SnoozedAsync(IReadOnlyCollection<Guid> personIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Takes the place of an earlier wish.</summary>
    Task SetAsync(Guid personId, DateTimeOffset until, DateTimeOffset madeAt, CancellationToken cancellationToken);

    Task EndAsync(Guid personId, CancellationToken cancellationToken);
}
