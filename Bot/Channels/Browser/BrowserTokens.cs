using Microsoft.AspNetCore.DataProtection;

namespace PlanBot.Channels.Browser;

/// <summary>Whom a token speaks for, and the one conversation it opens.</summary>
public sealed record BrowserToken(string UserId, string ConversationId);

/// <summary>Direct Line's tokens. They carry their meaning in themselves, so every node knows those of the others and a restart forgets none.</summary>
public sealed class BrowserTokens(IDataProtectionProvider protection, [FromKeyedServices("wall")] TimeProvider wall)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1800);

    private readonly TimedSeal<BrowserToken> seal = new(protection.CreateProtector("PlanBot.DirectLine.Token.v1"), wall);

    public string Issue(BrowserToken token) => seal.Close(token, Lifetime);

    public (BrowserToken? Token, bool IsExpired) Read(string text) => seal.Open(text);
}
