using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>The coordinator's hand on the ladder: listed, changed with a preview, taken back; single steps held, released, recalled, sent at once.</summary>
public sealed class LadderTests
{
    [Fact]
    public Task The_steps_are_listed_with_the_days_of_the_period() => Talk.PlayedAsync(
        "2020-04-01 10:00",
        "coordinator: 提醒节点有哪些", "的提醒节点（默认），按2020年第一季度|1. 期末最后一个工作日09:00 → 2020-03-31|已过|截止日前1个工作日09:00 → 2020-04-02|截止日15:00|逾期升级提醒联络员、备用联络员、单位负责人、管理员|截止日前5个工作日09:00（本期没有）|到时自动发|加一个节点",
        "coordinator: show me the reminder steps", "Reminder steps of|the due day at 15:00|escalation to contacts, backups, unit leaders, coordinators",
        "leader: 看看提醒节点", "的提醒节点（默认）|!加一个节点",
        "unit-2: 提醒节点有哪些", "!删掉第6个节点");

    [Theory]
    [InlineData("加一个节点：截止前两个工作日14:00提醒联络员", "截止日前2个工作日14:00，提醒联络员，排在第5个|2020年第一季度是2020-04-01|14:00")]
    [InlineData("再加一个提醒节点，截止日前3个工作日上午十点", "截止日前3个工作日10:00|已过，不补发，从下一期开始")]
    [InlineData("增加一个升级节点：截止后5个工作日9点，提醒单位负责人和分管领导", "截止日后5个工作日09:00，逾期升级单位负责人、分管领导")]
    [InlineData("把截止日上午的提醒改到10点", "截止日09:00提醒联络员 → 截止日10:00提醒联络员|已经发过的不会再发")]
    [InlineData("把第7个改到下午四点半", "截止日15:00提醒联络员 → 截止日16:30提醒联络员")]
    [InlineData("第8个节点改到截止后两个工作日", "截止日后1个工作日09:00提醒联络员 → 截止日后2个工作日09:00提醒联络员")]
    [InlineData("把第7个节点的提醒对象改成联络员和单位负责人", "截止日15:00提醒联络员、单位负责人")]
    [InlineData("第7个节点开头写“今天是最后一天，请务必报送。”", "开头写“今天是最后一天，请务必报送。”")]
    [InlineData("第7个节点优先用Teams", "优先用Teams")]
    [InlineData("删掉第7个节点", "将删掉|截止日15:00")]
    [InlineData("把截止前一天那个节点去掉吧", "将删掉|截止日前1个工作日09:00")]
    [InlineData("升级先问我", "到时先问管理员")]
    [InlineData("逾期升级之前要先经我确认", "到时先问管理员")]
    [InlineData("add a step two working days before the deadline at 14:00", "2 working days before the due day at 14:00|as step 5")]
    [InlineData("move step 7 to 4:30 pm", "the due day at 15:00|→ the due day at 16:30")]
    [InlineData("delete step 7", "will be deleted|the due day at 15:00")]
    [InlineData("ask me before escalating", "wait until a coordinator confirms")]
    public Task A_change_is_shown_before_it_is_made(string said, string expected) => Talk.PlayedAsync(
        "2020-04-01 10:00", $"coordinator: {said}", expected, "coordinator: 取消", "没有做任何改动", "coordinator: 提醒节点有哪些", "（默认）|到时自动发");

    [Theory]
    [InlineData("加一个节点：截止日晚上8点", "没有改：截止日20:00不在工作时间（08:30—18:00）内")]
    [InlineData("加一个节点：截止日15:00", "没有改：“截止日15:00”已经有一个节点了")]
    [InlineData("加一个节点：截止前90个工作日9点", "不能超过60个工作日")]
    [InlineData("加一个节点：截止后60个工作日10点", "已经开始收下一期了")]
    [InlineData("加一个升级节点：截止前1个工作日10点", "逾期升级要排在截止日之后")]
    [InlineData("把第10个节点改到截止后两个工作日", "按间隔重复，日子不能单改")]
    [InlineData("恢复默认节点", "本来就是这样")]
    [InlineData("add a step on the due day at 8pm", "outside working hours (08:30-18:00)")]
    public Task What_cannot_be_is_refused_in_words(string said, string expected) => Talk.PlayedAsync("2020-04-01 10:00", $"coordinator: {said}", expected, "coordinator: 提醒节点有哪些", "（默认）");

    [Fact]
    public Task The_last_step_that_asks_in_every_period_stays() => Talk.PlayedAsync(
        "2020-04-01 10:00",
        "coordinator: 删掉第5个节点", "将删掉", "coordinator: 确认", "改好", "coordinator: 删掉第5个节点", "截止日09:00", "coordinator: 确认", "改好",
        "coordinator: 删掉第5个节点", "截止日15:00", "coordinator: 确认", "改好", "coordinator: 删掉第5个节点", "截止日后1个工作日", "coordinator: 确认", "改好",
        "coordinator: 删掉第6个节点", "没有改：这样就没有一个每期都提醒联络员的节点了",
        "coordinator: 恢复默认节点", "恢复|默认提醒节点（12个）", "coordinator: 确认", "改好", "coordinator: 提醒节点有哪些", "（默认）|截止日15:00");

    [Fact]
    public async Task What_is_missing_is_asked_for_and_a_correction_is_taken_at_the_preview()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "coordinator: 加一个提醒节点", "请问放在什么时候",
            "coordinator: 截止前两个工作日14点", "截止日前2个工作日14:00",
            "coordinator: 改成15:30吧", "截止日前2个工作日15:30",
            "coordinator: 确认", "已改好",
            "coordinator: 提醒节点有哪些", "（已改过）|5. 截止日前2个工作日15:30 → 2020-04-01",
            "coordinator: 把那个节点删了", "请问是第几个节点",
            "coordinator: 第5个", "将删掉|截止日前2个工作日15:30",
            "coordinator: 确认", "已改好",
            "coordinator: 撤销", "已撤销：修改提醒节点",
            "coordinator: 提醒节点有哪些", "截止日前2个工作日15:30",
            "coordinator: 最近的操作记录", "修改提醒节点",
            "leader: 删掉第5个节点", "只读",
            "unit-2: 删掉第5个节点", "!将删掉");
    }

    [Fact]
    public async Task An_added_step_is_sent_at_its_time_with_its_words_and_nothing_twice()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await WalkAsync(talk, "2020-04-01 10:00");
        var before = Sent(talk).Count;

        await talk.PlayAsync(
            "coordinator: 加一个节点：截止前两个工作日14:00提醒联络员，开头写“请抓紧报送。”", "14:00", "coordinator: 确认", "改好",
            "coordinator: 把截止日前1个工作日那次改到11点", "11:00", "coordinator: 确认", "改好");
        await WalkAsync(talk, "2020-04-01 10:01", "2020-04-01 13:59");
        Assert.Equal(before, Sent(talk).Count);
        await WalkAsync(talk, "2020-04-01 14:00", "2020-04-02 09:00", "2020-04-02 11:00");

        var steps = Sent(talk).Skip(before).Select(sent => sent.Content).ToList();
        Assert.Equal(["due-2-1400", "due-1"], steps.Select(content => content.StepKey).Distinct());
        Assert.Equal(32, steps.Count);
        Assert.Contains("请抓紧报送。", ReminderTexts.Write(steps[0]).Text, StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 把截止日前1个工作日那次改到15点", "15:00|已经发过的不会再发", "coordinator: 确认", "改好");
        await WalkAsync(talk, "2020-04-02 15:00");
        Assert.Equal(before + 32, Sent(talk).Count);
    }

    [Fact]
    public async Task A_step_is_held_and_released_and_another_is_sent_ahead_of_time_once()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await WalkAsync(talk, "2020-04-01 10:00");
        var before = Sent(talk).Count;

        await talk.PlayAsync(
            "coordinator: 先压住下一次提醒", "将压住2020年第一季度2020-04-02|09:00的提醒（按目前情况16人）",
            "coordinator: 确认", "已压住",
            "coordinator: 下一次提醒发给谁", "!4月2日（周四） 09:00：提醒",
            "coordinator: 提醒节点有哪些", "已压住");
        await WalkAsync(talk, "2020-04-02 09:00");
        Assert.Equal(before, Sent(talk).Count);
        await talk.PlayAsync("coordinator: 放行", "将放行", "coordinator: 确认", "已放行");
        await WalkAsync(talk, "2020-04-02 10:00");
        Assert.Equal(before + 16, Sent(talk).Count);

        await talk.PlayAsync(
            "coordinator: 现在就发下一次提醒", "将马上发出|2020-04-03|09:00的提醒（按目前情况16人）", "coordinator: 确认", "一分钟内发出",
            "coordinator: 放行", "没有压住的提醒");
        await WalkAsync(talk, "2020-04-02 10:01", "2020-04-03 09:00");
        Assert.Equal(before + 32, Sent(talk).Count);
        await talk.PlayAsync("coordinator: 压住4月3日15:00那次", "15:00的提醒", "coordinator: 确认", "已压住", "coordinator: 撤销", "已撤销：压住提醒");
        await WalkAsync(talk, "2020-04-03 15:00");
        Assert.Equal(before + 48, Sent(talk).Count);
    }

    [Fact]
    public async Task What_waits_is_recalled_and_what_has_left_is_told()
    {
        await using var talk = await Talk.StartAsync("2020-04-03 15:00");
        await talk.Get<QueueReminders>().RunAsync(Ledgers.At("2020-04-03 20:00"), CancellationToken.None); // by night: they wait for Tuesday
        await talk.MoveToAsync("2020-04-03 20:00");

        await talk.PlayAsync("coordinator: 撤回还没发出的提醒", "将撤回2020年第一季度2020-04-03|15:00的提醒", "coordinator: 确认", "撤回16条|!收不回来");
        await WalkAsync(talk, "2020-04-07 08:30");
        Assert.Empty(Sent(talk));
        await talk.PlayAsync("coordinator: 撤回还没发出的提醒", "没有可撤回的提醒");
    }

    [Fact]
    public async Task Where_the_coordinator_wants_to_be_asked_an_escalation_waits_for_a_word()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 10:00");
        await talk.PlayAsync("coordinator: 升级先问我", "先问管理员", "coordinator: 确认", "改好", "coordinator: 确认升级", "没有等您确认的升级提醒");
        await WalkAsync(talk, "2020-04-09 09:00", "2020-04-09 09:01", "2020-04-10 09:00");

        Assert.DoesNotContain(Sent(talk), sent => sent.Content.Kind == ReminderKind.Escalation);
        var letter = Assert.Single(Letters(talk));
        Assert.Contains("16个单位逾期已到升级的时候", ReminderTexts.Write(letter).Text, StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 确认升级", "将发出2020年第一季度2020-04-09|逾期升级提醒", "coordinator: 确认", "一分钟内发出");
        await WalkAsync(talk, "2020-04-10 09:01", "2020-04-10 09:02");

        Assert.Equal(16, Sent(talk).Where(sent => sent.Content.Kind == ReminderKind.Escalation && sent.Content.To.Contacts.Any(contact => contact.Kind == ContactKind.Primary)).Select(sent => sent.Content.To.Id).Distinct().Count());
        Assert.Single(Letters(talk));
    }

    [Fact]
    public async Task A_declined_escalation_is_not_sent_and_the_ladder_goes_on()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 10:00");
        await talk.PlayAsync("coordinator: ask me before escalating", "confirms", "coordinator: confirm", "changed");
        await WalkAsync(talk, "2020-04-09 09:00");
        await talk.PlayAsync("coordinator: 这次不升级", "这次不发", "coordinator: 确认", "好的，这次不发");
        await WalkAsync(talk, "2020-04-09 10:00", "2020-04-16 09:00");

        Assert.DoesNotContain(Sent(talk), sent => sent.Content.Kind == ReminderKind.Escalation);
        Assert.Equal(16, Sent(talk).Count(sent => sent.Content.StepKey == "overdue+8"));
    }

    private static async Task WalkAsync(Talk talk, params string[] moments)
    {
        foreach (var moment in moments)
        {
            await talk.MoveToAsync(moment);
            await talk.Get<DealWithDue>().RunAsync(CancellationToken.None);
        }
    }

    private static List<(string UserId, PlanBot.Domain.ReminderContent Content)> Sent(Talk talk) =>
        [.. ((FakeChannel)talk.Get<IOutbound>()).Sent.Where(sent => sent.Content.Kind is ReminderKind.Step or ReminderKind.Escalation).Select(sent => (sent.UserId, sent.Content))];

    private static List<PlanBot.Domain.ReminderContent> Letters(Talk talk) => [.. ((FakeChannel)talk.Get<IOutbound>()).Sent.Where(sent => sent.Content.Letter is not null).Select(sent => sent.Content)];
}
