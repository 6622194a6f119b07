using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanBot.Texts;

/// <summary>The final state of a card: how it ended, above what it said, and nothing to press or fill in.</summary>
public static class SettledCard
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the card's buttons are about and can become out of date; empty for a card that stays as it is.</summary>
    public static IReadOnlyList<CardSubject> AboutOf(string card) =>
        [.. (JsonNode.Parse(card)?["actions"] as JsonArray ?? []).Select(action => AboutOf(action?["data"])).OfType<CardSubject>().Distinct()];

    /// <summary>The final state before its end is known.</summary>
    /// <param name="isWhole">False: of the card only its title is left, for the rest will not hold or is too long.</param>
    public static string Draft(string card, bool isWhole)
    {
        var draft = JsonNode.Parse(card)!.AsObject();
        draft.Remove("actions");
        var body = draft["body"]!.AsArray();
        var kept = body.Where(block => (string?)block!["type"] != "Input.Text").ToList();
        var isForm = kept.Count < body.Count;
        // How to answer, in small print at the end, is of no use any more.
        if (kept.Count > 1 && IsSmallPrint(kept[^1]!))
            kept.RemoveAt(kept.Count - 1);
        draft["body"] = new JsonArray([.. (isWhole || isForm ? kept : kept.Take(1)).Select(block => Muted(block!.DeepClone()))]);
        return draft.ToJsonString(Json);
    }

    /// <param name="words">How it ended; of several lines the first.</param>
    public static string Of(string draft, string words)
    {
        var card = JsonNode.Parse(draft)!.AsObject();
        var line = words.Split('\n')[0].Trim();
        if (line.Length > 0 && char.IsAsciiLetterLower(line[0]))
            line = char.ToUpperInvariant(line[0]) + line[1..];
        card["body"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = line.Replace("{{", "{ {", StringComparison.Ordinal), ["weight"] = "bolder" }),
        });
        return card.ToJsonString(Json);
    }

    private static CardSubject? AboutOf(JsonNode? data) => (string?)data?["action"] switch
    {
        "report" when (string?)data["obligationId"] is { } obligation => new(CardSubjectKind.Form, obligation),
        "say" when Enum.TryParse<CardSubjectKind>((string?)data["about"], out var kind)
            && kind is CardSubjectKind.Act or CardSubjectKind.Report or CardSubjectKind.Reminder or CardSubjectKind.Request => new(kind, (string?)data["id"] ?? ""),
        _ => null,
    };

    private static bool IsSmallPrint(JsonNode block) => (string?)block["type"] == "RichTextBlock" && (string?)block["inlines"]?[0]?["size"] == "small";

    /// <summary>The title steps back behind how it ended.</summary>
    private static JsonNode Muted(JsonNode block)
    {
        var run = (string?)block["type"] == "RichTextBlock" ? block["inlines"]![0]!.AsObject() : block.AsObject();
        if ((string?)run["size"] == "medium")
        {
            run.Remove("size");
            run.Remove("weight");
            run["isSubtle"] = true;
        }
        return block;
    }
}
