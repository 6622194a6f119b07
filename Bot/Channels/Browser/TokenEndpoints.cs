using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>Direct Line: tokens. Making one does not contact the bot.</summary>
internal static class TokenEndpoints
{
    private const int LongestUserId = 128;

    public static void Map(RouteGroupBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", GenerateAsync);
        directLine.MapPost("/tokens/refresh", Refresh);
    }

    /// <summary>Body <c>{"user":{"id"}}</c>; without an id the token is a new stranger's.</summary>
    private static async Task<IResult> GenerateAsync(
        HttpRequest request, DirectLineAccess access, Conversations conversations, BrowserTokens tokens, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (access.RefuseToGenerate(request) is { } refusal)
            return refusal;
        var (body, unreadable) = await RequestBody.ReadAsync(request, cancellationToken);
        if (unreadable is not null)
            return unreadable;
        var (userId, isOdd) = UserIdIn(body!);
        if (isOdd)
            return DirectLineError.Bad("user.id must be a text of at most 128 characters without control characters.");
        var token = await conversations.TokenOfAsync(userId ?? $"visitor-{Guid.CreateVersion7(clock.GetUtcNow()):N}", cancellationToken);
        return TypedResults.Ok(new TokenGrant(token.ConversationId, tokens.Issue(token)));
    }

    private static IResult Refresh(HttpRequest request, DirectLineAccess access, BrowserTokens tokens)
    {
        var (token, refusal) = access.Check(request);
        return token is null ? refusal! : TypedResults.Ok(new TokenGrant(token.ConversationId, tokens.Issue(token)));
    }

    private static (string? UserId, bool IsOdd) UserIdIn(JObject body) => body["user"] switch
    {
        null or { Type: JTokenType.Null } => (null, false),
        JObject user => user["id"] switch
        {
            null or { Type: JTokenType.Null } => (null, false),
            { Type: JTokenType.String } id when IsGood((string)id!) => ((string)id!, false),
            _ => (null, true),
        },
        _ => (null, true),
    };

    private static bool IsGood(string userId) => !string.IsNullOrWhiteSpace(userId) && userId.Length <= LongestUserId && !userId.Any(char.IsControl);
}
