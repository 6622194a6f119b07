using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides whether a request comes from the channel that its activity names. What is refused is told by a reason that holds nothing of the token.</summary>
internal sealed class ChannelTokens(string issuer, ChannelKeys keys, Func<string, CancellationToken, Task<bool>> isOurs)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <param name="endorsements">What the signing key must be endorsed for, all of it.</param>
    /// <param name="serviceUrl">The activity's; not compared when it is null.</param>
    /// <exception cref="UnauthorizedAccessException">It does not.</exception>
    public async Task<ClaimsIdentity> CheckAsync(string header, IEnumerable<string> endorsements, string serviceUrl, CancellationToken cancellationToken)
    {
        var token = Read(header);
        if (!AuthenticationConstants.AllowedSigningAlgorithms.Contains(token.Alg ?? "") || token.EncodedSignature is not { Length: > 0 })
            throw Refused("the token is not signed by an accepted algorithm");
        if (token.Issuer != issuer)
            throw Refused("another issuer");
        if (token.Kid is not { Length: > 0 } keyId || await keys.FindAsync(keyId, cancellationToken) is not { } key)
            throw Refused("an unknown signing key");

        var result = await _handler.ValidateTokenAsync(token, Parameters(key.Key));
        if (!result.IsValid)
            throw Refused($"the token does not hold: {result.Exception?.GetType().Name}");
        if (token.Audiences.ToList() is not [var audience] || !await isOurs(audience, cancellationToken))
            throw Refused("another audience");
        if (endorsements.Any(endorsement => !key.Endorsements.Contains(endorsement, StringComparer.Ordinal)))
            throw Refused("the signing key is not endorsed for the channel");
        CheckServiceUrl(token, serviceUrl);
        return result.ClaimsIdentity;
    }

    private static JsonWebToken Read(string header)
    {
        if (header.Split(' ') is not [var scheme, { Length: > 0 } text] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Refused("no bearer token");
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            throw Refused("the token cannot be read");
        }
    }

    private TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidIssuer = issuer,
        ValidateAudience = false, // compared afterwards: whose app ids are ours is asked asynchronously
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
        ClockSkew = Skew,
    };

    private static void CheckServiceUrl(JsonWebToken token, string serviceUrl)
    {
        if (!token.TryGetPayloadValue<string>(AuthenticationConstants.ServiceUrlClaim, out var claimed) || string.IsNullOrEmpty(claimed))
            throw Refused("the token names no service url");
        if (serviceUrl is not null && !claimed.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase))
            throw Refused("the activity's service url is not the token's");
    }

    private static UnauthorizedAccessException Refused(string reason) => new($"Refused: {reason}.");
}
