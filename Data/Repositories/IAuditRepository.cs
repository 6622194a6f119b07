using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

public interface IAuditRepository
{
    Task AddAsync(AuditRecord record, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<AuditRecord>> OfAsync(Guid subjectId, CancellationToken cancellationToken);
}
