using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PlanBot.Texts;

/// <summary>A card being filled in. The template's ids name the places that code fills; what is not filled is taken out, and so are the ids.</summary>
/// <remarks>
/// Whatever is filled in stands in text runs, which no client reads as Markdown. One thing is interpreted even there, {{DATE(…)}} and {{TIME(…)}}:
/// runs are split between such braces.
/// </remarks>
internal sealed partial class CardTemplate
{
    private readonly JsonObject root;

    private CardTemplate(JsonObject root) => this.root = root;

    /// <param name="name">Of a file in <c>Cards</c>, without its ending.</param>
    public static CardTemplate Read(string name)
    {
        using var stream = typeof(CardTemplate).Assembly.GetManifestResourceStream($"PlanBot.Cards.{name}.json")
            ?? throw new InvalidOperationException($"The program was built without its card {name}.json");
        return new(JsonNode.Parse(stream)!.AsObject());
    }

    /// <summary>Puts the text at the place, one block for each of its lines; takes the place out where there is none.</summary>
    public void Say(string place, string? text)
    {
        var (block, among) = Find(place);
        var lines = text?.Split('\n').Where(line => line.Trim().Length > 0).ToList() ?? [];
        var at = among.IndexOf(block);
        among.RemoveAt(at);
        foreach (var (line, index) in lines.Select((line, index) => (line.Trim('\r'), index)))
        {
            var own = block.DeepClone().AsObject();
            own.Remove("id");
            if (index > 0)
                own["spacing"] = "none";
            var runs = own["inlines"]!.AsArray();
            var run = runs[0]!.AsObject();
            runs.Clear();
            foreach (var piece in BetweenBraces().Split(line))
                runs.Add(With(run, "text", piece));
            among.Insert(at + index, own);
        }
    }

    /// <summary>Repeats the place once for each item; not at all where there is none.</summary>
    public void Repeat<T>(string place, IEnumerable<T> items, Action<CardTemplate, T> fill)
    {
        var (block, among) = Find(place);
        var at = among.IndexOf(block);
        among.RemoveAt(at);
        foreach (var item in items)
        {
            var own = block.DeepClone().AsObject();
            own.Remove("id");
            fill(new(own), item);
            among.Insert(at++, own);
        }
    }

    /// <summary>The buttons, each made after the template's one.</summary>
    public void Act(IEnumerable<(string Title, JsonObject Data, bool IsMain)> buttons)
    {
        var actions = root["actions"]!.AsArray();
        var model = actions[0]!.AsObject();
        actions.Clear();
        foreach (var (title, data, isMain) in buttons)
        {
            var own = With(model, "title", title);
            own["data"] = data;
            if (isMain)
                own["style"] = "positive";
            actions.Add(own);
        }
        if (actions.Count == 0)
            root.Remove("actions");
    }

    public JsonObject Finished => root;

    [GeneratedRegex(@"(?<=\{)(?=\{)")]
    private static partial Regex BetweenBraces();

    private static JsonObject With(JsonObject model, string name, string value)
    {
        var own = model.DeepClone().AsObject();
        own[name] = value;
        return own;
    }

    private (JsonObject Block, JsonArray Among) Find(string place) =>
        Search(root, place) ?? throw new InvalidOperationException($"The card has no place for {place}");

    private static (JsonObject, JsonArray)? Search(JsonObject within, string place)
    {
        foreach (var list in within.Select(member => member.Value).OfType<JsonArray>())
        {
            foreach (var element in list.OfType<JsonObject>())
            {
                if ((string?)element["id"] == place)
                    return (element, list);
                if (Search(element, place) is { } found)
                    return found;
            }
        }
        return null;
    }
}
