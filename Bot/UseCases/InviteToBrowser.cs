using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>Makes a person's way into the browser channel: a link that works once and not for ever.</summary>
public sealed class InviteToBrowser(ISignInLinkRepository links, TimeProvider clock)
{
    /// <returns>The secret part of the link; only its hash is kept, so it cannot be shown again.</returns>
    public async Task<string> RunAsync(Guid personId, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await links.AddAsync(HashOf(token), personId, clock.GetUtcNow() + lifetime, cancellationToken);
        return token;
    }

    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
