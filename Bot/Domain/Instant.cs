using System.Globalization;

namespace PlanBot.Domain;

/// <summary>An instant as people and programs write it: ISO 8601 with an offset, e.g. <c>2020-04-07T09:00:00+08:00</c>, <c>2020-04-07T09:00+08:00</c>, <c>2020-04-07T01:00:00Z</c>.</summary>
public static class Instant
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <returns>In UTC; null when the text is no instant. One without an offset would mean another moment on every machine.</returns>
    public static DateTimeOffset? Read(string? text) =>
        text is not null && HasOffset(text.Trim())
        && DateTimeOffset.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToUniversalTime()
            : null;

    private static bool HasOffset(string text) => text is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _];
}
