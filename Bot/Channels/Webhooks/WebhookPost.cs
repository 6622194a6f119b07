using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Channels.Webhooks;

/// <summary>Posts to addresses that an administrator has registered: over https, along no redirection, and to no machine inside unless the settings name its network.</summary>
/// <remarks>Where a name leads is looked at when connecting, at the very address that is connected to: a name that changes its mind in between leads nowhere else.</remarks>
public sealed class WebhookPost(IHttpClientFactory clients, IOptions<WebhookOptions> options) : IWebhookPost
{
    public const string Client = "webhooks";
    private const string PrivateAddress = "private address";

    public string? WhyNot(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            return "no-url";
        return address.Scheme == "https" || (options.Value.AllowLoopback && address.IsLoopback) ? null : "not-https";
    }

    public async Task<string?> SendAsync(Uri url, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (WhyNot(url.OriginalString) is { } refused)
            return refused; // registered where other settings held
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.HandOver);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            using var client = clients.CreateClient(Client);
            // What it answers beside its status says nothing to us and is not read.
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.IsSuccessStatusCode ? null : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            return "no answer"; // or we are stopping: then nobody knows, and it is sent again with the same id
        }
        catch (HttpRequestException failed)
        {
            // What ConnectAsync says comes wrapped.
            var reason = failed.InnerException as HttpRequestException ?? failed;
            return reason.InnerException is AuthenticationException ? "certificate" : reason.Message == PrivateAddress ? PrivateAddress : reason.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "no such host", HttpRequestError.SecureConnectionError => "certificate", _ => "no connection",
            };
        }
        catch (IOException)
        {
            return "no connection";
        }
    }

    /// <summary>How the client of this name connects.</summary>
    internal static SocketsHttpHandler Handler(WebhookOptions options) => new()
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseDrainSize = 0, MaxResponseHeadersLength = 16, PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, WebhookOptions options, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, null, exception);
        }
        // All of them must be allowed: a name that leads outside and inside is not to be trusted with either.
        if (addresses.Length == 0 || !addresses.All(address => IsAllowed(address, options)))
            throw new HttpRequestException(PrivateAddress);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static bool IsAllowed(IPAddress address, WebhookOptions options)
    {
        var plain = PrivateNetworks.Plain(address);
        return !PrivateNetworks.Contain(plain) || (options.AllowLoopback && IPAddress.IsLoopback(plain))
            || options.AllowedNetworks.Select(network => IPNetwork.Parse(network)).Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
