using System.Text;
using Microsoft.Extensions.Options;

namespace PlanBot.Channels.DingTalk;

/// <summary>POST /api/dingtalk/messages: what DingTalk pushes where it can reach this address. Acknowledged once it is kept; the answer goes out by itself.</summary>
internal static class MessageEndpoint
{
    public const string Path = "/api/dingtalk/messages";

    /// <summary>Bytes.</summary>
    internal const int Limit = 256 * 1024;

    private const string RetryAfter = "10";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, AnswerAsync);

    internal static async Task<IResult> AnswerAsync(
        HttpContext http, DingTalkInbox inbox, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, CancellationToken cancellationToken)
    {
        var (timestamp, sign) = (http.Request.Headers["timestamp"].ToString(), http.Request.Headers["sign"].ToString());
        if (!DingTalkSignature.Holds(timestamp, sign, options.Value.AppSecret!.Trim(), DingTalkSignature.OfMessage, wall.GetUtcNow()))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (await ReadAsync(http.Request, cancellationToken) is not { } text)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (RobotMessage.Parse(text) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (options.Value.HasAesKey)
        {
            // Whoever cannot encrypt is not DingTalk; one answer to all that is wrong, so that nobody finds out the key by asking.
            if (DingTalkCipher.Open(body, options.Value) is not { } inner)
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            body = inner;
        }
        switch (await inbox.ReceiveAsync(body, DingTalkSignature.ProofOf(sign), cancellationToken))
        {
            case Reception.Malformed:
                return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            case Reception.Refused:
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            case Reception.NotKept:
                http.Response.Headers.RetryAfter = RetryAfter;
                return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                return TypedResults.Text("""{"msgtype":"empty"}""", "application/json");
        }
    }

    /// <returns>Null when it is longer than <see cref="Limit"/>.</returns>
    internal static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = await BoundedBody.ReadAsync(request, Limit, cancellationToken);
        return body is null ? null : Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
