using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The bot's app id and how it proves itself, from the keys MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly string _appId;
    private readonly string _password;
    private readonly string _tenant;
    private readonly bool _isManaged;

    /// <exception cref="ArgumentException">A key that the type of app needs is missing, or the type is not known; the message names the key.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        (_appId, _password, _tenant) = (configuration["MicrosoftAppId"], configuration["MicrosoftAppPassword"], configuration["MicrosoftAppTenantId"]);
        var type = configuration["MicrosoftAppType"] is { Length: > 0 } given ? given.Trim() : "MultiTenant";
        if (type.Equals("MultiTenant", StringComparison.OrdinalIgnoreCase))
        {
            _tenant = null; // where a bot of many tenants asks for its tokens is the cloud's to say
            return;
        }

        _isManaged = type.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase);
        if (!_isManaged && !type.Equals("SingleTenant", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"MicrosoftAppType {type} is not known.", nameof(configuration));
        Require(_appId, "MicrosoftAppId", type);
        Require(_tenant, "MicrosoftAppTenantId", type);
        if (!_isManaged)
            Require(_password, "MicrosoftAppPassword", type);
        else if (!string.IsNullOrEmpty(_password))
            throw new ArgumentException($"MicrosoftAppPassword must be empty for {type}.", nameof(configuration));
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(_appId) && appId == _appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(_appId));

    internal override AppTokens TokensFor(string audience, Cloud cloud, HttpClient http)
    {
        if (string.IsNullOrEmpty(_appId))
            return null;
        return _isManaged ? new MachineTokens(_appId, audience, http) : new SecretTokens(_appId, _password, _tenant, audience, cloud, http);
    }

    private static void Require(string value, string key, string type)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"{key} is needed for {type}.", key);
    }
}
