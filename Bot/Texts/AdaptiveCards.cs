using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanBot.Texts;

/// <summary>Gives a card the form of an Adaptive Card (1.5). The layouts are the files in <c>Cards</c>.</summary>
public static class AdaptiveCards
{
    /// <summary>Of a button's data; a button of another version is out of date.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CardContent content)
    {
        var card = CardTemplate.Read(content.Layout switch
        {
            CardLayout.List => "list",
            CardLayout.Text => "text",
            CardLayout.Change => "change",
            _ => throw new ArgumentOutOfRangeException(nameof(content), content.Layout, "There is no such layout"),
        });
        card.Say("title", content.Title);
        card.Say("lead", content.Lead);
        card.Repeat("group", content.Groups, Fill);
        card.Say("hint", content.Hint);
        card.Act(content.Buttons.Select(button => (button.Title, DataOf(button, button.About ?? content.About), button.Style == CardButtonStyle.Main)));
        return card.Finished.ToJsonString(Json);
    }

    private static void Fill(CardTemplate place, CardGroup group)
    {
        place.Say("heading", group.Heading);
        place.Say("note", group.Note);
        place.Repeat("row", group.Rows, (line, row) =>
        {
            line.Say("label", row.Label);
            line.Say("text", row.Text);
            line.Say("aside", row.Aside);
            line.Say("was", row.Was);
        });
    }

    private static JsonObject DataOf(CardButton button, CardSubject about) => new()
    {
        ["action"] = "say", ["version"] = Version, ["about"] = about.Kind.ToString(), ["id"] = about.Id, ["say"] = button.Say,
    };
}
