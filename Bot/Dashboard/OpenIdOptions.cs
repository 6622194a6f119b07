using System.ComponentModel.DataAnnotations;

namespace PlanBot.Dashboard;

/// <summary>Section "Dashboard:OpenId": signing in to the dashboard by the organisation's own accounts, beside the link from chat. Off while it is empty.</summary>
public sealed class OpenIdOptions
{
    public const string Section = "Dashboard:OpenId";

    /// <summary>The provider's address, to which <c>/.well-known/openid-configuration</c> is added; https, or http on loopback. One organisation's, e.g. https://login.microsoftonline.com/&lt;tenant&gt;/v2.0.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>From the environment or the user secrets, never from a file that is kept with the program.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Whose accounts of the contact list the claims are compared with: <c>msteams</c> (UPN or Entra object id, in any case) or <c>dingtalk</c> (staff id).</summary>
    [RegularExpression("msteams|dingtalk", ErrorMessage = "msteams or dingtalk")]
    public string Accounts { get; set; } = "msteams";

    /// <summary>Names of the claims that may name the account, with spaces between. Only what the provider itself answers for belongs here: an address that people may enter themselves would let in whoever
    /// enters a coordinator's.</summary>
    public string Claims { get; set; } = "oid preferred_username upn";

    public IReadOnlyList<string> ClaimNames => Claims.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOff => Authority is null && ClientId is null && ClientSecret is null;

    /// <returns>The key that is missing or cannot be used; null when all is well, or all is off.</returns>
    public string? WrongKey() => IsOff ? null
        : !OrganisationsDoor.IsUsable(Authority) ? nameof(Authority)
        : string.IsNullOrWhiteSpace(ClientId) ? nameof(ClientId)
        : string.IsNullOrWhiteSpace(ClientSecret) ? nameof(ClientSecret)
        : ClaimNames.Count == 0 ? nameof(Claims)
        : null;
}
