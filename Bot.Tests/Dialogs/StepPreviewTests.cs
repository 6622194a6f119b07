using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>Who gets what, and when: also whom nothing will reach, and whose measure of the day is full.</summary>
public sealed class StepPreviewTests
{
    [Fact]
    public async Task Whoever_is_on_no_channel_is_shown_before_the_step_and_in_the_digest()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.Get<IDatabase>().WriteAsync("DELETE FROM channel_identity WHERE user_id = @user", new { user = "unit-3" }, CancellationToken.None);

        await talk.PlayAsync(
            "coordinator: 下一次提醒发给谁", "2020-04-02（周四） 16:30：管理员当日情况1人\n|· 市科技局联络员（市科技局3项），没有绑定聊天账号，收不到|其中1人收不到；说“谁联系不上”",
            "coordinator: preview reminders", "bound to no chat account: will not get it|1 of them will not get it");
        talk.Clock.Now = Ledgers.At("2020-04-02 16:30");
        await talk.Get<DealWithDue>().RunAsync(CancellationToken.None);

        var digest = ((FakeChannel)talk.Get<IOutbound>()).Sent.Single(sent => sent.Content.Kind == ReminderKind.CoordinatorDigest).Content;
        Assert.Contains("联系不上1处：市科技局（市科技局联络员）；另有15人从未打开过会话", ReminderTexts.Write(digest with { Language = "zh" }).Text, StringComparison.Ordinal);
        Assert.Contains(ReminderTexts.Write(digest with { Language = "zh" }).Buttons, button => button.Message == "谁联系不上");
        Assert.Contains("1 out of reach: 市科技局 (市科技局联络员); 15 never opened", ReminderTexts.Write(digest with { Language = "en" }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_measure_of_the_day_is_full_is_shown_and_gets_it_on_the_next_working_day()
    {
        await using var talk = await Talk.StartAsync("2020-04-03 08:35");
        foreach (var text in new[] { "一", "二", "三" })
            await talk.SayAllAsync("coordinator", $"给市教委发个通知：请补充数字{text}", "确认");
        await talk.Get<DealWithDue>().RunAsync(CancellationToken.None);

        await talk.PlayAsync("coordinator: 下一次提醒发给谁",
            "2020-04-03（周五） 09:00：提醒联络员16人|· 当天提醒已满、这条顺延到下一个工作日的：市教委联络员\n2020-04-03（周五） 15:00：提醒联络员16人\n2020-04-03（周五） 16:30"); // the last call before the deadline comes all the same
        talk.Clock.Now = Ledgers.At("2020-04-03 09:00");
        var outcome = await talk.Get<DealWithDue>().RunAsync(CancellationToken.None);

        Assert.Equal((15, 1), (outcome.Sent, outcome.PutOff));
    }

    [Fact]
    public async Task A_plan_whose_units_have_no_contacts_says_so_to_the_coordinator()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.Get<IDatabase>().WriteAsync("DELETE FROM contact", null, CancellationToken.None);

        await talk.PlayAsync(
            "coordinator: 下一次提醒发给谁", "没有需要提醒的人|还没有登记联络员的单位16个，提醒发不到：市发展改革委、",
            "coordinator: 谁联系不上", "市教委：没有登记联络员，请登记一位",
            "coordinator: 催未报单位", "没有可联系的联络员");
    }

    [Fact]
    public void Of_many_people_twenty_are_named()
    {
        var names = Enumerable.Range(1, UpcomingReminders.Named).Select(number => new PreviewReader($"张{number}", [new("市教委", 1, 1)], IsUnreached: false)).ToList();
        var line = new PreviewLine(Ledgers.At("2020-04-02 09:00"), [(ReminderKind.Step, 300)]) { Readers = names, Unreached = 4 };

        var text = PreviewTexts.Steps([line], [], null, null, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Language.Chinese);

        Assert.Contains("· 张20（市教委1项）\n· ……等共300人\n· 其中4人收不到", text, StringComparison.Ordinal);
    }
}
