using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>下午四点再叫我一声: reminders put off, never out of sight of the due date.</summary>
public sealed class SnoozeTests
{
    [Fact]
    public async Task A_reminder_is_put_off_and_the_steps_before_it_stay_away()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "unit-9: 明天下午四点再叫我一声", "2020-04-03 16:00再提醒您|截止日期不变|撤销|!确认");
        await SendAtAsync(talk, "2020-04-03 09:00");
        await SendAtAsync(talk, "2020-04-03 15:00");
        Assert.DoesNotContain(ReminderState.Sent, (await OwnStepsAsync(talk)).Select(row => row.State));

        await SendAtAsync(talk, "2020-04-03 16:00");
        var sent = Assert.Single(await OwnStepsAsync(talk), row => row.State == ReminderState.Sent);
        Assert.StartsWith("snooze:", sent.Step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_never_reaches_beyond_the_due_date()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "unit-9: 下周三再提醒我", "不能推迟到截止日期之后|2020-04-03 17:59",
            "unit-9: 明天上午", "2020-04-03 09:00再提醒您",
            "unit-9: make that 10am", "2020-04-03 10:00",
            "unit-9: 取消", "已撤销：推迟提醒");
    }

    [Theory]
    [InlineData("还是明早吧", "2020-04-03 09:00")]
    [InlineData("改到明天下午三点", "2020-04-03 15:00")]
    [InlineData("make that 4pm", "2020-04-02 16:00")]
    [InlineData("四点吧", "2020-04-02 16:00")]
    [InlineData("actually tomorrow morning", "2020-04-03 09:00")]
    public async Task Another_time_takes_the_place_of_the_first(string said, string at)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync("unit-9: 正开会呢 两点半再喊我", "2020-04-02 14:30", $"unit-9: {said}", at);
        await SendAtAsync(talk, "2020-04-02 14:30");
        Assert.DoesNotContain(await OwnStepsAsync(talk), IsSent);
        await SendAtAsync(talk, at);
        Assert.Single(await OwnStepsAsync(talk), IsSent);
    }

    [Theory]
    [InlineData("撤销")]
    [InlineData("undo")]
    [InlineData("算了取消吧")]
    public async Task It_is_taken_back_and_may_be_wished_for_again(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.SayAllAsync("unit-9", "下午两点半再喊我", said);
        await SendAtAsync(talk, "2020-04-02 14:30");
        Assert.DoesNotContain(await OwnStepsAsync(talk), IsSent);

        await talk.SayAllAsync("unit-9", "下午四点再喊我", said, "下午四点再喊我");
        await SendAtAsync(talk, "2020-04-02 16:00");
        Assert.Single(await OwnStepsAsync(talk), IsSent);
    }

    /// <summary>The steps of the ladder come all the same once they are not put off.</summary>
    private static bool IsSent(Reminder row) => row.State == ReminderState.Sent && row.Step.StartsWith("snooze:", StringComparison.Ordinal);

    [Theory]
    [InlineData("来了,说吧要我干啥", "第一项：|工作进展情况")]
    [InlineData("ok I'm back, what do you need from us?", "Task 1:|Progress")]
    public async Task A_question_of_yesterday_is_let_go(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 10:00");

        await talk.PlayAsync("unit-10: 再提醒我一下", "什么时候");
        await talk.MoveToAsync("2020-04-01 09:30");
        await talk.PlayAsync($"unit-10: {said}", $"{answer}|!已经过了");
    }

    [Fact]
    public async Task Once_it_is_overdue_the_next_working_day_is_the_latest()
    {
        await using var talk = await Talk.StartAsync("2020-04-10 10:00"); // a Friday

        await talk.PlayAsync(
            "unit-9: remind me next Wednesday", "overdue|2020-04-13 17:59",
            "unit-9: next Monday", "I will remind you at 2020-04-13 09:00");
    }

    [Fact]
    public async Task Somebody_with_nothing_open_has_nothing_to_put_off()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");

        await talk.PlayAsync("unit-9: 明天上午再提醒我", "没有待报的事项");
    }

    private static async Task SendAtAsync(Talk talk, string at)
    {
        await talk.MoveToAsync(at);
        await talk.Get<QueueReminders>().RunAsync(talk.Clock.Now, CancellationToken.None);
        await talk.Get<SendReminders>().RunAsync(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<Reminder>> OwnStepsAsync(Talk talk)
    {
        var person = await talk.Get<IPersonRepository>().FindByIdentityAsync(Ledgers.Browser, "unit-9", CancellationToken.None);
        var plan = (await talk.Get<IPlanRepository>().AllAsync(CancellationToken.None))[0];
        var rows = await talk.Get<IReminderRepository>().OfPeriodAsync(plan.Id, new(2020, 1), CancellationToken.None);
        return [.. rows.Where(row => row.PersonId == person!.Id && row.State is ReminderState.Sent or ReminderState.Skipped)];
    }
}
