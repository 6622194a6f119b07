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
            "unit-9: 明天下午四点再叫我一声", "2020-04-03 16:00|截止日期不变|确认",
            "unit-9: 确认", "2020-04-03 16:00再提醒您");
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
            "unit-9: 明天上午", "2020-04-03 09:00|确认",
            "unit-9: make that 10am", "2020-04-03 10:00",
            "unit-9: 取消", "没有做任何改动");
    }

    [Fact]
    public async Task Once_it_is_overdue_the_next_working_day_is_the_latest()
    {
        await using var talk = await Talk.StartAsync("2020-04-10 10:00"); // a Friday

        await talk.PlayAsync(
            "unit-9: remind me next Wednesday", "overdue|2020-04-13 17:59",
            "unit-9: next Monday", "2020-04-13 09:00|confirm",
            "unit-9: confirm", "2020-04-13 09:00");
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
