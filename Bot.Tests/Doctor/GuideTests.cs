using System.Text.RegularExpressions;
using PlanBot.Channels.Teams;
using PlanBot.Commands;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Doctor;

/// <summary>docs/teams.md against the program: every setting, option and version that it names is there.</summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "teams.md"));

    /// <summary>Keys that the SDK reads from the same section.</summary>
    private static readonly string[] CloudKeys = ["ChannelService", "ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ToBotFromChannelTokenIssuer", "ToBotFromChannelOpenIdMetadataUrl"];

    [Fact]
    public void Settings_have_their_real_names()
    {
        var named = Setting().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, key => Assert.True(CloudKeys.Contains(key) || typeof(TeamsOptions).GetProperty(key) is not null, key));
        Assert.All(CloudKeys, key => Assert.Contains(key, named));
    }

    [Fact]
    public void Options_are_those_of_the_commands()
    {
        var pack = Assert.Single(ManifestCommand.Create(null!).Subcommands);
        var known = pack.Options.Concat(DoctorCommand.Create(null!, _ => null).Options).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet();
        var ours = Guide.Split('\n').Where(line => line.Contains('`', StringComparison.Ordinal) && !line.Contains("az ", StringComparison.Ordinal)).SelectMany(line => Option().Matches(line).Select(match => match.Value)).Distinct();

        Assert.All(ours, option => Assert.Contains(option, known));
        Assert.All(pack.Options.Select(option => option.Name).Except(["--output", "--help"]), option => Assert.Contains(option, Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_languages_name_the_same_settings_options_and_log_words()
    {
        var english = Guide.IndexOf("# PlanBot in Teams", StringComparison.Ordinal);

        Assert.Equal(Words(Guide[..english]), Words(Guide[english..]));
    }

    [Fact]
    public void Version_of_the_manifest_is_the_one_that_is_packed() => Assert.Equal(2, Regex.Count(Guide, Regex.Escape(TeamsAppOrder.Schemas[0] + "（最新公布的）") + "|" + Regex.Escape(TeamsAppOrder.Schemas[0] + " (the newest published)")));

    private static IEnumerable<string> Words(string text) =>
        Option().Matches(text).Select(match => match.Value).Concat(LogWords().Matches(text).Select(match => match.Groups[1].Value)).Where(word => !AzureOptions.Contains(word)).Distinct().Order();

    /// <summary>The commands stand in the Chinese part only, to which the English one points.</summary>
    private static readonly HashSet<string> AzureOptions =
        ["--display-name", "--sign-in-audience", "--query", "--id", "--years", "--name", "--location", "--resource-group", "--app-type", "--appid", "--tenant-id", "--endpoint", "--namespace", "--wait"];

    [GeneratedRegex("Channels(?:__|:)Teams(?:__|:)([A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<![\w-])--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("`(another [a-z]+|Refused|the token does not hold|MicrosoftApp[A-Za-z]+|PublicUrl|AllowedHosts)`")]
    private static partial Regex LogWords();
}
