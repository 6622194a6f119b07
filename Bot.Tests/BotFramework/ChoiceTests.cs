using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace PlanBot.Tests.BotFramework;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("市教委", "市教委")]
    [InlineData("教委报了吗", "市教委")] // a synonym
    [InlineData("农业农村那边", "市农业农村委")]
    [InlineData("the education one", "市教委")]
    [InlineData("EDUCATION", "市教委")]
    [InlineData("educational", "")] // a Latin word must stand alone
    [InlineData("第二个", "市农业农村委")]
    [InlineData("第3项", "市科技局")]
    [InlineData("最后一个", "市科技局")]
    [InlineData("倒数第二个", "市农业农村委")]
    [InlineData("the 2nd", "市农业农村委")]
    [InlineData("the last one", "市科技局")]
    [InlineData("second, please", "市农业农村委")]
    [InlineData("2", "市农业农村委")]
    [InlineData("２", "市农业农村委")] // full width
    [InlineData("选三", "市科技局")]
    [InlineData("(1)", "市教委")]
    [InlineData("two", "市农业农村委")]
    [InlineData("第九个", "")]
    [InlineData("4", "")]
    [InlineData("等一下", "")] // 一 is no number here
    [InlineData("that one", "")]
    [InlineData("2.5", "")]
    [InlineData("", "")]
    [InlineData("科技和教委", "市科技局,市教委")] // in the order they were said
    [InlineData("1和3", "市教委,市科技局")]
    public void What_was_chosen(string said, string expected)
    {
        List<Choice> choices =
        [
            new("市教委") { Synonyms = ["教委", "education"] },
            new("市农业农村委") { Synonyms = ["农业农村"] },
            new("市科技局") { Action = new CardAction(title: "科技") },
        ];

        var found = ChoiceRecognizers.RecognizeChoices(said, choices);

        Assert.Equal(expected, string.Join(',', found.Select(result => result.Resolution.Value)));
    }

    [Fact]
    public void The_longer_name_wins_and_says_where_it_stood()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("请催市教委", ["教委", "市教委"]));

        Assert.Equal((1, 2, 4, "市教委"), (found.Resolution.Index, found.Start, found.End, found.Text));
    }

    [Fact]
    public void A_single_character_must_be_the_whole_answer()
    {
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("不知道", ["是", "不"]));
        Assert.Single(ChoiceRecognizers.RecognizeChoices("不。", ["是", "不"]));
    }

    [Theory]
    [InlineData(Microsoft.Bot.Connector.Channels.Directline, null, 2, "buttons")]
    [InlineData(Microsoft.Bot.Connector.Channels.Webchat, null, 12, "buttons")]
    [InlineData(Microsoft.Bot.Connector.Channels.Msteams, "personal", 3, "buttons")]
    [InlineData(Microsoft.Bot.Connector.Channels.Msteams, "personal", 4, "card")]
    [InlineData(Microsoft.Bot.Connector.Channels.Msteams, "channel", 2, "card")]
    [InlineData(Microsoft.Bot.Connector.Channels.Msteams, "personal", 51, "list")]
    [InlineData("dingtalk", null, 3, "sentence")]
    [InlineData("dingtalk", null, 4, "list")]
    [InlineData(null, null, 2, "sentence")]
    public void Choices_are_shown_in_the_best_way_the_channel_has(string? channel, string? conversationType, int count, string expected)
    {
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(number => $"任务{number}")]);

        var message = ChoiceFactory.ForChannel(channel, choices, "哪项？", conversationType: conversationType);

        Assert.Equal(expected, HowShown(message));
        Assert.Equal(InputHints.ExpectingInput, message.InputHint);
    }

    [Fact]
    public void Long_titles_make_a_numbered_list()
    {
        var message = ChoiceFactory.ForChannel(Microsoft.Bot.Connector.Channels.Directline, ChoiceFactory.ToChoices([new string('长', 21), "短"]), "哪项？", null, null);

        Assert.Equal($"哪项？\n\n   1. {new string('长', 21)}\n   2. 短", message.Text);
    }

    [Theory]
    [InlineData(1, "哪项？ (1) 任务1")]
    [InlineData(2, "哪项？ (1) 任务1 or (2) 任务2")]
    [InlineData(3, "哪项？ (1) 任务1, (2) 任务2, or (3) 任务3")]
    public void Choices_in_a_sentence(int count, string expected) =>
        Assert.Equal(expected, ChoiceFactory.Inline(ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(n => $"任务{n}")]), "哪项？").Text);

    private static string HowShown(IMessageActivity message) => message switch
    {
        { SuggestedActions.Actions.Count: > 0 } => "buttons",
        { Attachments: [{ ContentType: HeroCard.ContentType }] } => "card",
        { Text: var text } when text.Contains('\n', StringComparison.Ordinal) => "list",
        _ => "sentence",
    };
}
