using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanBot.Api;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The interface for other systems: its door and its addresses.</summary>
internal static class ApiComposition
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<ApiOptions>(configuration, "Api");
        services.AddOpenApi("v1", ApiDescription.Describe);
        services.TryAddSingleton<SharedPace>();
        services.AddSingleton<ApiTokenRepository>().AddSingleton<ApiRequestRepository>();
        services.TryAddSingleton<ApiQuery>();
        return services.AddSingleton<ApiTokens>().AddSingleton<ApiDoor>().AddSingleton<RepeatedRequests>().AddSingleton<ApiFinder>();
    }

    public static void MapApi(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.Enabled)
            return;
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(ApiDoor.Root, StringComparison.OrdinalIgnoreCase),
            api => api.Use(next => http => http.RequestServices.GetRequiredService<ApiDoor>().EnterAsync(http, next)));
        ApiEndpoints.Map(app);
    }
}
