namespace PlanBot.Tests.Dialogs;

/// <summary>What the office asks beyond one period's lists: trend, problems, audit trail, who is out of reach.</summary>
public sealed class OfficeQuestionTests
{
    [Fact]
    public async Task The_trend_shows_each_period_with_its_counts_and_tells_open_from_closed()
    {
        await using var talk = await Talk.AfterAsync(TwoQuartersAsync);

        await talk.PlayAsync(
            "coordinator: 历次按时率", "2020年第一季度（已关闭）：应报35项，已报5项（14.3%），按时3项（8.6%），逾期补报2项，未报30项|2020年第二季度（已到期，未关闭）：应报35项，已报3项|2020年第三季度（尚未开始催报）|与上一期持平|!排名",
            "coordinator: how has the on-time rate developed", "Q1 2020 (closed): 5 of 35 reported (14.3%), 3 in time (8.6%), 2 late, 30 open|The 2 periods that fell due together: 8 of 70",
            "coordinator: 今年以来各季度报送率", "2020年第一季度|2020年第二季度",
            "coordinator: 前两个季度按时率", "2020年第一季度|2020年第二季度|!2020年第三季度",
            "coordinator: 教委呢", "市教委各期报送率|应报3项，已报3项",
            "leader: 各季度报送率", "2020年第一季度（已关闭）",
            "unit-2: 历次按时率", "市教委各期报送率|应报3项，已报3项|!35项",
            "unit-2: 商务局历次按时率", "只能查看本单位|!2项");
    }

    [Fact]
    public async Task Units_are_not_ranked()
    {
        await using var talk = await Talk.AfterAsync(TwoQuartersAsync);

        await talk.PlayAsync(
            "coordinator: 各单位按时率排名", "不对单位排名|!市教委",
            "coordinator: 谁报得最好", "不对单位排名",
            "coordinator: which unit is the worst", "neither ranked nor compared");
    }

    [Fact]
    public async Task Problems_are_collected_and_followed_into_the_next_quarter()
    {
        await using var talk = await Talk.AfterAsync(TwoQuartersAsync);

        await talk.PlayAsync(
            "coordinator: 汇总一季度的问题", "2020年第一季度已报5项，其中4项反映了问题，涉及2个单位|市教委|师资不足|!不存在|!上季度也反映过",
            "coordinator: 二季度有哪些问题需要协调", "上季度也反映过】师资仍然不足，招聘困难|房源不足|!上季度也反映过】房源",
            "coordinator: 上季度的问题现在怎么样了", "第三季度尚未开始催报",
            "coordinator: 一季度的问题现在怎么样了", "仍在反映1个|改为反映其他问题1个|尚未报送2个|2020年第一季度：师资不足，招聘困难|2020年第二季度：【仍在反映】师资仍然不足，招聘困难|2020年第二季度：尚未报送",
            "coordinator: 哪些问题还没解决", "仍在反映】师资|尚未报送|!房源",
            "coordinator: which problems are still unresolved", "reported again|[again]",
            "leader: 汇总一季度的问题", "师资不足",
            "unit-2: 哪些问题还没解决", "师资不足|!市商务局",
            "unit-3: 汇总一季度的问题", "没有收到报送|!师资");
    }

    [Fact]
    public async Task The_audit_trail_says_who_did_what_when_and_how()
    {
        await using var talk = await Talk.AfterAsync(TwoQuartersAsync);
        await talk.SayAllAsync("coordinator", "催一下农业农村委", "确认", "催一下市科技局", "确认");

        await talk.PlayAsync(
            "coordinator: 谁改过教委第三项", "市教委2020年第二季度第三项|2020-07-01 10:00 市教委联络员（网页）报送|第1版|!第一项",
            "coordinator: 最近的操作记录", "催办：2020年第二季度，1人|报送：市教委2020年第二季度第一项|回复“下一页”",
            "coordinator: 下一页", "导入计划|!回复“下一页”",
            "coordinator: who changed the report of commerce", "市商务局|filed the report: 市商务局, Q1 2020, task 2, version 1",
            "unit-2: 谁改过我们的报告", "市教委联络员（网页）报送|!市商务局",
            "unit-2: 谁改过商务局的报告", "只能查看本单位");
    }

    [Fact]
    public async Task Who_is_out_of_reach_is_named_with_the_reason_and_the_remedy()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAsync("unit-2", "我的任务");

        await talk.PlayAsync(
            "coordinator: 谁联系不上", "从未打开过会话|市科技局（市科技局联络员）|!市教委（",
            "coordinator: who cannot be reached", "have never opened the conversation",
            "leader: 谁联系不上", "从未打开过会话",
            "unit-2: 谁联系不上", "牵头部门|!市科技局",
            "somebody: 谁联系不上", "还没有绑定");
    }

    [Fact]
    public async Task The_next_reminders_are_shown_with_their_readers_and_on_demand_their_words()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");

        await talk.PlayAsync(
            "coordinator: 下一次提醒发给谁", "2020-04-02（周四） 09:00：提醒联络员15人，每人一条，列出各自未报的任务\n· 市发展改革委联络员（市发展改革委2项）\n· 市教委联络员（市教委3项）\n|16:30：管理员当日情况1人|!市文化和旅游局联络员|!收不到",
            "coordinator: 明天会提醒谁", "2020-04-02，4月2日（周四）的提醒|!4月3日",
            "coordinator: 提醒计划", "2020-04-03（周五） 15:00：提醒联络员15人\n|逾期升级提醒",
            "coordinator: preview reminders", "reminder to 15 contacts",
            "coordinator: 下一次提醒给教委发什么", "2020-04-02 09:00将发给市教委联络员（市教委）|您好|待报3项",
            "coordinator: 下一次提醒给文旅局发什么", "没有待发的提醒",
            "leader: 下一次提醒发给谁", "提醒联络员15人",
            "unit-2: 下一次提醒是什么时候", "将发给市教委联络员|!15人",
            "somebody: 提醒计划", "还没有绑定");
    }

    [Fact]
    public async Task Who_may_export_is_handed_the_file_and_nobody_else()
    {
        await using var talk = await Talk.AfterAsync(TwoQuartersAsync);

        var word = await AskAsync(talk, "coordinator", "导出一季度汇总");
        var csv = await AskAsync(talk, "leader", "export Q1 as csv");

        Assert.Contains("2020年第一季度汇总见附件，共35项", word.Text, StringComparison.Ordinal);
        Assert.EndsWith("2020年第一季度进展情况汇总.docx", Assert.Single(word.Attachments).Name, StringComparison.Ordinal);
        Assert.EndsWith("summary of Q1 2020.csv", Assert.Single(csv.Attachments).Name, StringComparison.Ordinal);
        Assert.StartsWith("data:text/csv;base64,", csv.Attachments[0].ContentUrl, StringComparison.Ordinal);
        Assert.EndsWith(".xlsx", (await AskAsync(talk, "coordinator", "导出Excel")).Attachments[0].Name, StringComparison.Ordinal);
        foreach (var (user, expected) in new[] { ("unit-2", "牵头部门"), ("somebody", "还没有绑定") })
        {
            var refused = await AskAsync(talk, user, "导出一季度汇总");
            Assert.Contains(expected, refused.Text, StringComparison.Ordinal);
            Assert.Empty(refused.Attachments ?? []);
        }
        await talk.PlayAsync("coordinator: 导出2019年四季度汇总", "不在本计划的报告期内");
    }

    private static async Task<Microsoft.Bot.Schema.Activity> AskAsync(Talk talk, string user, string said) =>
        Assert.Single(await talk.SendAsync(user, new Microsoft.Bot.Schema.Activity { Type = Microsoft.Bot.Schema.ActivityTypes.Message, Text = said, Locale = "zh-CN" }));

    /// <summary>6 July: in both quarters 市教委 reported its three tasks in time; 市商务局 its two, late, in the first. One problem of 市教委 persists.</summary>
    private static async Task<Talk> TwoQuartersAsync()
    {
        var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync(
            "unit-2", "第一项：进展：甲 问题：师资不足，招聘困难 成效：丙 下一步：丁\n第二项：进展：甲 问题：住房配套滞后 成效：丙 下一步：丁\n第三项：进展：甲 问题：无 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-04-07 10:00");
        await talk.SayAllAsync("unit-8", "进展：甲 问题：商户数字化意愿不强 成效：丙 下一步：丁", "全部", "确认");
        await talk.MoveToAsync("2020-07-01 10:00");
        await talk.SayAllAsync(
            "unit-2", "第一项：进展：甲 问题：师资仍然不足，招聘困难 成效：丙 下一步：丁\n第二项：进展：甲 问题：房源不足 成效：丙 下一步：丁\n第三项：进展：甲 问题：无 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-07-06 09:00");
        return talk;
    }
}
