using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector;

/// <summary>Calls a channel over HTTP with the bot's token.</summary>
/// <param name="serviceUrl">With or without a slash at its end; null fails at the first call.</param>
/// <param name="tokens">Null where the bot has none to show.</param>
internal sealed class RestConnector(string serviceUrl, HttpClient http, AppTokens tokens) : IConnectorClient, IConversations
{
    private const int LongestError = 64 * 1024;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private static readonly JsonSerializer Json = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        MaxDepth = 128,
        CheckAdditionalContent = true,
    });

    public IConversations Conversations => this;

    public void Dispose()
    {
        // The client is shared.
    }

    public async Task<T> CallAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(serviceUrl?.TrimEnd('/') + "/", UriKind.Absolute, out var address))
            throw new InvalidOperationException("The conversation has no service url to answer to.");
        var uri = new Uri(address, path);
        var json = body is null ? null : WireJson.Write(Json, body);
        using var first = await SendAsync(method, uri, json, freshToken: false, cancellationToken);
        if (first.StatusCode != HttpStatusCode.Unauthorized || tokens is null)
            return await ReadAsync<T>(first, cancellationToken);
        // Refused before its time, e.g. after the secret was changed.
        using var second = await SendAsync(method, uri, json, freshToken: true, cancellationToken);
        return await ReadAsync<T>(second, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri uri, byte[] json, bool freshToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, uri);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = JsonType;
        }
        if (tokens is not null)
            request.Headers.Authorization = await tokens.GetAsync(freshToken, cancellationToken);
        return await http.SendAsync(request, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new ErrorResponseException($"The channel answered {(int)response.StatusCode}.") { Body = ErrorOf(text) };
        try
        {
            return string.IsNullOrWhiteSpace(text) ? default : WireJson.Read<T>(Json, new StringReader(text));
        }
        catch (JsonException)
        {
            return default; // what was sent has arrived; only its id is unknown
        }
    }

    /// <returns>Null when the channel says nothing that is known.</returns>
    private static ErrorResponse ErrorOf(string text)
    {
        try
        {
            if (text.Length > LongestError || JToken.Parse(text) is not JObject answer)
                return null;
            return answer["errorCode"] is { } code
                ? new ErrorResponse(new Error(code.ToString(), answer["message"]?.ToString()))
                : answer.ToObject<ErrorResponse>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
