using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's own tokens; kept until shortly before they end.</summary>
internal abstract class AppTokens
{
    /// <param name="fresh">The kept one was refused.</param>
    public abstract Task<string> GetAsync(bool fresh, CancellationToken cancellationToken);
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

    public override async Task<string> GetAsync(bool fresh, CancellationToken cancellationToken) =>
        (await _app.AcquireTokenForClient(_scopes).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
}

/// <summary>By the identity that the machine has in its cloud; there is no secret.</summary>
internal sealed class MachineTokens(string appId, string audience, HttpClient http) : AppTokens
{
    private readonly IManagedIdentityApplication _app =
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId)).WithHttpClientFactory(new OneClient(http)).Build();

    public override async Task<string> GetAsync(bool fresh, CancellationToken cancellationToken) =>
        (await _app.AcquireTokenForManagedIdentity(audience).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
}

internal sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}
