using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.BotFramework;

public sealed class DialogTests
{
    private const string Key = "test/conversations/c1";

    private readonly Dictionary<string, JObject> _memory = [];
    private readonly List<string> _seen = [];

    public static TheoryData<bool> Storages => [true, false];

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Steps_go_on_over_turns_and_the_dialog_begins_anew_when_it_has_ended(bool withTypeNames)
    {
        var report = new ComponentDialog("report")
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, token) => step.PromptAsync("text", Ask("进展？"), token),
                (step, token) =>
                {
                    step.Values["progress"] = step.Result;
                    return step.PromptAsync("number", Ask("几项？"), token);
                },
                (step, token) =>
                {
                    step.Values["count"] = step.Result;
                    return step.PromptAsync("confirm", Ask("提交？"), token);
                },
                (step, token) =>
                {
                    step.Values["submit"] = step.Result;
                    var options = Ask("哪项？");
                    options.Choices = [new Choice("任务甲") { Synonyms = ["选址"] }, new Choice("任务乙")];
                    return step.PromptAsync("choice", options, token);
                },
                (step, token) => EndWith(
                    step, $"{step.Values["progress"]} {step.Values["count"]} {step.Values["submit"]} {((FoundChoice)step.Result).Value}", token),
            ]))
            .AddDialog(new TextPrompt("text"))
            .AddDialog(new ChoicePrompt("choice") { Style = ListStyle.None })
            .AddDialog(new NumberPrompt<int>("number"))
            .AddDialog(new ConfirmPrompt("confirm") { Style = ListStyle.None });

        await Flow(report, withTypeNames)
            .Test("报送", "进展？")
            .Test("完成选址", "几项？")
            .Test("不知道", "几项？")
            .Test("三项", "提交？")
            .Test("好的", "哪项？")
            .Test("选址那项", "完成选址 3 True 任务甲")
            .Test("再来", "进展？")
            .StartTestAsync();
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Options_reach_every_step(bool withTypeNames)
    {
        var dialog = new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("begin", [(step, token) => step.BeginDialogAsync("task", new Options { Task = 7 }, token)]))
            .AddDialog(new WaterfallDialog("task",
            [
                (step, token) => step.PromptAsync("text", Ask("哪项？"), token),
                (step, token) => EndWith(step, $"{step.Result} {step.Options.GetType().Name}", token),
            ]))
            .AddDialog(new TextPrompt("text"));

        await Flow(dialog, withTypeNames)
            .Test("开始", "哪项？")
            .Test("第七项", withTypeNames ? "第七项 Options" : "第七项 JObject")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_step_can_go_on_in_the_same_turn_but_only_once()
    {
        var dialog = new WaterfallDialog("steps")
            .AddStep((step, token) => step.NextAsync("甲", token))
            .AddStep(async (step, token) =>
            {
                Assert.Equal(DialogReason.NextCalled, step.Reason);
                await step.NextAsync($"{step.Result}乙", token);
                await Assert.ThrowsAsync<InvalidOperationException>(() => step.NextAsync(null, token));
                return Dialog.EndOfTurn;
            })
            .AddStep((step, token) => EndWith(step, $"{step.Result}丙", token));

        await Flow(dialog).Test("走", "甲乙丙").StartTestAsync();
    }

    [Fact]
    public async Task A_step_that_waits_gets_the_next_message_and_ignores_other_activities()
    {
        var dialog = new WaterfallDialog("steps",
        [
            async (step, token) =>
            {
                await step.Context.SendActivityAsync("请说", cancellationToken: token);
                return Dialog.EndOfTurn;
            },
            (step, token) => EndWith(step, $"{step.Reason} {step.Result}", token),
        ]);

        await Flow(dialog)
            .Test("开始", "请说")
            .Send(new Activity { Type = ActivityTypes.Event, Name = "x" })
            .Test("说了", "ContinueCalled 说了")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_dialog_below_gets_the_result_and_a_replaced_one_does_not_come_back()
    {
        var dialog = new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("first",
            [
                (step, token) => step.BeginDialogAsync("second", null, token),
                (step, token) => EndWith(step, $"first got {step.Result}", token),
            ]))
            .AddDialog(new WaterfallDialog("second",
            [
                (step, token) => step.ReplaceDialogAsync("third", "handed on", token),
                (step, token) => EndWith(step, "never", token),
            ]))
            .AddDialog(new WaterfallDialog("third", [(step, token) => step.EndDialogAsync(step.Options, token)]));

        await Flow(dialog).Test("走", "first got handed on").StartTestAsync();
    }

    [Fact]
    public async Task A_question_is_asked_again_after_what_was_begun_on_top_of_it()
    {
        var interrupting = new Interruptible(new WaterfallDialog("help", [(step, token) => EndWith(step, "帮助在此", token)]))
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, token) => step.PromptAsync("text", Ask("进展？"), token),
                (step, token) => EndWith(step, $"收到 {step.Result}", token),
            ]))
            .AddDialog(new TextPrompt("text"));

        await Flow(interrupting)
            .Test("报送", "进展？")
            .Test("帮助", "帮助在此")
            .AssertReply("进展？")
            .Test("完成", "收到 完成")
            .StartTestAsync();
    }

    [Fact]
    public async Task Cancelling_inside_ends_the_component_and_tells_the_dialogs()
    {
        var dialog = new Interruptible(new Noted("noted", _seen))
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, token) => step.BeginDialogAsync("noted", null, token),
                (step, token) => EndWith(step, "never", token),
            ]));

        var flow = Flow(dialog);
        await flow.Send("报送").StartTestAsync();
        Assert.Contains("noted", Stored(), StringComparison.Ordinal);

        await flow.Send("取消").StartTestAsync();

        Assert.Equal(["CancelCalled"], _seen);
        Assert.DoesNotContain("noted", Stored(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "inner:CancelCalled")] // the component refuses to be cancelled from inside
    [InlineData(false, "inner:CancelCalled,CancelCalled")]
    public async Task Cancelling_upwards_stops_at_the_dialog_that_handles_the_event(bool isHandled, string expected)
    {
        var dialog = new Guarded(isHandled, _seen);
        dialog.AddDialog(new CancelsAll(_seen));

        await Flow(dialog).Send("走").StartTestAsync();

        Assert.Equal(expected, string.Join(',', _seen));
    }

    [Fact]
    public async Task A_dialog_that_is_not_there_is_named()
    {
        var dialog = new WaterfallDialog("steps", [(step, token) => step.BeginDialogAsync("missing", null, token)]);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => Flow(dialog).Send("走").StartTestAsync());

        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_in_the_place_of_a_value_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            new DialogContext(new DialogSet(), new TurnContext(new TestAdapter(), new Activity()), new DialogState()).EndDialogAsync(CancellationToken.None));

    [Fact]
    public void Dialogs_of_the_same_id_get_numbers()
    {
        var (first, second) = (new TextPrompt("text"), new TextPrompt("text"));

        var set = new DialogSet().Add(first).Add(second).Add(first);

        Assert.Equal(["text", "text2"], set.GetDialogs().Select(dialog => dialog.Id));
        Assert.Same(second, set.Find("text2"));
        Assert.Equal("Noted", new Noted(null, []).Id);
    }

    private static PromptOptions Ask(string question) => new() { Prompt = MessageFactory.Text(question) };

    private static async Task<DialogTurnResult> EndWith(DialogContext step, string text, CancellationToken token)
    {
        await step.Context.SendActivityAsync(text, cancellationToken: token);
        return await step.EndDialogAsync(null, token);
    }

    private TestFlow Flow(Dialog dialog, bool withTypeNames = true)
    {
        var storage = withTypeNames ? new MemoryStorage(_memory) : new MemoryStorage(JsonSerializer.CreateDefault(), _memory);
        var state = new ConversationState(storage);
        var adapter = new TestAdapter(TestAdapter.CreateConversation("c1")) { Locale = "zh-CN" }.Use(new AutoSaveStateMiddleware(state));
        return new TestFlow(adapter, (turn, token) => dialog.RunAsync(turn, state.CreateProperty<DialogState>(nameof(DialogState)), token));
    }

    private string Stored() => _memory[Key].ToString();

    public sealed class Options
    {
        public int Task { get; set; }
    }
}
