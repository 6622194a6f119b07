using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanBot.Domain;

/// <summary>The small print of a form that was handed out: by it a row finds its report again, whatever became of the file's name or the row's place.</summary>
/// <param name="Version">The version that the form was filled in from; 0 for a first report.</param>
public readonly partial record struct FormCode(Guid ObligationId, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ObligationId:N}-{Version}");

    /// <returns>Null when the text holds none.</returns>
    public static FormCode? Find(string text) =>
        Printed().Match(text) is { Success: true } match && Guid.TryParse(match.Groups["id"].Value, out var id)
            ? new(id, int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture)) : null;

    /// <summary>The text without it.</summary>
    public static string Without(string text) => Printed().Replace(text, "").Trim();

    // Word turns a hyphen between characters into whatever it finds beautiful.
    [GeneratedRegex(@"(?:识别码|ID)?[：:]?\s*(?<![0-9a-fA-F])(?<id>[0-9a-fA-F]{32})\s*[-‐‑–—－]\s*(?<version>[0-9]{1,4})(?![0-9])")]
    private static partial Regex Printed();
}
