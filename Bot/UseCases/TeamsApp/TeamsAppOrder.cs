using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanBot.UseCases.TeamsApp;

/// <summary>What an office has of its own in the Teams app.</summary>
/// <param name="AppId">The bot's application id, which is the app's id too.</param>
/// <param name="Domain">Host name of PlanBot's public address, e.g. planbot.example.gov.cn.</param>
public sealed partial record TeamsAppOrder(string AppId, string Domain)
{
    /// <summary>Newest first. The source keeps to what all of them know, so that a cloud which lags behind takes an older one.</summary>
    public static readonly IReadOnlyList<string> Schemas = ["1.30", "1.29", "1.28", "1.27", "1.26", "1.25", "1.24", "1.23", "1.22", "1.21", "1.20", "1.19"];

    private const int LongestName = 32;
    private const int LongestAddress = 2048;

    /// <summary>Shown as the app's publisher.</summary>
    public string Developer { get; init; } = "PlanBot";

    /// <summary>Three numbers; Teams takes an app anew when it is greater than the one it has.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>Null for the root of <see cref="Domain"/>.</summary>
    public string? Website { get; init; }

    /// <summary>Null for the page that PlanBot serves.</summary>
    public string? Privacy { get; init; }

    /// <summary>Null for the page that PlanBot serves.</summary>
    public string? Terms { get; init; }

    public string Schema { get; init; } = Schemas[0];

    /// <summary>The app asks to be told which of its messages were read. Whether it is, the tenant and each person decide.</summary>
    public bool ReadReceipts { get; init; }

    /// <summary>Registration by which people are signed in to the dashboard's tab; null for an app without the tab.</summary>
    public string? TabClientId { get; init; }

    /// <returns>What is wrong first, with the text that was given; null when the app can be packed.</returns>
    public (TeamsAppProblem Problem, string Given)? Problem() =>
        !Guid.TryParseExact(AppId, "D", out var id) || id == Guid.Empty ? (TeamsAppProblem.AppId, AppId)
        : !IsDomain(Domain) ? (TeamsAppProblem.Domain, Domain)
        : Developer.Trim().Length is 0 or > LongestName || Developer.Any(char.IsControl) ? (TeamsAppProblem.Developer, Developer)
        : !ThreeNumbers().IsMatch(Version) ? (TeamsAppProblem.Version, Version)
        : new[] { Website, Privacy, Terms }.FirstOrDefault(address => address is not null && !IsAddress(address)) is { } wrong ? (TeamsAppProblem.Address, wrong)
        : !Schemas.Contains(Schema) ? (TeamsAppProblem.Schema, Schema)
        : TabClientId is not null && (!Guid.TryParseExact(TabClientId, "D", out var tab) || tab == Guid.Empty) ? (TeamsAppProblem.Tab, TabClientId)
        : TabClientId is not null && ReadReceipts && !TabClientId.Equals(AppId, StringComparison.OrdinalIgnoreCase) ? (TeamsAppProblem.TabAndReceipts, TabClientId)
        : null;

    /// <summary>Placeholder to text, each to stand inside a JSON string.</summary>
    internal IReadOnlyDictionary<string, string> Filling() => new Dictionary<string, string>
    {
        ["BOT_ID"] = AppId.ToLower(CultureInfo.InvariantCulture),
        ["DOMAIN"] = Host,
        ["DEVELOPER"] = Developer.Trim(),
        ["VERSION"] = Version,
        ["WEBSITE_URL"] = Website ?? $"https://{Host}",
        ["PRIVACY_URL"] = Privacy ?? $"https://{Host}/about/privacy.html",
        ["TERMS_URL"] = Terms ?? $"https://{Host}/about/terms.html",
    };

    /// <summary>As the wire has it: a Chinese domain name in its ASCII form.</summary>
    private string Host => Ascii(Domain)!.ToLower(CultureInfo.InvariantCulture);

    /// <summary>A name with a dot in it, neither an address of numbers nor one with a scheme, a port or a path: Teams opens nothing else.</summary>
    private static bool IsDomain(string text) =>
        Ascii(text) is { } host && Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal) && !host.EndsWith('.') && host.Split('.')[^1].Any(char.IsAsciiLetter);

    private static string? Ascii(string text)
    {
        try
        {
            return new IdnMapping().GetAscii(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo.Length: 0 } && address.Host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeNumbers();
}

/// <summary>Which part of an order cannot be packed.</summary>
public enum TeamsAppProblem
{
    AppId = 1,
    Domain = 2,
    Developer = 3,
    Version = 4,
    Address = 5,
    Schema = 6,
    Tab = 7,

    /// <summary>Read receipts belong to the bot's own registration, and an app names only one.</summary>
    TabAndReceipts = 8,
}
