using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Dashboard;
using PlanBot.Data.Queries;
using PlanBot.Data.Sql;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The dashboard: its door, its pages, and the news that keep them up to date.</summary>
internal static class DashboardComposition
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<DashboardOptions>(configuration, "Dashboard");
        services.AddOpenId(configuration);
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "planbot.desk.forms";
            forms.Cookie.Path = "/dashboard";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true; // the policy of the pages says it
        });
        services.TryAddSingleton<DeskCookies>();
        services.TryAddSingleton<DeskDoor>();
        services.TryAddSingleton<DeskScopes>();
        services.TryAddSingleton<OverviewReader>();
        services.TryAddSingleton<ReportReader>();
        services.TryAddSingleton<ImportDesk>();
        services.TryAddSingleton<MendNotice>();
        services.TryAddSingleton<LedgerMark>();
        services.TryAddSingleton<LedgerNews>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerNews>());
        services.AddSingleton<DeskQuery>();
        services.AddSingleton(provider => new SearchQuery(provider.GetRequiredService<IDatabase>(), provider.GetRequiredKeyedService<TimeProvider>("wall")));
        return services;
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/dashboard"),
            pages => pages.Use(next => http => http.RequestServices.GetRequiredService<DeskDoor>().EnterAsync(http, next)));
        DashboardEndpoints.Map(app);
    }
}
