using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Texts that wait for their task.</summary>
public interface IKeptTextRepository
{
    /// <summary>The person's latest; null when nothing waits.</summary>
    Task<KeptText?> LatestAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Keeps it, in place of what was kept under the same id.</summary>
    Task KeepAsync(KeptText text, CancellationToken cancellationToken);

    Task ForgetAsync(Guid id, CancellationToken cancellationToken);
}
