using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.Teams;

/// <summary>The SDK's authentication, and what it leaves open: whose people may write, to which hosts the bot answers, and who may come without a token.</summary>
public sealed class TeamsAuthentication(IConfiguration configuration, IOptions<TeamsOptions> options, TeamsHttp http, ILogger<TeamsAuthentication> logger)
    : ConfigurationBotFrameworkAuthentication(configuration.GetSection(TeamsOptions.Section), httpClientFactory: http, logger: logger)
{
    private readonly TeamsOptions settings = options.Value;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.Conversation?.Id) || string.IsNullOrEmpty(activity.From?.Id))
            throw Refused("the activity says not who speaks, or where");
        // Before the token, for an activity of no service url has nothing that the token's claim could be compared with.
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address))
            throw Refused("the service url is none");
        if (!settings.AllowsHost(address))
            throw Refused($"the bot does not answer to {address.IdnHost}"); // named, so that an administrator of another cloud knows what to allow
        if (settings.WithoutAuthentication ? activity.ChannelId is null or "directline" : activity.ChannelId != TeamsOptions.Channel)
            throw Refused("another channel");
        var result = await CheckTokenAsync(activity, authHeader, cancellationToken);
        if (!settings.WithoutAuthentication)
            CheckTenant(activity);
        result.ConnectorFactory = new GuardedConnectors(result.ConnectorFactory, settings);
        return result;
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new GuardedConnectors(base.CreateConnectorFactory(claimsIdentity), settings);

    /// <summary>The SDK lets out as they are the exceptions of what it checks tokens with; each means that the request is not let in.</summary>
    private async Task<AuthenticateRequestResult> CheckTokenAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        }
        catch (Exception exception) when (exception is not (UnauthorizedAccessException or OperationCanceledException))
        {
            throw Refused($"the token cannot be checked ({exception.GetType().Name})");
        }
    }

    /// <summary>The channel's token does not say of which tenant the user is; the activity does, in two places that must not differ.</summary>
    private void CheckTenant(Activity activity)
    {
        var inData = (activity.ChannelData as JObject)?["tenant"] is JObject tenant && tenant["id"] is JValue { Value: string id } ? id : null;
        var inConversation = activity.Conversation.TenantId;
        if (inData is not null && inConversation is not null && !inData.Equals(inConversation, StringComparison.OrdinalIgnoreCase))
            throw Refused("two tenants");
        if (!settings.AllowsTenant(inConversation ?? inData))
            throw Refused("another tenant");
    }

    private static UnauthorizedAccessException Refused(string reason) => new($"Refused: {reason}.");

    /// <summary>Looks at the host before any token is asked for.</summary>
    private sealed class GuardedConnectors(ConnectorFactory inner, TeamsOptions settings) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && settings.AllowsHost(address)
                ? inner.CreateAsync(serviceUrl, audience, cancellationToken)
                : throw Refused("the service url is none that the bot answers to");
    }
}
