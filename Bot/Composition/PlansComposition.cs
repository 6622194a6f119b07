using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Exporting;
using PlanBot.Importing;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>Plans and what happens to them: import, periods, reports.</summary>
internal static class PlansComposition
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton<ReadNotice>().AddSingleton<KnownUnits>().AddSingleton<CompareNotice>().AddSingleton<ProposeRule>().AddSingleton<ImportNotice>().AddSingleton<ApplyNotice>().AddSingleton<LinkTasks>().AddSingleton<NameUnits>()
        .AddSingleton<SubmitReport>().AddSingleton<WithdrawReport>().AddSingleton<TakeBackRequest>().AddSingleton<AddEvidence>()
        .AddSingleton<SaveDraft>()
        .AddSingleton<WriteLetter>().AddSingleton<RuleOnReports>().AddSingleton<AskForRuling>().AddSingleton<RequestedReports>().AddSingleton<DecideRequest>()
        .AddSingleton<IGrantRequest, GrantRuling>().AddSingleton<RequireSignOff>()
        .AddTransient<CheckLedger>()
        .AddTransient<FillUnasked>()
        .AddSingleton<SaysNothing>(NothingToSay.Matches).AddSingleton<ExportPeriod>()
        .AddSingleton<FillDemo>()
        .AddSingleton<SoleServer>().AddSingleton<StartUp>();
}
