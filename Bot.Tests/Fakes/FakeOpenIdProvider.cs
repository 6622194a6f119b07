using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PlanBot.Tests.Fakes;

/// <summary>An OpenID Connect provider on loopback in which whoever comes is signed in as the account that the test has set. It checks secret, code and PKCE as a real one does.</summary>
public sealed class FakeOpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "planbot-desk";
    public const string Secret = "a secret of the tests";

    private readonly WebApplication app;
    private readonly RSA rsa = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge, string RedirectUri)> codes = [];

    private FakeOpenIdProvider(WebApplication app)
    {
        this.app = app;
        app.MapGet("/.well-known/openid-configuration", Discover);
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(rsa.ExportParameters(false).Modulus), e = Base64UrlEncoder.Encode(rsa.ExportParameters(false).Exponent) } } }));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
    }

    public string Address => app.Urls.Single();

    /// <summary>Claims of the account that signs in next.</summary>
    public Dictionary<string, object> Account { get; set; } = [];

    /// <summary>What the tokens say of themselves; the provider's own unless a test lies.</summary>
    public string? Issuer { get; set; }

    public string Audience { get; set; } = ClientId;

    public bool IsSignedByAnother { get; set; }

    public string? Nonce { get; set; }

    /// <summary>Pushed along to the way back, e.g. access_denied.</summary>
    public string? Error { get; set; }

    public static async Task<FakeOpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new FakeOpenIdProvider(app);
        await app.StartAsync();
        return provider;
    }

    public (string Key, string Value)[] Settings =>
        [("Dashboard:OpenId:Authority", Address), ("Dashboard:OpenId:ClientId", ClientId), ("Dashboard:OpenId:ClientSecret", Secret)];

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private IResult Discover() => Results.Json(new
    {
        issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/keys", response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "pairwise" }, id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256")
            return Results.BadRequest();
        if (Error is not null)
            return Results.Redirect($"{asked["redirect_uri"]}?error={Error}&state={Uri.EscapeDataString(asked["state"]!)}");
        var code = Guid.CreateVersion7().ToString("N");
        codes[code] = (asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
        return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.Remove(form["code"]!, out var asked) || form["client_secret"] != Secret || form["redirect_uri"] != asked.RedirectUri
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
            return Results.BadRequest(new { error = "invalid_grant" });
        var token = Token(Audience, new Dictionary<string, object>(Account) { ["nonce"] = Nonce ?? asked.Nonce });
        return Results.Json(new { id_token = token, access_token = "none", token_type = "Bearer", expires_in = 300 });
    }

    /// <summary>What the account that the test has set shows to an app, signed as the others.</summary>
    /// <param name="lasts">From now; it was given before it ends.</param>
    public string Token(string audience, IReadOnlyDictionary<string, object> claims, TimeSpan? lasts = null)
    {
        using var another = RSA.Create(2048);
        var ends = new MachineClock().GetUtcNow().UtcDateTime + (lasts ?? TimeSpan.FromMinutes(5));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? Address, Audience = audience, Claims = new Dictionary<string, object>(claims) { ["sub"] = "pairwise-1" }, NotBefore = ends.AddHours(-1), IssuedAt = ends.AddHours(-1), Expires = ends,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(IsSignedByAnother ? another : rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }

    private sealed class MachineClock : TimeProvider;
}
