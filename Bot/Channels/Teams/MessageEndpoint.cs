using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using PlanBot.Data.Sql;

namespace PlanBot.Channels.Teams;

/// <summary>POST /api/messages: what is too big, too deep, or from nowhere is turned away before the adapter reads it.</summary>
internal static class MessageEndpoint
{
    public const string Path = "/api/messages";

    /// <summary>Bytes.</summary>
    internal const int Limit = 256 * 1024;

    private const int DeepestNesting = 64;
    private const int LongestId = 512;
    private const string RetryAfter = "10";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, AnswerAsync);

    internal static async Task AnswerAsync(HttpContext http, TeamsAdapter adapter, IBot bot, IOptions<TeamsOptions> options)
    {
        var withoutAuthentication = options.Value.WithoutAuthentication;
        if (withoutAuthentication && !(http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)))
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (!withoutAuthentication && http.Request.Headers.Authorization.Count == 0)
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        // A page of another site may post a form or plain text here, but no JSON: this keeps it out where nobody shows a token.
        else if (!http.Request.HasJsonContentType())
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (await BoundedBody.ReadAsync(http.Request, Limit, http.RequestAborted) is not { } body)
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else if (!HasShape(body.GetBuffer().AsSpan(0, (int)body.Length)))
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            await RunAsync(http, body, adapter, bot);
    }

    private static async Task RunAsync(HttpContext http, MemoryStream body, TeamsAdapter adapter, IBot bot)
    {
        http.Request.Body = body;
        try
        {
            // The turn goes on when the caller hangs up: what a person has said is not lost.
            await adapter.ProcessAsync(http.Request, http.Response, bot, CancellationToken.None);
        }
        catch (DatabaseUnavailableException) when (!http.Response.HasStarted)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>One JSON object, not too deep, that says what it is, who speaks and where.</summary>
    internal static bool HasShape(ReadOnlySpan<byte> json)
    {
        var found = new HashSet<string>();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
            string? member = null;
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: 0 })
                    return false;
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                    member = reader.GetString();
                var isId = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 } && reader.ValueTextEquals("id"u8);
                if (isId && member is "conversation" or "from" && reader.Read() && IsId(reader))
                    found.Add(member!);
                if (reader is { TokenType: JsonTokenType.String, CurrentDepth: 1 } && member == "type" && IsId(reader))
                    found.Add(member);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
        return found.Count == 3;
    }

    private static bool IsId(in Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 and <= LongestId };
}
