using PlanBot.Data.Model;

namespace PlanBot.Api;

/// <summary>What other systems can ask for and do.</summary>
internal static class ApiEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiDoor.Root);
        var reading = Needing(api, ApiScopes.Read);
        PlanEndpoints.Map(reading);
        PeriodEndpoints.Map(reading);
        ReportEndpoints.Map(reading);
        ChangeEndpoints.Map(Needing(api, ApiScopes.Report), Needing(api, ApiScopes.Manage));
        app.MapOpenApi(ApiDoor.Document);
    }

    /// <summary>Endpoints that a token without this scope is refused at, before anything is looked for.</summary>
    private static RouteGroupBuilder Needing(RouteGroupBuilder api, ApiScopes scope)
    {
        var group = api.MapGroup("");
        group.AddEndpointFilter((context, next) => context.HttpContext.Features.Get<ApiCaller>() is { } caller && caller.Access.Scopes.HasFlag(scope)
            ? next(context)
            : ValueTask.FromResult<object?>(ApiProblem.ScopeMissing(PlanResource.Name(scope))));
        foreach (var status in new[] { StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests })
            group.ProducesProblem(status);
        return group;
    }
}
