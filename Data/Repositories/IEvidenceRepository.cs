using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Files that go with reports; the contents themselves are kept elsewhere.</summary>
public interface IEvidenceRepository
{
    Task AddAsync(Evidence evidence, CancellationToken cancellationToken);

    /// <summary>By obligation, oldest first.</summary>
    Task<IReadOnlyList<Evidence>> OfAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken);

    /// <summary>What was added in the making goes with this version from now on.</summary>
    Task FileAsync(Guid obligationId, int version, CancellationToken cancellationToken);

    /// <summary>Whether any report refers to this content.</summary>
    Task<bool> RefersToAsync(string sha256, CancellationToken cancellationToken);
}
