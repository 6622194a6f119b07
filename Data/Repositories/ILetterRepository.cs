using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>What people are told when somebody has acted; to whom and when is the outbox's.</summary>
public interface ILetterRepository
{
    Task AddAsync(Letter letter, CancellationToken cancellationToken);

    Task<Letter?> FindAsync(Guid letterId, CancellationToken cancellationToken);
}
