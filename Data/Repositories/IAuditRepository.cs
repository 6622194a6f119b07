using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

public interface IAuditRepository
{
    Task AddAsync(AuditRecord record, CancellationToken cancellationToken);

    /// <summary>What the person did since then, newest first.</summary>
    Task<IReadOnlyList<AuditRecord>> ByPersonAsync(Guid personId, DateTimeOffset since, int take, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<AuditRecord>> OfAsync(Guid subjectId, CancellationToken cancellationToken);
}
