using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanBot.Dashboard.Pages;

namespace PlanBot.Dashboard;

/// <summary>The dashboard's door inside Teams.</summary>
internal static class TeamsTabEndpoints
{
    /// <summary>Far longer than any token that Teams gives.</summary>
    private const int LongestToken = 16 * 1024;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/teams", (HttpContext http, TeamsTabSignIn tab) => tab.IsOff ? Results.NotFound() : Page(http));
        desk.MapPost("/teams", EnterAsync);
    }

    /// <summary>Asks Teams who is there and comes back by itself.</summary>
    public static RazorComponentResult<TeamsTab> Page(HttpContext http, int status = StatusCodes.Status200OK, bool isRefused = false) => new(new Dictionary<string, object?>
    {
        [nameof(TeamsTab.Language)] = DeskCookies.LanguageOf(http, null), [nameof(TeamsTab.FormToken)] = http.Features.Get<DoorToken>()?.Token ?? "", [nameof(TeamsTab.IsRefused)] = isRefused,
    }) { StatusCode = status };

    private static async Task<IResult> EnterAsync(HttpContext http, [FromForm] string? token, TeamsTabSignIn tab, DeskCookies cookies, CancellationToken cancellationToken)
    {
        if (tab.IsOff)
            return Results.NotFound();
        if (token is not { Length: > 0 and <= LongestToken } || await tab.EnterAsync(token, cancellationToken) is not { } secret)
            return Page(http, StatusCodes.Status403Forbidden, isRefused: true);
        cookies.SetSession(http, secret);
        return Results.LocalRedirect("/dashboard");
    }
}
