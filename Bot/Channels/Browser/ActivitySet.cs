using System.Globalization;

namespace PlanBot.Channels.Browser;

/// <summary>Activities (JSON) and the watermark after them, as Direct Line writes both.</summary>
public sealed record ActivitySet(IReadOnlyList<string> Activities, long Watermark)
{
    /// <returns>Null for a text that is no watermark of ours; 0 for none.</returns>
    public static long? ReadWatermark(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark
        : null;

    public string ToJson() => string.Create(CultureInfo.InvariantCulture, $$"""{"activities":[{{string.Join(',', Activities)}}],"watermark":"{{Watermark}}"}""");
}
