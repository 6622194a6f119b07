using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Tests.Dialogs;
using PlanBot.Texts;

namespace PlanBot.Tests.Manifest;

/// <summary>The commands that Teams offers, said to the bot itself: what is chosen there arrives as an ordinary message.</summary>
public sealed partial class CommandTests
{
    private static readonly PackedApp App = new();

    /// <summary>Place in the manifest, who it is for, and the title in Chinese and in English.</summary>
    public static TheoryData<string, string, string, string> Commands
    {
        get
        {
            var (english, rows) = (App.Json("en.json"), new TheoryData<string, string, string, string>());
            foreach (var command in App.Manifest.SelectTokens("bots[0].commandLists[*].commands[*]"))
            {
                var who = ((string)command["description"]!).StartsWith("联络员", StringComparison.Ordinal) ? "unit-2" : "coordinator";
                rows.Add(command.Path, who, (string)command["title"]!, (string)english[$"{command.Path}.title"]!);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_means_one_thing_in_both_languages(string path, string who, string chinese, string english)
    {
        var (meant, inEnglish) = (Understand.Utterance(chinese, []), Understand.Utterance(english, []));

        Assert.True(meant.Intent != Intent.None && who.Length > 0, path);
        Assert.Equal(meant.Intent, inEnglish.Intent);
        Assert.False(meant.IsByExample || inEnglish.IsByExample, path); // by a rule, and not by likeness
    }

    [Fact]
    public async Task Each_is_answered_in_its_language_and_never_with_a_question_what_was_meant()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        foreach (var row in Commands)
        {
            var (path, who, chinese, english) = ((string)row[0], (string)row[1], (string)row[2], (string)row[3]);
            foreach (var (said, nonsense) in new[] { (chinese, "咕噜咕噜嘟嘟"), (english, "blorp the zorg") })
            {
                await talk.SayAsync(who, said == chinese ? "取消" : "cancel");
                var baffled = await talk.SayAsync(who, nonsense);
                await talk.SayAsync(who, said == chinese ? "取消" : "cancel");

                var answer = await talk.SayAsync(who, said);

                Assert.True(answer.Length > 0 && answer != baffled, $"{path} {said}: {answer}");
                // Tasks and units keep their names in every language; the sentence around them does not.
                Assert.True((said == english) == (EnglishWords().Count(answer.Split('\n')[0]) >= 2), $"{path} {said}: {answer}");
            }
        }
    }

    [Fact]
    public void Those_for_groups_may_be_answered_there_when_all_may_read_along()
    {
        var coordinator = new Person { Id = Guid.CreateVersion7(), Name = "王芳", Roles = [PersonRole.Coordinator] };
        var stranger = new Asker(coordinator, Language.Chinese, "msteams") { Readers = [null] };
        var colleagues = new Asker(coordinator, Language.Chinese, "msteams") { Readers = [coordinator] };

        Assert.All(Titles("team"), title => Assert.True(GroupRules.MayAnswer(colleagues, Understand.Utterance(title, [])), title));
        Assert.All(Titles("team"), title => Assert.False(GroupRules.MayAnswer(stranger, Understand.Utterance(title, [])), title));
        Assert.Equal(Titles("team"), Titles("groupChat"));
    }

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex EnglishWords();

    private static IReadOnlyList<string> Titles(string scope) =>
    [
        .. App.Manifest.SelectTokens("bots[0].commandLists[*]").Where(list => list["scopes"]!.Values<string>().Contains(scope)).SelectMany(list => list["commands"]!).Select(command => (string)command["title"]!),
    ];
}
