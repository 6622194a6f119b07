using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Reporting periods and the obligations frozen at their opening.</summary>
public interface IPeriodRepository
{
    /// <summary>By first day.</summary>
    Task<IReadOnlyList<PlanPeriod>> OfPlanAsync(Guid planId, CancellationToken cancellationToken);

    Task<PlanPeriod?> FindAsync(Guid planId, ReportingPeriod period, CancellationToken cancellationToken);

    Task<PlanPeriod?> FindAsync(Guid periodId, CancellationToken cancellationToken);

    /// <summary>Opens the period with what is owed in it.</summary>
    /// <returns>False when it is open already (unique key: plan, period); nothing is written then.</returns>
    Task<bool> OpenAsync(PlanPeriod period, IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken);

    /// <summary>Writes what is owed in a period that was opened when its plan had no tasks yet.</summary>
    /// <returns>False when something is owed in it, or it is closed; nothing is written then.</returns>
    Task<bool> FillAsync(Guid periodId, IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken);

    /// <summary>Writes what is owed beside what is there; the caller has looked, in the same transaction, that it is not.</summary>
    Task AddOwedAsync(IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken);

    /// <summary>Keeps a due date that moved, and moves with it those obligations that stood at the old one; extended and returned ones keep their own.</summary>
    /// <returns>False when the period is closed; nothing is written then.</returns>
    Task<bool> MoveDueAsync(PlanPeriod period, DateOnly oldDueOn, CancellationToken cancellationToken);

    /// <summary>A period that is closed already keeps the instant at which it was.</summary>
    /// <returns>False when it was closed before.</returns>
    Task<bool> CloseAsync(Guid periodId, DateTimeOffset closedAt, CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="work"/>, in which periods may be opened and closed, and keeps nothing of it. Nobody waits meanwhile, and nobody else sees it.</summary>
    /// <remarks>Obligations of periods that are closed already are not there.</remarks>
    Task<T> RehearseAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
