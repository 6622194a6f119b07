using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>A coordinator's own words to many.</summary>
public sealed class BroadcastTests
{
    [Fact]
    public async Task The_words_and_the_readers_are_shown_and_the_words_go_out_as_they_were_typed_once()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 发个通知：周五下午系统维护", "联络员16人|周五下午系统维护|市教委联络员（市教委）|确认",
            "coordinator: 确认", "通知已发给16人|撤回通知",
            "coordinator: 确认", "没有需要确认");

        var sent = await SentAsync(talk);
        Assert.Equal(16, sent.Count);
        Assert.All(sent, text => Assert.Equal("牵头部门通知：\n周五下午系统维护", text));
        Assert.Empty((await SentAsync(talk)).Skip(16));
    }

    [Fact]
    public async Task A_long_notice_with_markup_and_words_of_commands_stays_what_it_is()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        const string notice = "请注意：<b>周五</b> *停机*，催办、取消、谁逾期了 {{x}} ${y} \"引号\"。";

        await talk.PlayAsync(
            "coordinator: 给逾期单位发通知：" + notice + string.Concat(Enumerable.Repeat("请各单位提前报送。", 30)), "逾期单位联络员16人|" + notice,
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 发通知：" + new string('长', 2001), "2001字",
            "coordinator: 周五停机", "周五停机|确认",
            "coordinator: 改成：周六停机", "周六停机|!周五停机",
            "coordinator: 确认", "16人");
        Assert.All(await SentAsync(talk), text => Assert.Equal("牵头部门通知：\n周六停机", text));
    }

    [Fact]
    public async Task The_readers_can_be_a_part()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 通知逾期单位：请抓紧报送", "逾期单位联络员15人|!市文化和旅游局",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 给市教委发个通知：请补充数字", "联络员1人|市教委联络员|!市科技局",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 通知各单位领导：周五开会", "没有符合条件的收件人",
            "coordinator: 发个通知", "请发通知的内容",
            "coordinator: 下周一开会", "联络员16人|下周一开会",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 给民航局发个通知：请补充数字", "民航局|!16人",
            "coordinator: 取消", "",
            "coordinator: tell everyone that the system is down on Friday", "16 contacts|the system is down on Friday|confirm",
            "coordinator: cancel", "nothing was changed");
        Assert.Empty(await SentAsync(talk));
    }

    [Fact]
    public async Task What_has_not_left_yet_can_be_recalled()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 发个通知：周五下午系统维护", "16人",
            "coordinator: 确认", "16人",
            "coordinator: 撤回通知", "已撤回，16人都不会收到",
            "coordinator: 发个通知：周六系统维护", "16人",
            "coordinator: 确认", "16人");
        Assert.Equal(16, (await SentAsync(talk)).Count);
        await talk.PlayAsync(
            "coordinator: 撤回通知", "已全部送出（16人）",
            "coordinator: 最近的操作记录", "群发通知|撤回未发出的通知|周五下午系统维护");
    }

    [Fact]
    public async Task At_night_a_notice_waits_for_the_morning_and_can_be_recalled_until_then()
    {
        await using var talk = await Talk.StartAsync("2020-04-03 20:00"); // Qingming follows

        await talk.PlayAsync(
            "coordinator: 发个通知：周二开会", "16人|现在不是工作时间，确认后于2020-04-07 08:30送达",
            "coordinator: 确认", "已安排好，通知于2020-04-07 08:30发给16人");
        Assert.Empty(await SentAsync(talk));
        await talk.PlayAsync(
            "coordinator: 撤回通知", "已撤回，16人都不会收到",
            "coordinator: 发个通知：周二开会，请带材料", "16人",
            "coordinator: 确认", "2020-04-07 08:30");
        talk.Clock.Now = Ledgers.At("2020-04-07 08:30");
        Assert.Equal(16, (await SentAsync(talk)).Count);
        talk.Clock.Now = Ledgers.At("2020-04-07 21:00");
        await talk.PlayAsync(
            "coordinator: 发个通知：机房着火", "16人|现在不是工作时间",
            "coordinator: 现在就发", "通知已发给16人");
        Assert.Equal(32, (await SentAsync(talk)).Count);
    }

    [Fact]
    public async Task Nobody_else_sends_notices()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "leader: 发个通知：周五下午系统维护", "只读|!确认",
            "unit-2: 发个通知：周五下午系统维护", "牵头部门|!确认发送",
            "somebody: 发个通知：周五下午系统维护", "还没有绑定");
        Assert.Empty(await SentAsync(talk));
    }

    private static async Task<IReadOnlyList<string>> SentAsync(Talk talk)
    {
        await talk.Get<SendReminders>().RunAsync(CancellationToken.None);
        return [.. ((FakeChannel)talk.Get<IOutbound>()).Sent.Where(sent => sent.Content.Kind == ReminderKind.Announcement).Select(sent => ReminderTexts.Write(sent.Content).Text)];
    }
}
