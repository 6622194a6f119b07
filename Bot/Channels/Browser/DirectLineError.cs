using PlanBot.Texts;

namespace PlanBot.Channels.Browser;

/// <summary>A refusal in Direct Line's form, <c>{"error":{"code","message"}}</c>.</summary>
public sealed record DirectLineError(int Status, string Code, string Message) : IResult
{
    /// <summary>Seconds after which it may be tried again; null where waiting does not help.</summary>
    public int? RetryAfter { get; init; }

    public static DirectLineError MissingToken { get; } = new(StatusCodes.Status401Unauthorized, "Unauthorized", "A bearer token is needed.");

    public static DirectLineError BadToken { get; } = new(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is not valid.");

    public static DirectLineError BadSecret { get; } = new(StatusCodes.Status401Unauthorized, "Unauthorized", "The secret is not valid.");

    public static DirectLineError Expired { get; } = new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static DirectLineError OtherConversation { get; } =
        new(StatusCodes.Status403Forbidden, "Forbidden", "The token belongs to another conversation.");

    public static DirectLineError UnknownConversation { get; } =
        new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation.");

    public static DirectLineError NoSuchFile { get; } = new(StatusCodes.Status404NotFound, "FileNotFound", "There is no such file, or its address has expired; ask for it again in the conversation.");

    public static DirectLineError TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The request is too large.");

    public static DirectLineError NotJson { get; } =
        new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "The body must be application/json.");

    public static DirectLineError BotFailed { get; } = new(StatusCodes.Status502BadGateway, "BotRejectedActivity", "The bot could not take the activity.");

    public static DirectLineError Broken { get; } = new(StatusCodes.Status500InternalServerError, "ServiceError", "The request could not be served.");

    /// <summary>The database cannot be used at the moment.</summary>
    public static DirectLineError Unavailable(Language language) =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", FailureTexts.NotSent(language)) { RetryAfter = 10 };

    public static DirectLineError Bad(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static DirectLineError TooMany(int retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "Throttled", "Too many activities in this conversation.") { RetryAfter = retryAfter };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        if (RetryAfter is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return httpContext.Response.WriteAsJsonAsync(new { error = new { code = Code, message = Message } });
    }
}
