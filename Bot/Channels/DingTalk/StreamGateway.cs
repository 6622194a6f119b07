using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>Opens sockets: asks the gateway for an address and a ticket, which is good once and for 90 s.</summary>
public sealed class StreamGateway(IHttpClientFactory clients, IOptions<DingTalkOptions> options, StreamPace pace, [FromKeyedServices("wall")] TimeProvider wall)
{
    private const string Agent = "planbot/1.0";
    private readonly DingTalkOptions settings = options.Value;

    /// <exception cref="DingTalkException">The gateway gives none.</exception>
    /// <exception cref="WebSocketException">The address that it gave does not open.</exception>
    internal async Task<StreamSocket> OpenAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(pace.Patience, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var (endpoint, ticket) = await AskAsync(either.Token);
        // Not part of the query as it is: a ticket may hold a plus sign.
        var address = new UriBuilder(endpoint) { Query = $"ticket={Uri.EscapeDataString(ticket)}" }.Uri;
        var web = new ClientWebSocket();
        (web.Options.KeepAliveInterval, web.Options.KeepAliveTimeout) = (pace.KeepAlive, pace.KeepAlive);
        try
        {
            await web.ConnectAsync(address, either.Token);
            return new(web, wall, pace.Silence);
        }
        catch
        {
            web.Dispose();
            throw;
        }
    }

    /// <summary>Whether the gateway takes the credentials; the ticket is left to end.</summary>
    /// <exception cref="DingTalkException">It does not.</exception>
    internal async Task<(Uri Endpoint, string Ticket)> AskAsync(CancellationToken cancellationToken)
    {
        var body = new JObject
        {
            ["clientId"] = settings.AppKey!.Trim(), ["clientSecret"] = settings.AppSecret!.Trim(), ["ua"] = Agent, ["subscriptions"] = JArray.Parse(StreamFrame.Subscriptions(settings.HasCards)),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(settings.ApiUrl), "/v1.0/gateway/connections/open"))
        {
            Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json"); // else it answers in XML
        using var client = clients.CreateClient(DingTalkApi.Client);
        using var response = await client.SendAsync(request, cancellationToken);
        var (answer, refusal) = DingTalkException.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        if (refusal is not null)
            throw refusal.Refusal == Refusal.Token ? new DingTalkException(refusal.Status, refusal.Code, Refusal.Credentials) : refusal;
        if (!Uri.TryCreate(RobotMessage.Text(answer!["endpoint"]), UriKind.Absolute, out var endpoint) || RobotMessage.Text(answer["ticket"]) is not { Length: > 0 } ticket)
            throw new DingTalkException((int)response.StatusCode, "no endpoint", Refusal.Broken);
        return settings.AllowsStream(endpoint) ? (endpoint, ticket) : throw new DingTalkException((int)response.StatusCode, $"leads to {endpoint.IdnHost}, which Channels:DingTalk:StreamHosts does not list", Refusal.Other);
    }
}
