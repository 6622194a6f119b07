using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PlanBot.Channels.Browser;

/// <summary>Hands a value to the outside in a form that nobody else can make or read, good until a moment of real time.</summary>
public sealed class TimedSeal<T>(IDataProtector protector, TimeProvider wall)
    where T : class
{
    private const int LongestSealed = 4096;

    public string Close(T content, TimeSpan lifetime) =>
        protector.Protect(JsonSerializer.Serialize(new Sealed(content, wall.GetUtcNow() + lifetime)));

    /// <returns>No content when the text was not sealed here; the content of an expired one is told all the same.</returns>
    public (T? Content, bool IsExpired) Open(string text)
    {
        if (text.Length is 0 or > LongestSealed)
            return (null, false);
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(protector.Unprotect(text))!;
            return (opened.Content, opened.ExpiresAt <= wall.GetUtcNow());
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return (null, false);
        }
    }

    private sealed record Sealed(T Content, DateTimeOffset ExpiresAt);
}
