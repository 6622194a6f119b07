using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides whether a request comes from the channel that its activity names. What is refused is told by a reason that holds nothing of the token.</summary>
/// <remarks>A channel shows one token for about an hour. That its signature is good is computed once for each token and key; all else is looked at in every request.</remarks>
internal sealed class ChannelTokens(string issuer, ChannelKeys keys, Func<string, CancellationToken, Task<bool>> isOurs, TimeProvider clock)
{
    private const int MostKnown = 256;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    // Only tokens that were let in, so nobody else can fill it.
    private readonly ConcurrentDictionary<string, SignedToken> _known = new(StringComparer.Ordinal);

    /// <summary>How a token is checked that <paramref name="key"/> is to have signed.</summary>
    public static TokenValidationParameters RulesFor(SecurityKey key, string issuer) => new()
    {
        ValidIssuer = issuer,
        ValidateAudience = false, // compared afterwards: whose app ids are ours is asked asynchronously
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
        ClockSkew = Skew,
    };

    /// <param name="endorsements">What the signing key must be endorsed for, all of it.</param>
    /// <param name="serviceUrl">The activity's; not compared when it is null.</param>
    /// <exception cref="UnauthorizedAccessException">It does not.</exception>
    public async Task<ClaimsIdentity> CheckAsync(string header, IEnumerable<string> endorsements, string serviceUrl, CancellationToken cancellationToken)
    {
        var text = TextOf(header);
        // A key that the channel no longer names, or names anew, makes the token an unknown one.
        var isKnown = _known.TryGetValue(text, out var signed) && await keys.FindAsync(signed.Token.Kid, cancellationToken) == signed.Key;
        if (!isKnown)
            signed = await VerifyAsync(text, cancellationToken);
        CheckLifetime(signed.Token);
        if (signed.Audience is null || !await isOurs(signed.Audience, cancellationToken))
            throw Refused("another audience");
        if (endorsements.Any(endorsement => !signed.Key.Endorsements.Contains(endorsement, StringComparer.Ordinal)))
            throw Refused("the signing key is not endorsed for the channel");
        CheckServiceUrl(signed.Token, serviceUrl);
        if (!isKnown)
            Remember(text, signed);
        return signed.Identity.Clone();
    }

    private static string TextOf(string header) =>
        header.Split(' ') is ["Bearer", { Length: > 0 } text] ? text : throw Refused("no bearer token");

    private async Task<SignedToken> VerifyAsync(string text, CancellationToken cancellationToken)
    {
        var token = Read(text);
        if (!AuthenticationConstants.AllowedSigningAlgorithms.Contains(token.Alg ?? "") || token.EncodedSignature is not { Length: > 0 })
            throw Refused("the token is not signed by an accepted algorithm");
        if (token.Issuer != issuer)
            throw Refused("another issuer");
        if (token.Kid is not { Length: > 0 } keyId || await keys.FindAsync(keyId, cancellationToken) is not { } key)
            throw Refused("an unknown signing key");

        var result = await _handler.ValidateTokenAsync(token, key.Rules);
        if (!result.IsValid)
            throw Refused($"the token does not hold: {result.Exception?.GetType().Name}");
        return new SignedToken(token, key, token.Audiences.ToList() is [var audience] ? audience : null, result.ClaimsIdentity);
    }

    private void Remember(string text, SignedToken signed)
    {
        if (_known.Count >= MostKnown)
            _known.Clear();
        _known[text] = signed;
    }

    private static JsonWebToken Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            throw Refused("the token cannot be read");
        }
    }

    private void CheckLifetime(JsonWebToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - Skew > token.ValidTo || now + Skew < token.ValidFrom)
            throw Refused("the token is out of its time");
    }

    private static void CheckServiceUrl(JsonWebToken token, string serviceUrl)
    {
        if (!token.TryGetPayloadValue<string>(AuthenticationConstants.ServiceUrlClaim, out var claimed) || string.IsNullOrEmpty(claimed))
            throw Refused("the token names no service url");
        if (serviceUrl is not null && !claimed.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase))
            throw Refused("the activity's service url is not the token's");
    }

    private static UnauthorizedAccessException Refused(string reason) => new($"Refused: {reason}.");

    /// <param name="Key">The key that it was found to be signed with.</param>
    /// <param name="Audience">Null where it names none, or several.</param>
    private sealed record SignedToken(JsonWebToken Token, ChannelKey Key, string Audience, ClaimsIdentity Identity);
}
