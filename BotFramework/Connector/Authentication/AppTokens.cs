using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's own tokens, as the header that carries them.</summary>
/// <remarks>MSAL keeps a token until five minutes before it ends, but looks for it with some effort; what it gave is shown for a minute without asking again.</remarks>
internal abstract class AppTokens
{
    private const int Minute = 60_000;
    private Kept _kept;

    /// <param name="fresh">The kept one was refused.</param>
    public async ValueTask<AuthenticationHeaderValue> GetAsync(bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && Volatile.Read(ref _kept) is { } kept && Environment.TickCount64 - kept.At < Minute)
            return kept.Header;
        var got = new Kept(new AuthenticationHeaderValue("Bearer", await AskAsync(fresh, cancellationToken)), Environment.TickCount64);
        Volatile.Write(ref _kept, got);
        return got.Header;
    }

    protected abstract Task<string> AskAsync(bool fresh, CancellationToken cancellationToken);

    /// <param name="At">Milliseconds of the machine's running time.</param>
    private sealed record Kept(AuthenticationHeaderValue Header, long At);
}

/// <summary>By the app's secret.</summary>
internal sealed class SecretTokens : AppTokens
{
    private readonly IConfidentialClientApplication _app;
    private readonly string[] _scopes;

    public SecretTokens(string appId, string password, string tenant, string audience, Cloud cloud, HttpClient http)
    {
        _app = ConfidentialClientApplicationBuilder.Create(appId).WithClientSecret(password)
            .WithAuthority(cloud.Authority(tenant), cloud.ValidateAuthority).WithHttpClientFactory(new OneClient(http)).Build();
        _scopes = [audience.EndsWith("/.default", StringComparison.Ordinal) ? audience : $"{audience}/.default"];
    }

    protected override async Task<string> AskAsync(bool fresh, CancellationToken cancellationToken) =>
        (await _app.AcquireTokenForClient(_scopes).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
}

/// <summary>By the identity that the machine has in its cloud; there is no secret.</summary>
internal sealed class MachineTokens(string appId, string audience, HttpClient http) : AppTokens
{
    private readonly IManagedIdentityApplication _app =
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId)).WithHttpClientFactory(new OneClient(http)).Build();

    protected override async Task<string> AskAsync(bool fresh, CancellationToken cancellationToken) =>
        (await _app.AcquireTokenForManagedIdentity(audience).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
}

internal sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}
