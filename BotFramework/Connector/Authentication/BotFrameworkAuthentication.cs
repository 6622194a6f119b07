using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who may send activities to the bot, and how the bot proves itself to the channel.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <exception cref="UnauthorizedAccessException">The request is not one of the channel's.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken);

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    /// <summary>For whom the bot's own tokens are meant; the public cloud unless a derived class knows of another.</summary>
    public virtual string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;
}

public class AuthenticateRequestResult
{
    public string Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; }

    public string CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; }
}

public class AuthenticationConfiguration
{
    /// <summary>Endorsements that a signing key needs beside the channel's own.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}

public abstract class ConnectorFactory
{
    /// <param name="audience">For whom the token is that the connector attaches.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}

/// <summary>Stands in the turn state under its type's name. Signing users in is not part of what is offered here.</summary>
public abstract class UserTokenClient : IDisposable
{
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>Which app ids are the bot's, and the tokens that it proves itself with.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <returns>Null where the bot has no app id: then calls carry no token.</returns>
    internal abstract AppTokens TokensFor(string audience, Cloud cloud, HttpClient http);
}
