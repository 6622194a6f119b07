using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Manifest;

/// <summary>The source of the Teams app, held to the limits of manifest schema 1.25 (its JSON Schema is a draft that no validator here reads).</summary>
public sealed partial class ManifestTests
{
    private readonly JObject manifest = TeamsApp.Filled("manifest.json");

    [Fact]
    public void Schema_and_version_belong_together()
    {
        Assert.Equal("1.25", (string?)manifest["manifestVersion"]);
        Assert.Equal("https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json", (string?)manifest["$schema"]);
    }

    [Fact]
    public void Nothing_stands_at_the_top_that_the_schema_does_not_know()
    {
        string[] required = ["manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor"];
        string[] optional = ["$schema", "localizationInfo", "bots", "permissions", "validDomains"];

        var keys = manifest.Properties().Select(property => property.Name).ToList();

        Assert.Empty(required.Except(keys));
        Assert.Empty(keys.Except(required).Except(optional));
    }

    [Theory]
    [InlineData("developer.name", 32)]
    [InlineData("developer.websiteUrl", 2048)]
    [InlineData("developer.privacyUrl", 2048)]
    [InlineData("developer.termsOfUseUrl", 2048)]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    public void Required_text_is_there_and_not_too_long(string path, int longest) => Assert.InRange(((string)manifest.SelectToken(path)!).Trim().Length, 1, longest);

    [Fact]
    public void Placeholders_are_those_that_packing_fills_in()
    {
        var source = TeamsApp.Text("manifest.json");

        Assert.Equal(TeamsApp.Filling.Keys.Order(), TeamsApp.PlaceholdersIn(source).Order());
        Assert.Equal("${{BOT_ID}}", (string?)JObject.Parse(source).SelectToken("bots[0].botId"));
        Assert.All(TeamsApp.LanguageFiles(manifest).Values, file => Assert.Empty(TeamsApp.PlaceholdersIn(TeamsApp.Text(file))));
    }

    [Fact]
    public void Filled_in_the_ids_addresses_and_colour_have_their_forms()
    {
        Assert.True(Guid.TryParseExact((string?)manifest["id"], "D", out _));
        Assert.True(Guid.TryParseExact((string?)manifest.SelectToken("bots[0].botId"), "D", out _));
        Assert.All(manifest["developer"]!.Children<JProperty>().Where(property => property.Name.EndsWith("Url", StringComparison.Ordinal)),
            address => Assert.Equal("https", new Uri((string)address.Value!).Scheme));
        Assert.All(manifest["validDomains"]!, domain => Assert.Equal(UriHostNameType.Dns, Uri.CheckHostName((string)domain!))); // a host, without a scheme
        Assert.Matches("^#[0-9A-F]{6}$", (string)manifest["accentColor"]!);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string)manifest["version"]!);
        Assert.All(manifest["permissions"]!, permission => Assert.Contains((string)permission!, new[] { "identity", "messageTeamMembers" }));
    }

    [Fact]
    public void Bot_is_for_personal_chats()
    {
        var bot = Assert.Single(manifest["bots"]!);

        Assert.Equal(["personal"], bot["scopes"]!.Values<string>());
        Assert.All(bot["commandLists"]!, list => Assert.Subset(bot["scopes"]!.Values<string>().ToHashSet(), list["scopes"]!.Values<string>().ToHashSet()));
    }

    [Fact]
    public void Commands_are_few_and_short()
    {
        var lists = manifest.SelectToken("bots[0].commandLists")!;

        Assert.InRange(lists.Count(), 1, 3);
        foreach (var list in lists)
        {
            Assert.InRange(list["commands"]!.Count(), 1, 12);
            Assert.All(list["commands"]!, command =>
            {
                Assert.InRange(((string)command["title"]!).Length, 1, 32); // wider limits came with later schemas; older clients cut titles off
                Assert.InRange(((string)command["description"]!).Length, 1, 128);
            });
        }
        Assert.Distinct(TeamsApp.Titles(manifest));
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icon_has_its_size(string icon, int pixels)
    {
        var (width, height, colourType) = TeamsApp.Png((string)manifest["icons"]![icon]!);

        Assert.Equal((pixels, pixels), (width, height));
        if (icon == "outline")
            Assert.Equal(6, colourType); // white on transparent needs an alpha channel
    }

    [Fact]
    public void Every_file_that_is_named_is_there_and_no_other()
    {
        var named = manifest["icons"]!.Values<JProperty>().Select(icon => (string)icon!.Value!).Concat(TeamsApp.LanguageFiles(manifest).Values);

        Assert.Equal(named.Append("manifest.json").Append("README.md").Order(), Directory.GetFiles(TeamsApp.Folder).Select(file => Path.GetFileName(file)!).Order());
    }

    [Fact]
    public void Chinese_is_the_default_and_both_languages_stand_without_a_region_too()
    {
        var localization = manifest["localizationInfo"]!;

        Assert.Equal("zh-cn", (string?)localization["defaultLanguageTag"]);
        Assert.Equal(["en", "zh"], TeamsApp.LanguageFiles(manifest).Keys.Order());
    }

    [Theory]
    [InlineData("zh.json")]
    [InlineData("en.json")]
    public void Language_file_has_every_sentence_of_the_manifest_within_its_limit(string file)
    {
        var language = TeamsApp.Filled(file);
        string[] texts = ["name.short", "name.full", "description.short", "description.full"];
        var commands = manifest.SelectTokens("bots[*].commandLists[*].commands[*]").SelectMany(command => new[] { $"{command.Path}.title", $"{command.Path}.description" });

        Assert.Equal(texts.Concat(commands).Append("$schema").Order(), language.Properties().Select(property => property.Name).Order());
        Assert.Equal(((string)manifest["$schema"]!).Replace("Teams.schema", "Teams.Localization.schema", StringComparison.Ordinal), (string?)language["$schema"]);
        Assert.All(language.Properties(), property => Assert.InRange(((string)property.Value!).Trim().Length, 1, Longest(property.Name)));
    }

    [Fact]
    public void Chinese_file_says_what_the_manifest_says() =>
        Assert.All(TeamsApp.Filled("zh.json").Properties().Where(property => property.Name != "$schema"),
            property => Assert.Equal((string?)manifest.SelectToken(property.Name), (string?)property.Value));

    [Fact]
    public void Bot_understands_every_command_in_both_languages_as_the_same()
    {
        var english = TeamsApp.Filled("en.json");

        Assert.All(manifest.SelectTokens("bots[0].commandLists[*].commands[*].title"), title =>
        {
            var (chinese, foreign) = (Understand.Utterance((string)title!, []), Understand.Utterance((string)english[title.Path]!, []));

            Assert.NotEqual(Intent.None, chinese.Intent);
            Assert.Equal(chinese.Intent, foreign.Intent);
        });
    }

    private static int Longest(string key) => key switch
    {
        "name.short" => 30,
        "name.full" => 100,
        "description.short" => 80,
        "description.full" => 4000,
        _ when CommandTitle().IsMatch(key) => 32,
        _ => 128,
    };

    [GeneratedRegex(@"commands\[\d+\]\.title$")]
    private static partial Regex CommandTitle();
}
