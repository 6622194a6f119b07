using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.Browser;

/// <summary>Direct Line: opening a conversation, and opening its stream again.</summary>
internal static class ConversationEndpoints
{
    public static void Map(RouteGroupBuilder directLine)
    {
        directLine.MapPost("/conversations", StartAsync);
        directLine.MapGet("/conversations/{conversationId}", ReconnectAsync);
    }

    /// <summary>201 the first time that anybody opens this lasting conversation, 200 ever after. The stream begins with its history.</summary>
    private static async Task<IResult> StartAsync(
        HttpRequest request, DirectLineAccess access, Conversations conversations, BrowserTokens tokens, IBot bot, IOptions<BrowserOptions> options,
        CancellationToken cancellationToken)
    {
        var (token, refusal) = access.Check(request);
        if (token is null)
            return refusal!;
        var (body, unreadable) = await RequestBody.ReadAsync(request, cancellationToken);
        if (unreadable is not null)
            return unreadable;
        var isNew = await conversations.StartAsync(token, LocaleIn(body!), bot, cancellationToken);
        var grant = Grant(request, token, tokens, options.Value, watermark: 0);
        return isNew ? TypedResults.Created($"/v3/directline/conversations/{token.ConversationId}", grant) : TypedResults.Ok(grant);
    }

    private static async Task<IResult> ReconnectAsync(
        string conversationId, string? watermark, HttpRequest request, DirectLineAccess access, BrowserTokens tokens, IOptions<BrowserOptions> options,
        CancellationToken cancellationToken)
    {
        var (token, refusal) = await access.CheckAsync(request, conversationId, cancellationToken);
        if (token is null)
            return refusal!;
        return ActivitySet.ReadWatermark(watermark) is { } after
            ? TypedResults.Ok(Grant(request, token, tokens, options.Value, after))
            : DirectLineError.Bad("The watermark is not one of ours.");
    }

    private static TokenGrant Grant(HttpRequest request, BrowserToken token, BrowserTokens tokens, BrowserOptions options, long watermark)
    {
        var text = tokens.Issue(token);
        // A WebSocket opened by a page cannot carry a header, so the token stands in the address.
        var stream = $"/v3/directline/conversations/{Uri.EscapeDataString(token.ConversationId)}/stream?watermark={watermark}&t={Uri.EscapeDataString(text)}";
        return new TokenGrant(token.ConversationId, text) { StreamUrl = Origin(request, options) + stream };
    }

    private static string Origin(HttpRequest request, BrowserOptions options)
    {
        var address = string.IsNullOrEmpty(options.PublicUrl) ? $"{request.Scheme}://{request.Host}{request.PathBase}" : options.PublicUrl.TrimEnd('/');
        return "ws" + address["http".Length..]; // http becomes ws, https becomes wss
    }

    private static string? LocaleIn(JObject body) => body["locale"] is { Type: JTokenType.String } locale && ((string)locale!).Length <= 35 ? (string)locale! : null;
}
