using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Composition;

internal static class CalendarComposition
{
    /// <summary>The working-day calendar as it stands, and the loading of later years.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.TryAddTransient<CurrentCalendar>();
        services.TryAddSingleton<LadderRepository>();
        services.TryAddSingleton<PlanLadders>();
        services.TryAddTransient<RecomputeDueDates>();
        services.TryAddTransient<ImportHolidays>();
        return services;
    }
}
