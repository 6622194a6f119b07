using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>The form of a report as an Adaptive Card (1.5), filled in with what is known; its layout is <c>Cards/report-form.json</c>.</summary>
public static class ReportCard
{
    /// <summary>Ids of the inputs are this and the section's ordinal: s1, s2.</summary>
    public const string Input = "s";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<string> Template = new(Read);

    /// <param name="problem">Said above the fields; null when nothing is wrong.</param>
    /// <param name="version">The version the form was filled from; sent back with it, so that nobody's newer text is covered unseen.</param>
    public static string Of(
        string heading, string task, string? problem, Guid obligationId, int version, IReadOnlyList<ReportSection> sections, IReadOnlyDictionary<int, string> texts, Language language)
    {
        var card = JsonNode.Parse(Template.Value)!.AsObject();
        var body = card["body"]!.AsArray();
        body[0]!["text"] = Plain(heading);
        body[1]!["text"] = Plain(task);
        var input = body[2]!;
        body.RemoveAt(2);
        if (problem is not null)
            body.Add(new JsonObject { ["type"] = "TextBlock", ["text"] = Plain(problem), ["wrap"] = true, ["color"] = "attention" });
        foreach (var section in sections)
        {
            var own = input.DeepClone();
            own["id"] = Input + section.Ordinal;
            own["label"] = ReportTexts.SectionName(section, language);
            own["placeholder"] = section.Kind == SectionKind.Progress ? "" : language.In("没有请填“无”", "Write \"none\" if there is nothing to say");
            own["value"] = texts.GetValueOrDefault(section.Ordinal, "");
            body.Add(own);
        }
        var submit = card["actions"]![0]!;
        submit["title"] = language.In("提交核对", "Check and submit");
        submit["data"]!["obligationId"] = obligationId.ToString();
        submit["data"]!["version"] = version;
        return card.ToJsonString(Json);
    }

    /// <summary>A TextBlock reads its text as Markdown; whatever would be markup is escaped.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => "\\`*_{}[]()#+-.!|<>~".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));

    private static string Read()
    {
        using var stream = typeof(ReportCard).Assembly.GetManifestResourceStream("PlanBot.Cards.report-form.json")
            ?? throw new InvalidOperationException("The program was built without its card report-form.json");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
