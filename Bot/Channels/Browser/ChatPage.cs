using Microsoft.Extensions.Options;
using PlanBot.UseCases;

namespace PlanBot.Channels.Browser;

/// <summary>The page around Web Chat, and the way in to it.</summary>
internal static class ChatPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/chat"));
        app.MapGet("/chat", ShowAsync);
        app.MapGet("/chat/settings", (IOptions<DemoOptions> demo) => TypedResults.Ok(new { demo = demo.Value.Enabled }));
        app.MapPost("/chat/token", IssueTokenAsync);
        app.MapGet("/signin", (HttpContext http) => PageFile.Send(http, "signin.html"));
        app.MapPost("/signin", SignInAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SignInCookie cookie, IOptions<DemoOptions> demo, CancellationToken cancellationToken) =>
        demo.Value.Enabled || await cookie.ReadAsync(http, cancellationToken) is not null
            ? PageFile.Send(http, "index.html")
            : PageFile.Send(http, "closed.html", StatusCodes.Status403Forbidden);

    /// <summary>The signed-in person's token; the page asks again when it has run out.</summary>
    private static async Task<IResult> IssueTokenAsync(
        HttpContext http, SignInCookie cookie, Conversations conversations, BrowserTokens tokens, CancellationToken cancellationToken)
    {
        if (await cookie.ReadAsync(http, cancellationToken) is not var (person, userId))
            return DirectLineError.MissingToken;
        var token = await conversations.TokenOfAsync(userId, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new { token = tokens.Issue(token), conversationId = token.ConversationId, userId, name = person.Name });
    }

    /// <summary>The button of the sign-in page. Only this uses the link up: programs that fetch links ahead of people do not press buttons.</summary>
    private static async Task<IResult> SignInAsync(HttpContext http, string? token, SignInWithLink signIn, SignInCookie cookie, CancellationToken cancellationToken)
    {
        var identity = IsFromElsewhere(http.Request) || string.IsNullOrEmpty(token) ? null : await signIn.RunAsync(token, BrowserOptions.Channel, cancellationToken);
        if (identity is null)
            return PageFile.Send(http, "link-used.html", StatusCodes.Status410Gone);
        cookie.Set(http, identity);
        return Results.LocalRedirect("/chat#" + Uri.EscapeDataString(identity.UserId));
    }

    // Somebody else's page must not sign its visitor in as another person.
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin] && origin != "null" && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
}
