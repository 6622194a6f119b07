using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

public sealed class ContactTests
{
    private const string Labelled = "进展：甲 问题：乙 成效：丙 下一步：丁";

    [Fact]
    public async Task My_tasks_with_due_dates()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-4: 我的任务", "市工业和信息化局|共5项，待报5项|第五项：|2020-04-03|4月3日（周五）|未报",
            "unit-4: 咱们单位要报哪几件事", "共5项",
            "unit-4: my tasks", "5 tasks, 5 open|Task 5: |due 2020-04-03 (Friday 3 April)|not reported",
            "unit-4: 最晚什么时候给你们", "2020-04-03",
            "unit-4: when is it due", "Q1 2020 is due 2020-04-03");
    }

    [Fact]
    public async Task Labels_without_a_number_are_asked_about_where_several_tasks_are_open()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: " + Labelled, "报哪一项的|第一项：|第三项：",
            "unit-2: 全部", "第一项：|第二项：|第三项：|存在问题：乙|确认",
            "unit-2: 确认", "共3项");
        Assert.Equal(3, (await talk.EntriesOfAsync("unit-2")).Count);
    }

    [Fact]
    public async Task One_task_is_reported_and_the_others_stay_open()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第二项：" + Labelled, "第二项：|!第一项|确认",
            "unit-2: 确认", "还有2项未报|第一项：|第三项：",
            "unit-2: 第三项", "第三项|工作进展情况",
            "unit-2: 完成两期", "存在问题",
            "unit-2: 无", "取得成效",
            "unit-2: 覆盖26家", "下一步工作",
            "unit-2: 推广", "请核对|完成两期",
            "unit-2: 等等，成效那条应该是28家", "取得成效：覆盖28家",
            "unit-2: 可以，提交", "还有1项未报");
    }

    [Fact]
    public async Task A_whole_report_in_English()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: report now", "3 tasks to report for Q1 2020",
            "unit-2: task 1", "\"Progress\" for task 1",
            "unit-2: two new programmes were opened", "\"Problems\"",
            "unit-2: no problems so far", "\"Results\"",
            "unit-2: what's the deadline?", "due 2020-04-03|\"Results\"", // answered, then the open question again
            "unit-2: 120 students enrolled", "\"Next steps\"",
            "unit-2: apply for a key discipline", "Please check your report|Problems: None|120 students enrolled",
            "unit-2: change results to 130 students enrolled", "130 students enrolled",
            "unit-2: confirm", "Filed: |task 1|2 tasks still open",
            "unit-2: Task 2: Progress: a. Problems: none. Results: c. Next steps: d. Task 3: Progress: e. Problems: f. Results: g. Next steps: h", "Task 2: |Task 3: |Progress: a.|Next steps: h",
            "unit-2: yes, send it", "Everything is reported");
    }

    [Fact]
    public async Task Half_way_people_ask_for_help_ask_questions_cancel_and_keep_drafts()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 开展了培训，参训一百人", "存在问题",
            "unit-9: 帮助", "联络员|存在问题",
            "unit-9: 最晚什么时候给你们", "2020-04-03|存在问题",
            "unit-9: 谢谢", "存在问题", // politeness is no section
            "unit-9: 先放着，明天接着写", "存为草稿",
            "unit-9: 我的任务", "有草稿未报",
            "unit-9: 继续填报", "存在问题",
            "unit-9: 场地不足", "取得成效",
            "unit-9: 不弄了", "已取消",
            "unit-9: 我报了什么", "尚未报送");
        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
        // The draft that was there before comes back as it was.
        var draft = Assert.Single(await talk.Get<IProgressRepository>().DraftsAsync([(await talk.RowsOfAsync("unit-9"))[0].ObligationId], CancellationToken.None));
        Assert.Equal([1], draft.Sections.Keys);
    }

    [Theory]
    [InlineData("取消", "已取消")]
    [InlineData("cancel", "Cancelled")]
    public async Task Cancelling_files_nothing_and_leaves_no_draft(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync("unit-9: 开展了培训，参训一百人", "存在问题", $"unit-9: {said}", answer);

        var row = Assert.Single(await talk.RowsOfAsync("unit-9"));
        Assert.Equal((ObligationState.Pending, 0), (row.State, row.Version));
        Assert.Empty(await talk.Get<IProgressRepository>().DraftsAsync([row.ObligationId], CancellationToken.None));
    }

    [Theory]
    [InlineData("本季无新进展", "工作进展情况：本季无新进展|存在问题：无")]
    [InlineData("no progress this quarter", "Progress: no progress this quarter|Problems: None")]
    public async Task A_nil_report_is_for_all_open_tasks(string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-2: {said}", summary, "unit-2: 确认", "共3项");

        Assert.Equal(3, (await talk.EntriesOfAsync("unit-2")).Count);
    }

    [Fact]
    public async Task Every_answer_is_kept_at_once()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-9", "开展了培训，参训一百人", "场地不足");

        var draft = Assert.Single(await talk.Get<IProgressRepository>().DraftsAsync([(await talk.RowsOfAsync("unit-9"))[0].ObligationId], CancellationToken.None));
        Assert.Equal([(1, "开展了培训，参训一百人"), (2, "场地不足")], draft.Sections.OrderBy(section => section.Key).Select(section => (section.Key, section.Value)));
    }

    [Fact]
    public async Task A_restart_half_way_asks_the_same_question()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", "开展了培训，参训一百人", "场地不足");

        talk.Restart();

        await talk.PlayAsync(
            "unit-9: 什么时候截止", "2020-04-03|取得成效",
            "unit-9: 培训一百人", "下一步工作",
            "unit-9: 再办两期", "存在问题：场地不足",
            "unit-9: 确认", "已报送");
    }

    [Fact]
    public async Task Corrections_after_filing()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", Labelled, "全部", "确认");

        await talk.PlayAsync(
            "unit-2: 上午报的那份，下一步要改一下：先试点再推广", "要修改哪一项",
            "unit-2: 第二项", "第二项|下一步工作：先试点再推广（原为：丁）|!存在问题",
            "unit-2: 确认", "第二项（第2版）",
            "unit-2: 我报了什么", "先试点再推广|第2版|下一步工作：丁",
            "unit-2: change the problems of task 3 to none", "Problems: ",
            "unit-2: cancel", "Cancelled");
        Assert.Equal(["丁", "先试点再推广"], (await talk.VersionsAsync("unit-2", task: 2)).Select(version => version.Sections[4]));
        Assert.Single(await talk.VersionsAsync("unit-2", task: 3));
    }

    [Fact]
    public async Task When_all_is_reported_a_new_report_is_asked_about()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认");

        await talk.PlayAsync(
            "unit-9: 进展：戊 问题：己 成效：庚 下一步：辛", "更正2020年第一季度|提前报2020年第二季度",
            "unit-9: 提前报2020年第二季度", "2020年第二季度|工作进展情况：戊",
            "unit-9: 确认", "已报送");
        Assert.Equal("甲", Assert.Single(await talk.EntriesOfAsync("unit-9")).Sections[1]);

        await talk.PlayAsync(
            "unit-9: 进展：壬 问题：己 成效：庚 下一步：辛", "更正",
            "unit-9: 更正", "工作进展情况：壬（原为：甲）",
            "unit-9: 确认", "第2版");
    }

    [Fact]
    public async Task A_form_card_is_filled_in_checked_and_filed()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var sent = Assert.Single(await talk.SendAsync("unit-9", new Activity { Type = ActivityTypes.Message, Text = "填报表单" }));
        var card = (JObject)Assert.Single(sent.Attachments).Content;
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.Equal(["s1", "s2", "s3", "s4"], card["body"]!.Where(element => (string?)element["type"] == "Input.Text").Select(element => (string?)element["id"]));
        Assert.All(card["body"]!.Where(element => (string?)element["type"] == "Input.Text"), input => Assert.True((bool)input["isMultiline"]!));
        var value = new JObject(((JObject)card["actions"]![0]!["data"]!).Properties()) { ["s1"] = "完成培训", ["s2"] = "无", ["s3"] = "参训150人", ["s4"] = "推广" };

        var summary = await talk.SendAsync("unit-9", new Activity { Type = ActivityTypes.Message, Value = value });

        Assert.Contains("工作进展情况：完成培训", Assert.Single(summary).Text, StringComparison.Ordinal);
        await talk.PlayAsync("unit-9: 确认", "已报送");
        var again = await talk.SendAsync("unit-9", new Activity { Type = ActivityTypes.Message, Value = value });
        Assert.Contains("您已经报送（第1版）", Assert.Single(again).Text, StringComparison.Ordinal); // filled from version 0, and version 1 is filed
    }

    [Fact]
    public async Task A_form_with_a_gap_is_asked_for_the_rest()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var row = (await talk.RowsOfAsync("unit-9"))[0];
        var value = new JObject { ["action"] = "report", ["obligationId"] = row.ObligationId.ToString(), ["version"] = 0, ["s1"] = "完成培训", ["s2"] = "", ["s3"] = "参训150人", ["s4"] = "推广" };

        var asked = await talk.SendAsync("unit-9", new Activity { Type = ActivityTypes.Message, Value = value });

        Assert.Contains("存在问题", Assert.Single(asked).Text, StringComparison.Ordinal);
        await talk.PlayAsync("unit-9: 无", "请核对");
    }

    [Theory]
    [InlineData("{\"action\":\"report\",\"obligationId\":\"{other}\",\"version\":0,\"s1\":\"x\"}")]
    [InlineData("{\"action\":\"report\",\"obligationId\":\"0199aaaa-0000-7000-8000-000000000000\",\"version\":0,\"s1\":\"x\"}")]
    public async Task A_form_for_another_units_task_is_refused_like_one_that_does_not_exist(string form)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var other = (await talk.RowsOfAsync("unit-2"))[0].ObligationId;

        var answer = await talk.SendAsync("unit-3", new Activity { Type = ActivityTypes.Message, Value = JObject.Parse(form.Replace("{other}", other.ToString(), StringComparison.Ordinal)) });

        Assert.Contains("已经失效", Assert.Single(answer).Text, StringComparison.Ordinal);
        await talk.PlayAsync("unit-3: 确认", "没有需要确认的内容");
        Assert.Empty(await talk.EntriesOfAsync("unit-2"));
    }

    [Fact]
    public async Task Markup_stays_text()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        var replies = await talk.SendAsync("unit-9", new Activity { Type = ActivityTypes.Message, Text = "进展：**完成** <b>培训</b> [链接](http://x.invalid) 问题：无 成效：无 下一步：无" });

        Assert.All(replies, reply => Assert.Equal(TextFormatTypes.Plain, reply.TextFormat));
        Assert.Contains("**完成** <b>培训</b>", replies[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_texts_are_filed_in_full_and_too_long_ones_told()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var most = new string('进', 20_000);

        await talk.PlayAsync(
            "unit-9: 进展：" + most + "进 问题：无 成效：无 下一步：无", "20001字",
            "unit-9: 进展：" + most + " 问题：无 成效：无 下一步：无", "共20000字",
            "unit-9: 确认", "已报送");

        Assert.Equal(most, (await talk.EntriesOfAsync("unit-9"))[0].Sections[1]);
    }

    [Fact]
    public async Task A_task_that_does_not_exist_is_told()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync("unit-2: 第五项：" + Labelled, "没有第五项|共3项");
    }

    [Fact]
    public async Task Several_tasks_may_share_an_answer_or_split_it()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第一项：完成选址。第二项：完成招标。", "第一、二项|存在问题",
            "unit-2: 无", "取得成效",
            "unit-2: 第一项：签约3家 第二项：节约5万元", "下一步工作",
            "unit-2: 按计划推进", "取得成效：签约3家|取得成效：节约5万元|下一步工作：按计划推进",
            "unit-2: 确认", "共2项");
    }

    [Fact]
    public async Task A_contact_of_two_units_is_asked_which_one()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.AlsoReportsForAsync("unit-9", "unit-16");

        await talk.PlayAsync(
            "unit-9: " + Labelled, "哪个单位|市文化和旅游局|天津证监局",
            "unit-9: 天津证监局", "天津证监局|工作进展情况：甲",
            "unit-9: 确认", "已报送：天津证监局",
            "unit-9: " + Labelled, "市文化和旅游局|请核对");
    }
}
