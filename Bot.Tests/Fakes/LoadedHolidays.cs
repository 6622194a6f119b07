using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Fakes;

/// <summary>Holiday lists in memory.</summary>
internal sealed class LoadedHolidays : IHolidayRepository
{
    private readonly SortedDictionary<int, HolidayYear> years = [];

    public Task<IReadOnlyList<HolidayYear>> AllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HolidayYear>>(years.Values.ToList());

    public Task SaveAsync(HolidayYear year, CancellationToken cancellationToken)
    {
        years[year.Year] = year;
        return Task.CompletedTask;
    }
}
