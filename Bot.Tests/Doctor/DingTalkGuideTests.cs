using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PlanBot.Channels.DingTalk;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Doctor;

/// <summary>docs/dingtalk.md and manifest/dingtalk against the program: every setting and permission that they name is there, in both languages.</summary>
public sealed partial class DingTalkGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "dingtalk.md"));
    private static readonly JsonNode App = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "manifest", "dingtalk", "app.json")))!;
    private static readonly int English = Guide.IndexOf("# PlanBot in DingTalk", StringComparison.Ordinal);

    [Fact]
    public void Settings_have_their_real_names_and_none_is_left_out()
    {
        var named = Setting().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.All(named, key => Assert.True(typeof(DingTalkOptions).GetProperty(key)?.CanWrite, key));
        Assert.Empty(typeof(DingTalkOptions).GetProperties().Where(key => key.CanWrite).Select(key => key.Name).Except(named));
    }

    [Fact]
    public void Both_languages_name_the_same_settings_permissions_and_log_words() => Assert.Equal(Words(Guide[..English]), Words(Guide[English..]));

    [Fact]
    public void The_permissions_of_the_guide_are_those_of_the_app() =>
        Assert.All(App["permissions"]!.AsArray(), permission => Assert.Equal(2, Regex.Count(Guide, Regex.Escape((string)permission!["scope"]!) + "[`（]")));

    [Fact]
    public void The_address_of_the_guide_is_the_one_that_is_served()
    {
        Assert.Equal(MessageEndpoint.Path, (string?)App["robot"]!["callback"]);
        Assert.Equal(2, Regex.Count(Guide, Regex.Escape($"https://planbot.example.gov.cn{MessageEndpoint.Path}`")));
        Assert.Equal(2, Regex.Count(Guide, Regex.Escape($"https://planbot.example.gov.cn{CardEndpoint.Path}`")));
    }

    private static IEnumerable<string> Words(string text) => Setting().Matches(text).Select(match => match.Groups[1].Value).Concat(Quoted().Matches(text).Select(match => match.Groups[1].Value)).Distinct().Order();

    [GeneratedRegex("Channels(?:__|:)DingTalk(?:__|:)([A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex("(?:日志|log) `([^`]+)`")]
    private static partial Regex Quoted();
}
