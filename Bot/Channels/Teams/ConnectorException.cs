using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.Teams;

/// <summary>What the channel said instead of taking a message: the one form in which connector errors are met.</summary>
/// <param name="code">The channel's own word for it, e.g. ConversationBlockedByUser; empty when it has none.</param>
/// <param name="retryAfter">How long the channel asks to wait; null when it does not say.</param>
public sealed class ConnectorException(HttpStatusCode status, string code, TimeSpan? retryAfter) : Exception($"The channel answered {(int)status} {code}")
{
    private const int LongestAnswer = 64 * 1024;

    public HttpStatusCode Status => status;

    public string Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Reads {"error":{"code"}} and {"errorCode"}; an older form hides the code in a JSON text within the message. What cannot be read has no code.</summary>
    public static async Task<string> CodeInAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return text.Length > LongestAnswer ? "" : CodeIn(text) ?? "";
    }

    public static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    private static string? CodeIn(string text)
    {
        if (Parse(text) is not { } answer)
            return null;
        if (answer["subCode"]?.ToString() is { Length: > 0 } subCode)
            return subCode;
        var hidden = answer["message"] is JValue { Value: string message } ? Parse(message) : null;
        return (answer["error"] as JObject)?["code"]?.ToString() ?? hidden?["subCode"]?.ToString() ?? hidden?["code"]?.ToString() ?? answer["errorCode"]?.ToString();
    }

    private static JObject? Parse(string text)
    {
        try
        {
            return JToken.Parse(text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
