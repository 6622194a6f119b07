using Microsoft.Bot.Connector.Authentication;

namespace PlanBot.Channels.Teams.Doctor;

/// <summary>The addresses that the SDK takes from the section, by its own rule: one that is given switches every default off.</summary>
/// <param name="Login">Authority that hands out the bot's tokens.</param>
internal sealed record TeamsCloud(string Login, string Scope, string Issuer, string Metadata)
{
    private static readonly string[] Needed = ["ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ToBotFromChannelTokenIssuer", "ToBotFromChannelOpenIdMetadataUrl"];
    private static readonly string[] Overrides = [.. Needed, "OAuthUrl", "ToBotFromEmulatorOpenIdMetadataUrl", "CallerId"];

    /// <returns>The key that is missing or not known; null when the addresses are complete.</returns>
    public static string? WrongKey(IConfiguration section) =>
        IsGivenOneByOne(section) ? Needed.FirstOrDefault(key => !Uri.TryCreate(section[key], UriKind.Absolute, out _))
        : section["ChannelService"] is { Length: > 0 } service && service != GovernmentAuthenticationConstants.ChannelService ? "ChannelService"
        : null;

    /// <summary>Of settings without a wrong key.</summary>
    public static TeamsCloud Of(IConfiguration section, TeamsOptions options)
    {
        if (IsGivenOneByOne(section))
            return new(section[Needed[0]]!, section[Needed[1]]!, section[Needed[2]]!, section[Needed[3]]!);
        var isGovernment = !string.IsNullOrEmpty(section["ChannelService"]);
        var login = isGovernment ? GovernmentAuthenticationConstants.ToChannelFromBotLoginUrlTemplate : AuthenticationConstants.ToChannelFromBotLoginUrlTemplate;
        var shared = isGovernment ? GovernmentAuthenticationConstants.DefaultChannelAuthTenant : AuthenticationConstants.DefaultChannelAuthTenant;
        return new(
            login.Replace("{0}", options.IsMultiTenant ? shared : options.MicrosoftAppTenantId!.Trim(), StringComparison.Ordinal),
            isGovernment ? GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope : AuthenticationConstants.ToChannelFromBotOAuthScope,
            isGovernment ? GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer : AuthenticationConstants.ToBotFromChannelTokenIssuer,
            isGovernment ? GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl : AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl);
    }

    private static bool IsGivenOneByOne(IConfiguration section) => Overrides.Any(key => !string.IsNullOrEmpty(section[key]));
}
