namespace PlanBot.Dashboard;

/// <summary>Section "Dashboard:TeamsTab": the dashboard as a tab of the Teams app, where people are signed in by their Teams account. Off while it is empty.</summary>
public sealed class TeamsTabOptions
{
    public const string Section = "Dashboard:TeamsTab";

    /// <summary>The organisation's own sign-in service: https://login.microsoftonline.com/&lt;tenant&gt;/v2.0.</summary>
    public string? Authority { get; set; }

    /// <summary>Of the registration that exposes the API <c>api://&lt;public host&gt;/&lt;ClientId&gt;</c> with the scope <see cref="TeamsTabSignIn.Scope"/>; it is the bot's where one registration serves both.</summary>
    public string? ClientId { get; set; }

    /// <summary>Pages that may frame the dashboard, as a content security policy names them, with spaces between.</summary>
    public string Frames { get; set; } = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    public bool IsOff => Authority is null && ClientId is null;

    /// <returns>The key that is missing or cannot be used; null when all is well, or all is off.</returns>
    public string? WrongKey() => IsOff ? null
        : !OrganisationsDoor.IsUsable(Authority) ? nameof(Authority)
        : !Guid.TryParseExact(ClientId, "D", out var id) || id == Guid.Empty ? nameof(ClientId)
        : Frames.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } frames || !frames.All(IsOrigin) ? nameof(Frames)
        : null;

    /// <summary>A scheme and a host, of which the first part may be a star: nothing that would end the directive or open it to everybody.</summary>
    private static bool IsOrigin(string text)
    {
        var named = text.Replace("://*.", "://any.", StringComparison.Ordinal);
        return Uri.TryCreate(named, UriKind.Absolute, out var origin) && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback)
            && origin.Host.Split('.').Length > (named == text ? 1 : 2) && named == origin.GetLeftPart(UriPartial.Authority) && !named.AsSpan().ContainsAny('*', ';', ',');
    }
}
