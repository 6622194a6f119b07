using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Files that go with reports; the contents themselves are kept elsewhere.</summary>
/// <remarks>One added in the making has version 0; it goes with the version that <see cref="IProgressRepository.AddAsync"/> files next.</remarks>
public interface IEvidenceRepository
{
    Task AddAsync(Evidence evidence, CancellationToken cancellationToken);

    /// <summary>By obligation, oldest first.</summary>
    Task<IReadOnlyList<Evidence>> OfAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken);

    /// <summary>Whether any report refers to this content.</summary>
    Task<bool> RefersToAsync(string sha256, CancellationToken cancellationToken);
}
