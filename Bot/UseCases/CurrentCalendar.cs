using PlanBot.Data.Calendar;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>The working-day calendar as it stands: the program's own lists, and over them those loaded later.</summary>
public sealed class CurrentCalendar(IHolidayRepository holidays)
{
    public async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancellationToken) =>
        new(StateCouncilHolidays.Years.Concat(await holidays.AllAsync(cancellationToken)));
}
