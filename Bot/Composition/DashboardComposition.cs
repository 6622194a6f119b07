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
        services.AddTeamsTab(configuration);
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            // Lax, so that a link from Teams does not make a new one and with it every form that stands open useless; the token in the form does the work.
            forms.Cookie = new FormCookie { Name = "planbot.desk.forms", Path = "/dashboard", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, SecurePolicy = CookieSecurePolicy.SameAsRequest };
            forms.SuppressXFrameOptionsHeader = true; // the policy of the pages says it
        });
        services.TryAddSingleton<DeskCookies>();
        services.TryAddSingleton<DeskDoor>();
        services.TryAddSingleton<DeskScopes>();
        services.TryAddSingleton<PlanShares>();
        services.TryAddSingleton<DeskSearch>();
        services.TryAddSingleton<ExportsUnderWay>();
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

    /// <summary>Marked as secure behind a proxy that takes the TLS off, too; the policy <c>Always</c> would refuse every request there.</summary>
    private sealed class FormCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure |= context.RequestServices.GetRequiredService<PublicAddress>().IsHttps;
            return options;
        }
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/dashboard"),
            pages => pages.Use(next => http => http.RequestServices.GetRequiredService<DeskDoor>().EnterAsync(http, next)));
        DashboardEndpoints.Map(app);
    }
}
