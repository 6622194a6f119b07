using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PlanBot.Dashboard.Pages;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>Signing in by a link, signing out, and the language of the pages.</summary>
internal static class SignInEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/signin", Show);
        desk.MapPost("/signin", SignInAsync);
        desk.MapPost("/signout", SignOutAsync);
        desk.MapGet("/signedout", (HttpContext http, IOptions<OpenIdOptions> openId) => NoticePage.SignedOut(DeskCookies.LanguageOf(http, null), !openId.Value.IsOff));
        desk.MapGet("/openid", (IOptions<OpenIdOptions> openId) => openId.Value.IsOff ? Results.NotFound() : Results.Challenge(authenticationSchemes: [OpenIdSignIn.Scheme]));
        desk.MapGet("/openid/refused", (HttpContext http) => NoticePage.AccountUnknown(DeskCookies.LanguageOf(http, null)));
        desk.MapPost("/language", SetLanguage);
    }

    private static RazorComponentResult<SignIn> Show(HttpContext http) => new(new Dictionary<string, object?>
    {
        [nameof(SignIn.Language)] = DeskCookies.LanguageOf(http, null), [nameof(SignIn.FormToken)] = http.Features.Get<DoorToken>()!.Token,
    });

    /// <summary>The button. Only this uses the link up: programs that fetch links ahead of people do not press buttons.</summary>
    private static async Task<IResult> SignInAsync(HttpContext http, string? token, DeskAccess access, DeskCookies cookies, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || await access.EnterAsync(token, cookies.Lifetime, cancellationToken) is not { } secret)
            return NoticePage.LinkUsed(DeskCookies.LanguageOf(http, null));
        cookies.SetSession(http, secret);
        return Results.LocalRedirect("/dashboard");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, DeskCookies cookies, CancellationToken cancellationToken)
    {
        await cookies.EndSessionAsync(http, cancellationToken);
        return Results.LocalRedirect("/dashboard/signedout");
    }

    private static IResult SetLanguage(HttpContext http, [FromForm] string? language, [FromForm] string? back, DeskCookies cookies)
    {
        cookies.SetLanguage(http, Languages.Parse(language));
        return Results.LocalRedirect(IsPage(back) ? back! : "/dashboard");
    }

    /// <summary>As addresses are written: anything but printable ASCII cannot stand in a header.</summary>
    private static bool IsPage(string? back) => back?.StartsWith("/dashboard", StringComparison.Ordinal) == true && back.All(c => c is > ' ' and <= '~');
}
