using Newtonsoft.Json.Linq;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Cards;

/// <summary>A card's button that was pressed. Anybody can send anything: the words are taken as though they had been typed, and only where what they are about still holds.</summary>
public sealed record CardPress(CardSubject About, string Say)
{
    /// <summary>Longer than any button's words.</summary>
    private const int LongestSay = 200;

    /// <summary>Null when the activity's value is no button of this version of ours.</summary>
    public static CardPress? Read(object? value) =>
        value is JObject data && TextOf(data["action"]) == "say" && TextOf(data["version"]) == $"{AdaptiveCards.Version}"
        && TextOf(data["about"]) is { } about && Enum.TryParse<CardSubjectKind>(about, out var kind) && $"{kind}" == about
        && TextOf(data["id"]) is { } id && TextOf(data["say"])?.Trim() is { Length: > 0 and <= LongestSay } say
            ? new(new(kind, id), say)
            : null;

    private static string? TextOf(JToken? token) => (token as JValue)?.Value?.ToString();
}
