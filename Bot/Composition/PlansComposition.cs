using PlanBot.Exporting;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>Plans and what happens to them: import, periods, reports.</summary>
internal static class PlansComposition
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton<ImportNotice>()
        .AddSingleton<SubmitReport>()
        .AddSingleton<SaveDraft>()
        .AddTransient<CheckLedger>()
        .AddSingleton<ExportPeriod>()
        .AddSingleton<FillDemo>()
        .AddSingleton<SoleServer>().AddSingleton<StartUp>();
}
