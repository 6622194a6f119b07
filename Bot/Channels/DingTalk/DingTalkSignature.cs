using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlanBot.Channels.DingTalk;

/// <summary>The proof that a call comes from DingTalk. It covers the time alone, not the body: whoever got hold of one could put any words to it, so each is good for one message.</summary>
/// <remarks>Source: DingTalk, "receive-message" and "register-card-callback-address".</remarks>
internal static class DingTalkSignature
{
    /// <summary>DingTalk's own limit.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(1);

    /// <summary>As far as clocks may differ.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <param name="timestamp">Milliseconds since 1970, as written.</param>
    public static string OfMessage(string timestamp, string secret) => Sign(secret, $"{timestamp}\n{secret}");

    /// <summary>The signature of card buttons has neither the line break nor the secret in what is signed.</summary>
    public static string OfCard(string timestamp, string secret) => Sign(secret, timestamp);

    /// <param name="expected">One of the two above.</param>
    /// <returns>False for one that is wrong, missing, too old or from the future.</returns>
    public static bool Holds(string? timestamp, string? sign, string secret, Func<string, string, string> expected, DateTimeOffset now)
    {
        if (timestamp is not { Length: > 0 and <= 20 } || sign is not { Length: > 0 and <= 200 } || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return false;
        var right = Encoding.UTF8.GetBytes(expected(timestamp, secret));
        if (!CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(sign)))
            return false;
        var age = now.ToUnixTimeMilliseconds() - milliseconds;
        return age <= Oldest.TotalMilliseconds && age >= -Ahead.TotalMilliseconds;
    }

    /// <summary>What is kept of a signature, so that it is good once.</summary>
    public static string ProofOf(string sign) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("dingtalk:" + sign)))[..40];

    private static string Sign(string secret, string text) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
