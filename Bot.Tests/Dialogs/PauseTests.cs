using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>Reminders rest while a coordinator has paused them.</summary>
public sealed class PauseTests
{
    [Fact]
    public async Task Steps_that_fall_due_while_all_is_paused_are_skipped_and_not_made_up_for()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "coordinator: 暂停提醒", "暂停全部单位的自动提醒，直到您恢复为止|不补发|确认",
            "coordinator: 确认", "已暂停全部单位",
            "coordinator: 暂停提醒", "已经暂停",
            "coordinator: 下一次提醒发给谁", "自动提醒已暂停：全部单位");
        await WalkAsync(talk, "2020-04-02 09:00", "2020-04-03 09:00");
        Assert.Empty(Steps(talk));
        await talk.PlayAsync(
            "coordinator: 恢复提醒", "恢复全部单位|不补发|确认",
            "coordinator: 确认", "已恢复全部单位");
        await WalkAsync(talk, "2020-04-03 15:00");

        Assert.Equal(16, Steps(talk).Count);
        var plan = (await talk.Get<IPlanRepository>().AllAsync(CancellationToken.None))[0];
        var kept = await talk.Get<IReminderRepository>().OfPeriodAsync(plan.Id, new(2020, 1), CancellationToken.None);
        Assert.Equal(32, kept.Count(row => row is { State: ReminderState.Skipped, Outcome: "paused" }));
    }

    [Fact]
    public async Task One_unit_rests_until_a_day_while_the_others_are_reminded()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "coordinator: 先别提醒教委，到4月3日", "暂停市教委的自动提醒，2020-04-03，4月3日（周五）起自动恢复|确认",
            "coordinator: 确认", "已暂停市教委");
        await WalkAsync(talk, "2020-04-02 09:00");
        Assert.Equal(15, Steps(talk).Count);
        await WalkAsync(talk, "2020-04-02 16:30");
        Assert.Contains("自动提醒已暂停：市教委", Assert.Single(Digests(talk)), StringComparison.Ordinal);
        await WalkAsync(talk, "2020-04-03 09:00");

        Assert.Equal(15 + 16, Steps(talk).Count);
    }

    [Fact]
    public async Task Pausing_and_resuming_are_undone_and_stand_in_the_audit_trail()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "coordinator: pause reminders to 市教委", "Automatic reminders to 市教委 will be paused until you resume them",
            "coordinator: confirm", "are paused",
            "coordinator: undo", "Undone: pausing reminders",
            "coordinator: 恢复提醒", "没有暂停，照常发送",
            "coordinator: 暂停提醒", "全部单位",
            "coordinator: 确认", "已暂停",
            "coordinator: 恢复教委的提醒", "不能只恢复一个单位",
            "coordinator: 恢复提醒", "恢复全部单位",
            "coordinator: 确认", "已恢复",
            "coordinator: 撤销", "已撤销：恢复提醒",
            "coordinator: 下一次提醒发给谁", "自动提醒已暂停：全部单位",
            "coordinator: 最近的操作记录", "暂停提醒|恢复提醒",
            "coordinator: 恢复提醒", "恢复全部单位",
            "coordinator: 确认", "已恢复",
            "coordinator: 暂停民航局的提醒", "民航局|!全部单位",
            "coordinator: 确认", "!已暂停",
            "coordinator: 取消", "",
            "coordinator: 先别提醒民航局", "民航局|!全部单位",
            "coordinator: 取消", "",
            "coordinator: pause reminders to civil aviation", "civil aviation|!all units");
    }

    [Fact]
    public async Task Nobody_else_pauses_and_a_contact_who_says_so_means_the_own_reminders()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "leader: 暂停提醒", "只读",
            "unit-2: 暂停提醒", "!暂停全部单位|!暂停市教委",
            "somebody: 暂停提醒", "还没有绑定");
        await WalkAsync(talk, "2020-04-02 09:00");
        Assert.Equal(16, Steps(talk).Count);
    }

    private static async Task WalkAsync(Talk talk, params string[] moments)
    {
        foreach (var moment in moments)
        {
            await talk.MoveToAsync(moment);
            await talk.Get<QueueReminders>().RunAsync(talk.Clock.Now, CancellationToken.None);
            await talk.Get<SendReminders>().RunAsync(CancellationToken.None);
        }
    }

    private static List<Guid> Steps(Talk talk) =>
        [.. ((FakeChannel)talk.Get<IOutbound>()).Sent.Where(sent => sent.Content.Kind == ReminderKind.Step).Select(sent => sent.Content.To.Id)];

    private static List<string> Digests(Talk talk) =>
        [.. ((FakeChannel)talk.Get<IOutbound>()).Sent.Where(sent => sent.Content.Kind == ReminderKind.CoordinatorDigest).Select(sent => ReminderTexts.Write(sent.Content).Text)];
}
