using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Authentication as the configuration says, under the SDK's own keys. Without MicrosoftAppId it is off: then whoever sends no token is let in, anonymously.</summary>
/// <remarks>Tokens of other bots and of emulators are refused.</remarks>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly Cloud _cloud;
    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly AuthenticationConfiguration _settings;
    private readonly HttpClient _http;
    private readonly ChannelTokens _channelTokens;

    // One for each audience: a token is kept as long as the object that asked for it.
    private readonly ConcurrentDictionary<string, Lazy<AppTokens>> _tokens = [];

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null,
        IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _cloud = Cloud.Of(name => configuration[name]);
        _credentials = credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration);
        _settings = authConfiguration ?? new AuthenticationConfiguration();
        _http = httpClientFactory?.CreateClient(string.Empty) ?? new HttpClient();
        var clock = new SystemClock();
        var keys = new ChannelKeys(_cloud.MetadataUrl, _http, key => ChannelTokens.RulesFor(key, _cloud.Issuer), clock);
        _channelTokens = new ChannelTokens(_cloud.Issuer, keys, _credentials.IsValidAppIdAsync, clock);
    }

    public override string GetOriginatingAudience() => _cloud.Scope;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var identity = await IdentifyAsync(activity, authHeader, cancellationToken);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = _cloud.Scope,
            CallerId = identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType ? null : _cloud.CallerId,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Connectors(this);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(new NoUserTokens());

    private async Task<ClaimsIdentity> IdentifyAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(authHeader))
            return await _channelTokens.CheckAsync(authHeader, [activity.ChannelId, .. _settings.RequiredEndorsements], activity.ServiceUrl, cancellationToken);
        return await _credentials.IsAuthenticationDisabledAsync(cancellationToken)
            ? new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType)
            : throw new UnauthorizedAccessException("Refused: no token.");
    }

    private AppTokens TokensFor(string audience) =>
        _tokens.GetOrAdd(audience ?? _cloud.Scope ?? "", scope => new(() => _credentials.TokensFor(scope, _cloud, _http))).Value;

    private sealed class Connectors(ConfigurationBotFrameworkAuthentication owner) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            Task.FromResult<IConnectorClient>(new RestConnector(serviceUrl, owner._http, owner.TokensFor(audience)));
    }

    private sealed class NoUserTokens : UserTokenClient;
}
