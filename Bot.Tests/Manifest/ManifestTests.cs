using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Manifest;

/// <summary>What the JSON schemas of the Teams app do not say, and what older clients hold it to.</summary>
public sealed partial class ManifestTests
{
    private readonly PackedApp app = new();

    [Fact]
    public void Package_holds_the_manifest_its_icons_and_its_languages_at_the_root_and_nothing_else()
    {
        var named = app.Manifest["icons"]!.Values<JProperty>().Select(icon => (string)icon!.Value!).Concat(app.Languages.Values);

        Assert.Equal(named.Append("manifest.json").Order(), app.Names.Order());
        Assert.Equal("manifest.json", app.Names.First());
        Assert.DoesNotContain(app.Names, name => name.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public void Only_an_app_that_was_ordered_so_asks_for_read_receipts()
    {
        var asking = new PackedApp(PackedApp.Order with { ReadReceipts = true }).Manifest;

        Assert.Null(app.Manifest["authorization"]);
        Assert.Equal("ChatMessageReadReceipt.Read.Chat", (string?)asking["authorization"]!["permissions"]!["resourceSpecific"]![0]!["name"]);
        Assert.Equal(asking["id"], asking["webApplicationInfo"]!["id"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_an_app_that_was_ordered_so_has_the_dashboard_as_a_tab(bool receipts)
    {
        var packed = new PackedApp(PackedApp.Order with { TabClientId = PackedApp.Order.AppId.ToUpperInvariant(), ReadReceipts = receipts });
        var tab = packed.Manifest["staticTabs"]!.Single();

        Assert.Null(app.Manifest["staticTabs"]);
        Assert.Equal(("https://planbot.example.gov.cn/dashboard/teams", "看板"), ((string?)tab["contentUrl"], (string?)tab["name"]));
        Assert.Equal((PackedApp.Order.AppId, $"api://planbot.example.gov.cn/{PackedApp.Order.AppId}"), ((string?)packed.Manifest["webApplicationInfo"]!["id"], (string?)packed.Manifest["webApplicationInfo"]!["resource"]));
        Assert.Equal(receipts, packed.Manifest["authorization"] is not null);
        Assert.Contains("\"staticTabs[0].name\": \"Dashboard\"", packed.Text("en.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planbot", false, TeamsAppProblem.Tab)]
    [InlineData("11111111-8d2e-4c57-9b0e-2f6a1d7c4e11", true, TeamsAppProblem.TabAndReceipts)]
    public void A_tab_that_could_sign_nobody_in_is_not_packed(string client, bool receipts, TeamsAppProblem problem) =>
        Assert.Equal(problem, (PackedApp.Order with { TabClientId = client, ReadReceipts = receipts }).Problem()?.Problem);

    [Fact]
    public void Same_order_makes_the_same_bytes() => Assert.Equal(PackedApp.Bytes(PackedApp.Order), PackedApp.Bytes(PackedApp.Order));

    [Fact]
    public void Everything_is_filled_in_from_the_order()
    {
        var manifest = app.Manifest;

        Assert.All(app.Names.Where(name => name.EndsWith(".json", StringComparison.Ordinal)), name => Assert.Empty(PackedApp.PlaceholdersIn(app.Text(name))));
        Assert.Equal((PackedApp.Order.AppId, PackedApp.Order.AppId), ((string)manifest["id"]!, (string)manifest.SelectToken("bots[0].botId")!));
        Assert.Equal([PackedApp.Order.Domain], manifest["validDomains"]!.Values<string>());
        Assert.Equal("1.0.0", (string?)manifest["version"]);
        Assert.All(manifest["developer"]!.Children<JProperty>().Where(property => property.Name.EndsWith("Url", StringComparison.Ordinal)), address =>
            Assert.Equal(("https", PackedApp.Order.Domain), (new Uri((string)address.Value!).Scheme, new Uri((string)address.Value!).Host)));
    }

    [Fact]
    public void What_an_office_has_of_its_own_stands_as_it_was_given()
    {
        var order = new TeamsAppOrder("5F0C3A52-8D2E-4C57-9B0E-2F6A1D7C4E11", "规划.政务.CN")
        {
            Developer = "某市\"督查\"办 \\ ${{DOMAIN}}", Version = "2.10.3", Website = "https://www.example.gov.cn", Privacy = "https://www.example.gov.cn/privacy?a=1&b=2", Terms = "https://www.example.gov.cn/terms",
        };

        var manifest = new PackedApp(order).Manifest;

        Assert.Equal("5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11", (string?)manifest["id"]);
        Assert.Equal("xn--wbrs17k.xn--zfr164b.cn", (string?)manifest["validDomains"]![0]);
        Assert.Equal(order.Developer, (string?)manifest["developer"]!["name"]);
        Assert.Equal((order.Website, order.Privacy, order.Terms), ((string?)manifest["developer"]!["websiteUrl"], (string?)manifest["developer"]!["privacyUrl"], (string?)manifest["developer"]!["termsOfUseUrl"]));
        Assert.Equal("2.10.3", (string?)manifest["version"]);
    }

    [Theory]
    [InlineData(TeamsAppProblem.AppId, "", "a.cn")]
    [InlineData(TeamsAppProblem.AppId, "5f0c3a52", "a.cn")]
    [InlineData(TeamsAppProblem.AppId, "00000000-0000-0000-0000-000000000000", "a.cn")]
    [InlineData(TeamsAppProblem.AppId, "{5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11}", "a.cn")]
    [InlineData(TeamsAppProblem.Domain, null, "")]
    [InlineData(TeamsAppProblem.Domain, null, "localhost")]
    [InlineData(TeamsAppProblem.Domain, null, "https://planbot.example.gov.cn")]
    [InlineData(TeamsAppProblem.Domain, null, "planbot.example.gov.cn:8443")]
    [InlineData(TeamsAppProblem.Domain, null, "planbot.example.gov.cn/chat")]
    [InlineData(TeamsAppProblem.Domain, null, "10.0.0.1")]
    [InlineData(TeamsAppProblem.Domain, null, "[::1]")]
    [InlineData(TeamsAppProblem.Domain, null, "*.example.gov.cn")]
    [InlineData(TeamsAppProblem.Domain, null, "plan bot.cn")]
    [InlineData(TeamsAppProblem.Domain, null, "planbot.example.gov.cn.")]
    [InlineData(TeamsAppProblem.Developer, null, "a.cn", "developer", " ")]
    [InlineData(TeamsAppProblem.Developer, null, "a.cn", "developer", "一个名字长到三十二个字都写不下的某某市某某区某某局某某处某某科某某组")]
    [InlineData(TeamsAppProblem.Developer, null, "a.cn", "developer", "两\n行")]
    [InlineData(TeamsAppProblem.Version, null, "a.cn", "version", "1.0")]
    [InlineData(TeamsAppProblem.Version, null, "a.cn", "version", "1.0.0-beta")]
    [InlineData(TeamsAppProblem.Version, null, "a.cn", "version", "01.0.0")]
    [InlineData(TeamsAppProblem.Address, null, "a.cn", "privacy", "http://a.cn/privacy")]
    [InlineData(TeamsAppProblem.Address, null, "a.cn", "privacy", "privacy.html")]
    [InlineData(TeamsAppProblem.Schema, null, "a.cn", "schema", "1.18")]
    public void An_order_that_Teams_would_not_take_is_not_packed(TeamsAppProblem problem, string? appId, string domain, string member = "", string value = "")
    {
        var order = new TeamsAppOrder(appId ?? PackedApp.Order.AppId, domain);
        order = member switch
        {
            "developer" => order with { Developer = value },
            "version" => order with { Version = value },
            "privacy" => order with { Privacy = value },
            "schema" => order with { Schema = value },
            _ => order,
        };

        Assert.Equal(problem, order.Problem()?.Problem);
        Assert.Throws<ArgumentException>(() => PackedApp.Bytes(order));
    }

    [Fact]
    public void Bot_is_for_private_chats_teams_and_group_chats_and_takes_files()
    {
        var bot = Assert.Single(app.Manifest["bots"]!);

        Assert.Equal(["personal", "team", "groupChat"], bot["scopes"]!.Values<string>());
        Assert.True((bool)bot["supportsFiles"]!);
        Assert.Equal(bot["scopes"]!.Values<string>().Order(), bot["commandLists"]!.SelectMany(list => list["scopes"]!.Values<string>()).Order()); // each scope has one list
        Assert.Equal("personal", (string?)app.Manifest["defaultInstallScope"]);
        Assert.Null(app.Manifest["supportsChannelFeatures"]); // the members of the team are not those who read a shared or private channel
    }

    [Fact]
    public void Commands_are_few_and_short_enough_for_every_client()
    {
        foreach (var list in app.Manifest.SelectTokens("bots[0].commandLists[*]"))
        {
            Assert.InRange(list["commands"]!.Count(), 1, 10);
            Assert.Distinct(list["commands"]!.Select(command => (string)command["title"]!));
        }
        foreach (var file in app.Languages.Values)
            Assert.All(app.Json(file).Properties(), property => Assert.InRange(((string)property.Value!).Trim().Length, 1, Longest(property.Name)));
    }

    [Fact]
    public void Short_and_full_texts_differ_and_the_long_one_does_not_repeat_the_short_one()
    {
        foreach (var language in app.Languages.Values.Select(app.Json))
        {
            Assert.NotEqual((string?)language["name.short"], (string?)language["name.full"]);
            Assert.DoesNotContain((string)language["description.short"]!, (string)language["description.full"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Chinese_is_the_default_and_both_languages_stand_without_a_region_too()
    {
        Assert.Equal("zh-cn", (string?)app.Manifest["localizationInfo"]!["defaultLanguageTag"]);
        Assert.Equal(["en", "zh"], app.Languages.Keys.Order());
    }

    [Fact]
    public void Every_language_says_all_that_the_manifest_says_and_no_more()
    {
        string[] texts = ["name.short", "name.full", "description.short", "description.full"];
        var commands = app.Manifest.SelectTokens("bots[*].commandLists[*].commands[*]").SelectMany(command => new[] { $"{command.Path}.title", $"{command.Path}.description" });
        var needed = texts.Concat(commands).Append("$schema").Order().ToList();

        Assert.All(app.Languages.Values, file => Assert.Equal(needed, app.Json(file).Properties().Select(property => property.Name).Order()));
        Assert.All(app.Json("zh.json").Properties().Where(property => property.Name != "$schema"), property => Assert.Equal((string?)app.Manifest.SelectToken(property.Name), (string?)property.Value));
        Assert.All(app.Json("en.json").Properties(), property => Assert.DoesNotContain(((string)property.Value!).ToCharArray(), c => c is >= '\u3400' and <= '\u9fff'));
    }

    [Fact]
    public void Pages_that_the_app_points_to_come_with_the_program()
    {
        foreach (var address in new[] { "privacyUrl", "termsOfUseUrl" }.Select(name => new Uri((string)app.Manifest["developer"]![name]!)))
            Assert.True(File.Exists(Path.Combine(Repository.Root, "Bot", "wwwroot", address.AbsolutePath.TrimStart('/'))), address.ToString());
    }

    private static int Longest(string key) => key switch
    {
        "$schema" => 200,
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
