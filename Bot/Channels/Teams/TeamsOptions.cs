using System.Net;

namespace PlanBot.Channels.Teams;

/// <summary>Section "Channels:Teams". The keys that begin with Microsoft are the SDK's own, as are the addresses of other clouds, which it reads from the same section.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Channels:Teams";

    /// <summary>The activities' channelId.</summary>
    public const string Channel = "msteams";

    /// <summary>SingleTenant, MultiTenant (also when empty) or UserAssignedMSI.</summary>
    public string? MicrosoftAppType { get; set; }

    public string? MicrosoftAppId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>Entra tenants whose people are listened to; empty means <see cref="MicrosoftAppTenantId"/> alone, and any where that is empty too.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>Hosts that the bot answers to and shows its token, e.g. smba.trafficmanager.net or *.example.com. The defaults stand in appsettings.json.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Hosts that files of people are fetched from and put to, without a token. The defaults stand in appsettings.json.</summary>
    public IReadOnlyList<string> FileHosts { get; set; } = [];

    /// <summary>Files are put into the person's OneDrive once they agree; false where the cloud has no such thing, then the message holds an address.</summary>
    public bool FilesByConsent { get; set; } = true;

    /// <summary>Development only: whoever sends from this machine is believed, without a token.</summary>
    public bool WithoutAuthentication { get; set; }

    public bool IsOff => !HasKeys && !WithoutAuthentication;

    /// <summary>The machine's own identity is the bot's; there is no secret.</summary>
    public bool IsManagedIdentity => IsType("UserAssignedMSI");

    /// <summary>Tokens come from the tenant that all such bots share.</summary>
    public bool IsMultiTenant => string.IsNullOrWhiteSpace(MicrosoftAppType) || IsType("MultiTenant");

    private bool HasKeys => new[] { MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId }.Any(key => !string.IsNullOrWhiteSpace(key));

    /// <returns>The key that is missing or wrong; null when the channel can be served, or is off.</returns>
    public string? WrongKey()
    {
        if (WithoutAuthentication)
            return HasKeys ? nameof(WithoutAuthentication) : null;
        if (!HasKeys)
            return null;
        var (isKnown, needsPassword, needsTenant) = (MicrosoftAppType ?? "").Trim().ToUpperInvariant() switch
        {
            "" or "MULTITENANT" => (true, true, false),
            "SINGLETENANT" => (true, true, true),
            "USERASSIGNEDMSI" => (true, false, true),
            _ => (false, false, false),
        };
        return !isKnown ? nameof(MicrosoftAppType)
            : string.IsNullOrWhiteSpace(MicrosoftAppId) ? nameof(MicrosoftAppId)
            : string.IsNullOrWhiteSpace(MicrosoftAppPassword) == needsPassword ? nameof(MicrosoftAppPassword)
            : needsTenant && string.IsNullOrWhiteSpace(MicrosoftAppTenantId) ? nameof(MicrosoftAppTenantId)
            : null;
    }

    public bool AllowsTenant(string? tenant)
    {
        IReadOnlyList<string> allowed = AllowedTenants.Count > 0 ? AllowedTenants : string.IsNullOrWhiteSpace(MicrosoftAppTenantId) ? [] : [MicrosoftAppTenantId];
        return allowed.Count == 0 || (tenant is not null && allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the bot may call there. Plain http only within this machine, and without authentication nothing else.</summary>
    public bool AllowsHost(Uri? address) => IsWeb(address) && (WithoutAuthentication ? IsThisMachine(address!) : IsListed(AllowedHosts, address!));

    public bool AllowsFileHost(Uri? address) => IsWeb(address) && IsListed(FileHosts, address!);

    private bool IsType(string type) => type.Equals(MicrosoftAppType?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, UserInfo.Length: 0, Scheme: "http" or "https" };

    private static bool IsListed(IReadOnlyList<string> hosts, Uri address) =>
        (address.Scheme == "https" || IsThisMachine(address)) && hosts.Any(host => Fits(host, address.Host));

    private static bool Fits(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    private static bool IsThisMachine(Uri address) => address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
