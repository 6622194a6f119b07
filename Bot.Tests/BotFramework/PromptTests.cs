using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace PlanBot.Tests.BotFramework;

public sealed class PromptTests
{
    [Fact]
    public async Task The_retry_prompt_comes_until_the_answer_is_valid()
    {
        var attempts = new List<int>();
        var prompt = new NumberPrompt<int>("p", (context, _) =>
        {
            attempts.Add(context.AttemptCount);
            return Task.FromResult(context.Recognized is { Succeeded: true, Value: > 0 and < 10 });
        });

        await Flow(prompt, new PromptOptions { Prompt = MessageFactory.Text("几项？"), RetryPrompt = MessageFactory.Text("请给 1 到 9 的数") })
            .Test("开始", "几项？")
            .Test("很多", "请给 1 到 9 的数")
            .Test("二十", "请给 1 到 9 的数")
            .Test("两项吧", "得到 2")
            .StartTestAsync();

        Assert.Equal([1, 2, 3], attempts);
    }

    [Fact]
    public async Task A_validator_that_answers_itself_is_not_followed_by_the_question()
    {
        var prompt = new TextPrompt("p", async (context, token) =>
        {
            if (context.Recognized.Value == "好")
                return true;
            await context.Context.SendActivityAsync("太短了", cancellationToken: token);
            return false;
        });

        await Flow(prompt, new PromptOptions { Prompt = MessageFactory.Text("请说") })
            .Test("开始", "请说")
            .Test("嗯", "太短了")
            .Test("好", "得到 好")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_validator_may_accept_what_was_not_recognized()
    {
        var prompt = new NumberPrompt<int>("p", (context, _) =>
        {
            context.Recognized.Value = 0;
            return Task.FromResult(context.Context.Activity.Text == "无");
        });

        await Flow(prompt, new PromptOptions { Prompt = MessageFactory.Text("几项？") }).Test("开始", "几项？").Test("无", "得到 0").StartTestAsync();
    }

    [Fact]
    public async Task Other_activities_are_left_alone()
    {
        await Flow(new TextPrompt("p"), new PromptOptions { Prompt = MessageFactory.Text("请说") })
            .Test("开始", "请说")
            .Send(new Activity { Type = ActivityTypes.Typing })
            .Test("说了", "得到 说了")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_prompt_wants_prompt_options() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Flow(new TextPrompt("p"), null!).Send("开始").StartTestAsync());

    [Fact]
    public async Task Attachments_are_taken_as_they_come()
    {
        var file = new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment("image/png")] };

        await Flow(new AttachmentPrompt("p"), new PromptOptions { Prompt = MessageFactory.Text("请发文件") })
            .Test("开始", "请发文件")
            .Test("没有", "请发文件")
            .Send(file).AssertReplyContains("得到")
            .StartTestAsync();
    }

    [Theory]
    [InlineData("zh-CN", "提交？ (1) 是的 要么 (2) 不")]
    [InlineData("zh-TW", "提交？ (1) 是的 要么 (2) 不")]
    [InlineData("en-US", "提交？ (1) Yes or (2) No")]
    [InlineData("fr-FR", "提交？ (1) Yes or (2) No")]
    public async Task Yes_and_no_are_offered_in_the_language_of_the_user(string locale, string expected)
    {
        await Flow(new ConfirmPrompt("p") { Style = ListStyle.Inline }, new PromptOptions { Prompt = MessageFactory.Text("提交？") }, locale)
            .Test("开始", expected)
            .StartTestAsync();
    }

    [Theory]
    [InlineData("好的", "得到 True")]
    [InlineData("No, thanks", "得到 False")]
    [InlineData("1", "得到 True")]
    [InlineData("第二个", "得到 False")]
    [InlineData("提交吧", "得到 True")] // the words of the button
    [InlineData("先改改", "得到 False")]
    [InlineData("今天几号？", "确定？")] // neither: asked again
    public async Task A_confirmation_understands_both_languages_and_its_own_buttons(string said, string expected)
    {
        var prompt = new ConfirmPrompt("p") { Style = ListStyle.None, ConfirmChoices = Tuple.Create(new Choice("提交"), new Choice("改改")) };

        await Flow(prompt, new PromptOptions { Prompt = MessageFactory.Text("确定？") }).Test("开始", "确定？").Test(said, expected).StartTestAsync();
    }

    [Fact]
    public async Task A_number_means_nothing_where_none_was_shown()
    {
        var prompt = new ConfirmPrompt("p") { Style = ListStyle.None, ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } };

        await Flow(prompt, new PromptOptions { Prompt = MessageFactory.Text("确定？") }).Test("开始", "确定？").Test("1", "确定？").StartTestAsync();
    }

    [Fact]
    public async Task Buttons_are_added_to_a_copy_of_the_question()
    {
        var question = MessageFactory.Text("哪个单位？");
        question.Attachments = [new Attachment("image/png")];

        await Flow(new ChoicePrompt("p"), new PromptOptions { Prompt = question, Choices = ChoiceFactory.ToChoices(["教委", "农委"]) }, channel: Microsoft.Bot.Connector.Channels.Directline)
            .Send("开始")
            .AssertReply(reply =>
            {
                var message = reply.AsMessageActivity();
                Assert.Equal(["教委", "农委"], message.SuggestedActions.Actions.Select(action => action.Title));
                Assert.Equal(["user1"], message.SuggestedActions.To);
                Assert.Single(message.Attachments);
            })
            .Test("农委", "得到 农委#1")
            .StartTestAsync();

        Assert.Null(question.SuggestedActions);
    }

    private static TestFlow Flow(Dialog prompt, PromptOptions options, string locale = "zh-CN", string channel = Microsoft.Bot.Connector.Channels.Test)
    {
        var state = new ConversationState(new MemoryStorage());
        var adapter = new TestAdapter(channel) { Locale = locale }.Use(new AutoSaveStateMiddleware(state));
        var dialog = new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, token) => step.BeginDialogAsync("p", options, token),
                async (step, token) =>
                {
                    var result = step.Result is FoundChoice choice ? $"{choice.Value}#{choice.Index}" : step.Result;
                    await step.Context.SendActivityAsync($"得到 {result}", cancellationToken: token);
                    return await step.EndDialogAsync(null, token);
                },
            ]))
            .AddDialog(prompt);
        return new TestFlow(adapter, (turn, token) => dialog.RunAsync(turn, state.CreateProperty<DialogState>("dialogs"), token));
    }
}
