using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Versions of reports, and drafts.</summary>
public interface IProgressRepository
{
    /// <summary>Adds one version, with at least one section, and drops the draft that it grew from; evidence without a version goes with this one.</summary>
    /// <remarks>(obligation, version) is unique.</remarks>
    Task AddAsync(ProgressEntry entry, CancellationToken cancellationToken);

    /// <summary>All versions, oldest first.</summary>
    Task<IReadOnlyList<ProgressEntry>> VersionsAsync(Guid obligationId, CancellationToken cancellationToken);

    /// <summary>The version that counts, for each of these obligations that has one.</summary>
    Task<IReadOnlyList<ProgressEntry>> LatestAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken);

    /// <summary>Drafts among these obligations.</summary>
    Task<IReadOnlyList<ReportDraft>> DraftsAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken);

    /// <summary>Replaces the obligation's draft.</summary>
    Task SaveDraftAsync(ReportDraft draft, CancellationToken cancellationToken);

    Task DeleteDraftAsync(Guid obligationId, CancellationToken cancellationToken);
}
