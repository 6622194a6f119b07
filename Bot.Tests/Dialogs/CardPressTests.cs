using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>Buttons of cards: pressed in time they are their words; late, twice, or by somebody else they do nothing and say so.</summary>
public sealed class CardPressTests
{
    private const string Outdated = "这个按钮已经过期，我没有做任何改动";

    [Fact]
    public async Task A_report_is_filed_once_however_often_its_button_is_pressed()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var summary = await talk.CardAsync("unit-2", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁");

        var first = await talk.PressAsync("unit-2", summary, "确认");
        var second = await talk.PressAsync("unit-2", summary, "确认");

        Assert.StartsWith("已报送", first, StringComparison.Ordinal);
        Assert.StartsWith(Outdated, second, StringComparison.Ordinal);
        Assert.Contains("已报1项", second, StringComparison.Ordinal);
        Assert.Single(await talk.VersionsAsync("unit-2", 1));
    }

    [Fact]
    public async Task The_button_under_an_older_text_does_not_file_the_newer_one()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var older = await talk.CardAsync("unit-2", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁");
        await talk.SayAsync("unit-2", "成效改成戊");

        var answer = await talk.PressAsync("unit-2", older, "确认");

        Assert.StartsWith(Outdated, answer, StringComparison.Ordinal);
        Assert.Contains("成效：戊", answer.Replace("工作成效", "成效", StringComparison.Ordinal), StringComparison.Ordinal); // what is open now is shown again
        Assert.Empty(await talk.VersionsAsync("unit-2", 1));
    }

    [Fact]
    public async Task Only_the_end_of_a_long_text_differs_and_still_the_older_button_does_not_file_it()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var text = new string('长', 400);
        var older = await talk.CardAsync("unit-2", $"第一项：进展：{text}甲 问题：乙 成效：丙 下一步：丁");
        await talk.SayAsync("unit-2", $"进展改成{text}戊");

        Assert.StartsWith(Outdated, await talk.PressAsync("unit-2", older, "确认"), StringComparison.Ordinal);
        Assert.Empty(await talk.VersionsAsync("unit-2", 1));
    }

    [Fact]
    public async Task A_draft_and_a_cancellation_end_the_card()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var summary = await talk.CardAsync("unit-2", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁");

        Assert.Contains("草稿", await talk.PressAsync("unit-2", summary, "存草稿"), StringComparison.Ordinal);
        var late = await talk.PressAsync("unit-2", summary, "确认");

        Assert.StartsWith(Outdated, late, StringComparison.Ordinal);
        Assert.Contains("草稿", late, StringComparison.Ordinal);
        Assert.Empty(await talk.VersionsAsync("unit-2", 1));
    }

    [Fact]
    public async Task A_button_of_one_act_never_confirms_another()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var first = await talk.CardAsync("coordinator", "给市教委延期到4月10日");
        var second = await talk.CardAsync("coordinator", "给市商务局延期到4月10日");

        var answer = await talk.PressAsync("coordinator", first, "确认");

        Assert.StartsWith(Outdated, answer, StringComparison.Ordinal);
        Assert.Contains("将对市商务局", answer, StringComparison.Ordinal);
        Assert.All(await talk.RowsOfAsync("unit-1"), row => Assert.Equal(new DateOnly(2020, 4, 3), row.DueOn));
        Assert.Contains("已延期", await talk.PressAsync("coordinator", second, "确认"), StringComparison.Ordinal);
        Assert.All(await talk.RowsOfAsync("unit-1"), row => Assert.Equal(new DateOnly(2020, 4, 3), row.DueOn));
    }

    [Fact]
    public async Task A_button_of_an_act_that_was_corrected_since_does_not_confirm_it()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var older = await talk.CardAsync("coordinator", "给市教委延期到4月10日");
        await talk.SayAsync("coordinator", "改到4月13日");

        Assert.StartsWith(Outdated, await talk.PressAsync("coordinator", older, "确认"), StringComparison.Ordinal);
        Assert.All(await talk.RowsOfAsync("unit-1"), row => Assert.Equal(new DateOnly(2020, 4, 3), row.DueOn));
    }

    [Fact]
    public async Task An_act_is_done_once_and_nothing_waits_after_it()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var card = await talk.CardAsync("coordinator", "给市教委延期到4月10日");
        await talk.PressAsync("coordinator", card, "确认");

        var again = await talk.PressAsync("coordinator", card, "确认");

        Assert.Equal($"{Outdated}；现在没有等您确认的事。", again);
        Assert.StartsWith(Outdated, await talk.PressAsync("coordinator", card, "取消"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_somebody_else_got_does_nothing()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var extension = await talk.CardAsync("coordinator", "给市教委延期到4月10日");
        var summary = await talk.CardAsync("unit-2", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁");

        foreach (var (user, card) in new[] { ("unit-2", extension), ("leader", extension), ("unit-9", summary), ("coordinator", summary) })
        {
            var answer = await talk.PressAsync(user, card, "确认");
            Assert.Contains("这个按钮已经过期", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("已报", answer, StringComparison.Ordinal); // nor is it told how far the other unit is
        }
        Assert.Contains("绑定", await talk.PressAsync("nobody", extension, "确认"), StringComparison.Ordinal);
        Assert.Empty(await talk.VersionsAsync("unit-2", 1));
    }

    [Fact]
    public async Task A_card_holds_after_a_question_and_a_restart()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var card = await talk.CardAsync("coordinator", "给市教委延期到4月10日");
        await talk.SayAsync("coordinator", "还有谁没报");
        talk.Restart();

        Assert.Contains("已延期", await talk.PressAsync("coordinator", card, "确认"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"say","version":2,"about":"Act","id":"x","say":"确认"}""")]
    [InlineData("""{"action":"say","version":1,"about":"Plan","id":"x","say":"确认"}""")]
    [InlineData("""{"action":"say","version":1,"about":"5","id":"x","say":"确认"}""")]
    [InlineData("""{"action":"say","version":1,"about":"Act","id":"x"}""")]
    [InlineData("""{"action":"confirm","id":7}""")]
    [InlineData("""{"action":"report","obligationId":"?"}""")]
    [InlineData("""{}""")]
    [InlineData("""["确认"]""")]
    [InlineData("\"确认\"")]
    public async Task A_card_of_another_version_is_answered_calmly(string value)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAsync("coordinator", "给市教委延期到4月10日");

        var answer = await talk.PressAsync("coordinator", JToken.Parse(value));

        Assert.StartsWith(Outdated, answer, StringComparison.Ordinal);
        Assert.All(await talk.RowsOfAsync("unit-1"), row => Assert.Equal(new DateOnly(2020, 4, 3), row.DueOn));
        await talk.PlayAsync("coordinator: 确认", "已延期"); // what was open is open still
    }

    [Fact]
    public async Task The_list_urges_about_its_own_period_and_only_as_long_as_something_is_missing_there()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        var list = await talk.CardAsync("coordinator", "谁逾期了");

        Assert.Contains("将就2020年第一季度催办", await talk.PressAsync("coordinator", list, "催办"), StringComparison.Ordinal);
        Assert.StartsWith("好的，刚才的操作先放下", await talk.PressAsync("coordinator", list, "催办"), StringComparison.Ordinal); // pressed twice: asked again, sent never
        Assert.Contains("已取消", await talk.SayAsync("coordinator", "取消"), StringComparison.Ordinal);
        Assert.Equal($"{Outdated}；请用最新一条消息里的按钮，或直接打字告诉我。", await talk.PressAsync("unit-2", list, "催办"));
        await talk.MoveToAsync("2020-07-06 09:00");
        Assert.Equal($"{Outdated}；2020年第一季度的收集已经结束。", await talk.PressAsync("coordinator", list, "催办"));
        Assert.Contains("2020年第二季度", await talk.PressAsync("coordinator", list, "还有谁没报"), StringComparison.Ordinal); // a question is never out of date
    }

    [Fact]
    public async Task A_request_that_a_colleague_has_decided_is_not_decided_again()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", "第一项申请延期到4月10日，数据未汇总", "确认");
        var list = await talk.CardAsync("coordinator", "待处理的申请");
        await talk.SayAllAsync("coordinator", "同意申请1", "确认");

        var answer = await talk.PressAsync("coordinator", list, "不同意申请1");

        Assert.StartsWith(Outdated, answer, StringComparison.Ordinal);
        Assert.Contains("申请1已由", answer, StringComparison.Ordinal);
        Assert.StartsWith(Outdated, await talk.PressAsync("unit-2", list, "同意申请1"), StringComparison.Ordinal);
        Assert.DoesNotContain("申请1已由", await talk.PressAsync("unit-2", list, "同意申请1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_starts_the_report_until_all_is_in_or_the_next_period_has_come()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var reminder = await talk.ReminderOfAsync("unit-2");

        Assert.Contains("需填报", await talk.PressAsync("unit-2", reminder, "立即填报"), StringComparison.Ordinal);
        Assert.Contains("需填报", await talk.PressAsync("unit-2", reminder, "立即填报"), StringComparison.Ordinal);
        Assert.Contains("表单", await talk.PressAsync("unit-2", reminder, "填报表单"), StringComparison.Ordinal);
        Assert.Contains("再提醒您", await talk.PressAsync("unit-2", reminder, "明天上午再提醒我"), StringComparison.Ordinal);
        await talk.SayAsync("unit-2", "取消");
        Assert.StartsWith(Outdated, await talk.PressAsync("coordinator", reminder, "立即填报"), StringComparison.Ordinal); // who reports for no unit
        await talk.SayAllAsync("unit-2", "全部：进展：甲 问题：无 成效：丙 下一步：丁", "确认");
        Assert.Equal($"{Outdated}；您名下没有待报的事项。", await talk.PressAsync("unit-2", reminder, "立即填报"));
        await talk.MoveToAsync("2020-06-30 09:00");
        Assert.Equal($"{Outdated}；现在填报的是2020年第二季度。", await talk.PressAsync("unit-2", reminder, "立即填报"));
    }

    [Fact]
    public async Task In_English_the_buttons_speak_English()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var card = await talk.CardAsync("coordinator", "extend education to 10 April");

        Assert.Contains("Done: extension", await talk.PressAsync("coordinator", card, "Confirm"), StringComparison.Ordinal);
        Assert.Equal("This button is out of date and nothing was changed; nothing waits for your confirmation.", await talk.PressAsync("coordinator", card, "Confirm"));
    }
}

internal static class Cards
{
    /// <summary>The card of the answer.</summary>
    public static async Task<JObject> CardAsync(this Talk talk, string user, string text)
    {
        var replies = await talk.SendAsync(user, new Activity { Type = ActivityTypes.Message, Text = text, Locale = "zh-CN" });
        return Of(replies[^1]);
    }

    /// <summary>The card of a message that stands for its text.</summary>
    public static JObject Of(Activity reply)
    {
        Assert.True(reply.Attachments is [_], reply.Text);
        Assert.True((bool?)((JObject)reply.ChannelData)["planbotCardForText"]);
        return (JObject)reply.Attachments[0].Content;
    }

    /// <summary>Presses the button that stands for these words, or bears them.</summary>
    public static Task<string> PressAsync(this Talk talk, string user, JObject card, string button) =>
        talk.PressAsync(user, card["actions"]!.First(action => (string?)action["data"]!["say"] == button || (string?)action["title"] == button)["data"]!);

    public static async Task<string> PressAsync(this Talk talk, string user, JToken value) =>
        string.Join("\n---\n", (await talk.SendAsync(user, new Activity { Type = ActivityTypes.Message, Value = value, Locale = "zh-CN" })).Select(reply => reply.Text));

    /// <summary>The first reminder of the quarter, as the user would get it.</summary>
    public static async Task<JObject> ReminderOfAsync(this Talk talk, string user)
    {
        var person = (await talk.Get<PlanBot.Data.Repositories.IPersonRepository>().FindByIdentityAsync(PlanBot.Tests.Builders.Ledgers.Browser, user, CancellationToken.None))!;
        var plan = (await talk.Get<PlanBot.Data.Repositories.IPlanRepository>().AllAsync(CancellationToken.None))[0];
        var id = Guid.CreateVersion7();
        var row = new Reminder
        {
            Id = id, MessageId = id, PersonId = person.Id, PlanId = plan.Id, Period = new ReportingPeriod(2020, 1), Step = "urging", Round = 0, Kind = ReminderKind.Urging,
            DueAt = talk.Clock.Now, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = talk.Clock.Now,
        };
        var composed = await talk.Get<ComposeReminder>().RunAsync([row], talk.Clock.Now, CancellationToken.None);
        return Of(PlanBot.Dialogs.ReplyActivity.Of(ReminderTexts.Write(composed.Content!)));
    }
}
