using System.Diagnostics;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Manifest;

/// <summary>The packed app against the official JSON schemas of every version that it can be packed for.</summary>
public sealed class SchemaTests
{
    private const string ManifestSchema = "MicrosoftTeams.schema.json";
    private const string LanguageSchema = "MicrosoftTeams.Localization.schema.json";

    [NodeFact]
    public async Task Manifest_and_language_files_keep_to_the_schema_of_each_version()
    {
        var documents = TeamsAppOrder.Schemas
            .SelectMany(schema => new[] { false, true }.SelectMany(receipts => new[] { null, PackedApp.Order.AppId }.SelectMany(tab => Documents(PackedApp.Order with { Schema = schema, ReadReceipts = receipts, TabClientId = tab })))).ToList();

        var problems = await ProblemsAsync(documents);

        Assert.Equal(4 * 3 * TeamsAppOrder.Schemas.Count, documents.Count);
        foreach (var (document, found) in documents.Zip(problems))
            Assert.True(found.Count == 0, $"{document.Schema} {document.Name}: {string.Join("; ", found)}");
    }

    [NodeFact]
    public async Task The_check_finds_what_is_wrong()
    {
        var sound = new PackedApp();
        Action<JObject>[] mistakes =
        [
            manifest => manifest["manifestVersion"] = "1.19",
            manifest => manifest["unknown"] = true,
            manifest => manifest["id"] = "${{BOT_ID}}",
            manifest => manifest["name"]!["short"] = new string('x', 31),
            manifest => manifest.Remove("developer"),
            manifest => manifest["bots"]![0]!["scopes"]![2] = "groupchat",
            manifest => manifest["accentColor"] = "blue",
            manifest => ((JObject)manifest["bots"]![0]!["commandLists"]![0]!["commands"]![0]!).Remove("title"),
        ];

        var problems = await ProblemsAsync(
        [
            .. mistakes.Select(mistake => Mistaken(sound.Manifest, mistake)).Select(manifest => new Document("1.30", ManifestSchema, "manifest.json", manifest)),
            new("1.30", LanguageSchema, "en.json", Mistaken(sound.Json("en.json"), language => language["bots[0].commandLists[0].commands[12].title"] = "One too many")),
            new("1.30", LanguageSchema, "en.json", Mistaken(sound.Json("en.json"), language => language.Remove("description.full"))),
        ]);

        Assert.All(problems, Assert.NotEmpty);
    }

    [Fact]
    public void Newest_schema_is_the_one_that_the_source_is_written_against()
    {
        var manifest = new PackedApp().Manifest;

        Assert.Equal(TeamsAppOrder.Schemas[0], (string?)manifest["manifestVersion"]);
        Assert.Equal($"https://developer.microsoft.com/json-schemas/teams/v{TeamsAppOrder.Schemas[0]}/{ManifestSchema}", (string?)manifest["$schema"]);
    }

    [NodeFact]
    public void Newest_schema_is_the_newest_that_was_published_with_the_schemas()
    {
        var published = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "ManifestCheck", "schemas")).Select(folder => Version.Parse(Path.GetFileName(folder)[1..])).ToList();

        Assert.Equal(Version.Parse(TeamsAppOrder.Schemas[0]), published.Max());
        Assert.Equal(published.Where(version => version >= new Version(1, 19)).OrderDescending(), TeamsAppOrder.Schemas.Select(Version.Parse));
    }

    private sealed record Document(string Schema, string File, string Name, JObject Content);

    private static IEnumerable<Document> Documents(TeamsAppOrder order)
    {
        var app = new PackedApp(order);
        yield return new(order.Schema, ManifestSchema, "manifest.json", app.Manifest);
        foreach (var file in app.Languages.Values)
            yield return new(order.Schema, LanguageSchema, file, app.Json(file));
    }

    private static JObject Mistaken(JObject document, Action<JObject> mistake)
    {
        mistake(document);
        return document;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> ProblemsAsync(IReadOnlyList<Document> documents)
    {
        var input = new JArray(documents.Select(document => new JObject { ["schema"] = document.Schema, ["file"] = document.File, ["document"] = document.Content }));
        var start = new ProcessStartInfo("node", ["check.js"]) { WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "ManifestCheck"), RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(input.ToString());
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JArray.Parse(output).Select(problems => (IReadOnlyList<string>)[.. problems.Select(problem => (string)problem!)]).ToList();
    }
}
