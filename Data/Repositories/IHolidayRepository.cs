using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Holiday lists loaded beside the program's own.</summary>
public interface IHolidayRepository
{
    /// <summary>By year.</summary>
    Task<IReadOnlyList<HolidayYear>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds the year, or replaces what was loaded for it.</summary>
    Task SaveAsync(HolidayYear year, CancellationToken cancellationToken);
}
