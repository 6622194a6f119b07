namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where a cloud's identities live.</summary>
/// <param name="LoginUrl">With {0} for the tenant where it is not fixed.</param>
/// <param name="DefaultTenant">Tenant of a bot that serves many; null where the login address is fixed.</param>
/// <param name="Scope">Of the bot's own tokens.</param>
/// <param name="Issuer">Of the channel's tokens.</param>
/// <param name="CallerId">What an activity of the channel says of its caller.</param>
internal sealed record Cloud(string LoginUrl, string DefaultTenant, string Scope, string Issuer, string MetadataUrl, string CallerId, bool ValidateAuthority)
{
    private static readonly string[] Overrides =
    [
        "ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ToBotFromChannelTokenIssuer", "OAuthUrl", "ToBotFromChannelOpenIdMetadataUrl",
        "ToBotFromEmulatorOpenIdMetadataUrl", "CallerId",
    ];

    /// <summary>The cloud that <paramref name="setting"/> describes. One given address means that all are given: none is filled in.</summary>
    /// <exception cref="ArgumentException">ChannelService names a cloud that is not known.</exception>
    public static Cloud Of(Func<string, string> setting)
    {
        var validate = setting("ValidateAuthority") is not { Length: > 0 } value || bool.Parse(value);
        if (Overrides.Any(name => !string.IsNullOrEmpty(setting(name))))
            return new(
                setting("ToChannelFromBotLoginUrl"), null, setting("ToChannelFromBotOAuthScope"), setting("ToBotFromChannelTokenIssuer"),
                setting("ToBotFromChannelOpenIdMetadataUrl"), setting("CallerId"), validate);
        return setting("ChannelService") switch
        {
            null or "" => new(
                AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, AuthenticationConstants.DefaultChannelAuthTenant,
                AuthenticationConstants.ToChannelFromBotOAuthScope, AuthenticationConstants.ToBotFromChannelTokenIssuer,
                AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl, "urn:botframework:azure", validate),
            GovernmentAuthenticationConstants.ChannelService => new(
                GovernmentAuthenticationConstants.ToChannelFromBotLoginUrlTemplate, GovernmentAuthenticationConstants.DefaultChannelAuthTenant,
                GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope, GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer,
                GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl, "urn:botframework:azureusgov", validate),
            var other => throw new ArgumentException($"ChannelService {other} is not known; give the addresses of that cloud one by one."),
        };
    }

    /// <param name="tenant">The bot's own tenant; null for a bot that serves many.</param>
    public string Authority(string tenant) => string.Format(System.Globalization.CultureInfo.InvariantCulture, LoginUrl, tenant ?? DefaultTenant);
}
