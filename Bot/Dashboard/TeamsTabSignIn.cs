using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>Signing in inside Teams: its token says whose account it is, the contact list who that is. A session like any other follows; the token is not kept.</summary>
public sealed partial class TeamsTabSignIn(DeskAccess access, DeskCookies cookies, PublicAddress address, IOptions<TeamsTabOptions> options, ILogger<TeamsTabSignIn> logger)
{
    /// <summary>What Teams asks for in a person's name; an identity token of the same registration has no scope and does not serve.</summary>
    public const string Scope = "access_as_user";

    internal const string Path = "/dashboard/teams";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>What the organisation's service itself answers for.</summary>
    private static readonly string[] Accounts = ["oid", "preferred_username"];

    private readonly JsonWebTokenHandler reader = new() { MapInboundClaims = false };
    private readonly Lazy<BaseConfigurationManager> keys = new(() => Keys(options.Value));

    public bool IsOff => options.Value.IsOff;

    /// <returns>The secret that the browser keeps; null when the token is not of this organisation and for this app, or the contact list does not know its account.</returns>
    /// <exception cref="Data.Sql.DatabaseUnavailableException">Signing in was put off.</exception>
    public async Task<string?> EnterAsync(string token, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var seen = await reader.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ConfigurationManager = keys.Value, ValidAudiences = [settings.ClientId, $"api://{address.Host}/{settings.ClientId}"], ValidAlgorithms = [SecurityAlgorithms.RsaSha256], ClockSkew = Skew,
            ValidTypes = ["JWT", "at+jwt"],
        });
        if (!seen.IsValid)
        {
            LogRefused(seen.Exception?.Message.ReplaceLineEndings(" ") ?? "no reason");
            return null;
        }
        if (!Texts(seen, "scp").SelectMany(scopes => scopes.Split(' ')).Contains(Scope, StringComparer.Ordinal))
        {
            LogRefused($"no scope {Scope}");
            return null;
        }
        var secret = await access.EnterByAccountAsync("msteams", Accounts.SelectMany(name => Texts(seen, name)), cookies.Lifetime, cancellationToken);
        if (secret is null)
            LogUnknown(string.Join(", ", Accounts));
        return secret;
    }

    private static IEnumerable<string> Texts(TokenValidationResult seen, string claim) => seen.Claims.TryGetValue(claim, out var value) && value is string { Length: > 0 } text ? [text] : [];

    private static ConfigurationManager<OpenIdConnectConfiguration> Keys(TeamsTabOptions settings) => new(
        settings.Authority!.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(new HttpClient { Timeout = Patience }) { RequireHttps = !new Uri(settings.Authority).IsLoopback });

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from the Teams tab was refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody came by the Teams tab whom the contact list does not know by {Claims}")]
    private partial void LogUnknown(string claims);
}
