using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Reports as people type them. Sections of the notice: 1 工作进展情况, 2 存在问题, 3 取得成效, 4 下一步工作.</summary>
public sealed class ReportTextTests
{
    private static readonly SectionWords Words = SectionWords.For(
    [
        new(1, "工作进展情况", SectionKind.Progress), new(2, "存在问题", SectionKind.Problems),
        new(3, "取得成效", SectionKind.Results), new(4, "下一步工作", SectionKind.NextSteps),
    ]);

    [Theory]
    [InlineData("进展：甲 问题：乙 成效：丙 下一步：丁")]
    [InlineData("进展:甲;问题:乙;成效:丙;下一步:丁")]
    [InlineData("工作进展情况：甲\n存在问题：乙\n取得成效：丙\n下一步工作：丁")]
    [InlineData("任务进度：甲 遇到的困难：乙 效果：丙 接下来：丁")]
    [InlineData("情况如下：1）进展 甲 2）问题 乙 3）成效 丙 4）下一步 丁")]
    [InlineData("一、工作进展：甲\n二、存在的问题：乙\n三、取得的成效：丙\n四、下一步工作计划：丁")]
    [InlineData("您好，我单位情况如下：进展情况：甲，存在困难：乙，取得成果：丙，下一步打算：丁")]
    [InlineData("【进展】甲【问题】乙【成效】丙【下一步】丁")]
    [InlineData("进展\n甲\n问题\n乙\n成效\n丙\n下一步\n丁")]
    [InlineData("Progress: 甲. Problems: 乙. Results: 丙. Next steps: 丁", ".")]
    [InlineData("progress: 甲; issues: 乙; outcomes: 丙; next step: 丁")]
    [InlineData("Done: 甲\nDifficulties: 乙\nAchievements: 丙\nPlans: 丁")]
    [InlineData("進展：甲 問題：乙 成效：丙 下一步：丁")]
    [InlineData("目前进展：甲 主要问题：乙 工作成效：丙 后续计划：丁")]
    public void One_report_with_labels(string typed, string stop = "")
    {
        var report = ReportText.Parse(typed, Words, openTasks: 3);

        var block = Assert.Single(report.Blocks);
        Assert.Null(block.Task);
        Assert.Equal("", block.Free);
        Assert.Equal(["甲" + stop, "乙" + stop, "丙" + stop, "丁"], block.Sections.OrderBy(section => section.Key).Select(section => section.Value));
    }

    [Theory]
    [InlineData("第一项：进展：甲 问题：无 成效：丙 下一步：丁 第二项：进展：戊 问题：己 成效：庚 下一步：辛")]
    [InlineData("第一项\n进展：甲\n问题：无\n成效：丙\n下一步：丁\n\n第二项\n进展：戊\n问题：己\n成效：庚\n下一步：辛")]
    [InlineData("1. 进展：甲 问题：无 成效：丙 下一步：丁\n2. 进展：戊 问题：己 成效：庚 下一步：辛")]
    [InlineData("1、进展：甲；问题：无；成效：丙；下一步：丁；2、进展：戊；问题：己；成效：庚；下一步：辛")]
    [InlineData("1. 学科建设：进展：甲 问题：无 成效：丙 下一步：丁\n2. 人才引育：进展：戊 问题：己 成效：庚 下一步：辛")]
    [InlineData("任务1：进展：甲，问题：无，成效：丙，下一步：丁；任务2：进展：戊，问题：己，成效：庚，下一步：辛")]
    [InlineData("Task 1: Progress: 甲 Problems: 无 Results: 丙 Next steps: 丁 Task 2: Progress: 戊 Problems: 己 Results: 庚 Next steps: 辛")]
    [InlineData("第1项 进展：甲 问题：无 成效：丙 下一步：丁 第2项 进展：戊 问题：己 成效：庚 下一步：辛")]
    [InlineData("（第一项）进展：甲 问题：无 成效：丙 下一步：丁（第二项）进展：戊 问题：己 成效：庚 下一步：辛")]
    public void Several_tasks_in_one_message(string typed)
    {
        var report = ReportText.Parse(typed, Words, openTasks: 3);

        Assert.Equal([1, 2], report.Blocks.Select(block => block.Task!.Value));
        Assert.Equal(["甲", "无", "丙", "丁"], Texts(report.Blocks[0]));
        Assert.Equal(["戊", "己", "庚", "辛"], Texts(report.Blocks[1]));
    }

    [Fact]
    public void The_opening_may_name_unit_and_period()
    {
        var report = ReportText.Parse("市教委一季度：第一项：进展：甲", Words, openTasks: 3);

        Assert.Equal("市教委一季度：", report.Opening);
        Assert.Equal("甲", report.Blocks[0].Sections[1]);
    }

    [Theory]
    [InlineData("进展：解决了三个问题：一是选址；二是资金。问题：无", "解决了三个问题：一是选址；二是资金。")]
    [InlineData("进展：\n1. 完成选址\n2. 完成招标\n问题：无", "1. 完成选址\n2. 完成招标")]
    [InlineData("进展：第一项试点已完成，第二项试点正在推进。问题：无", "第一项试点已完成，第二项试点正在推进。")]
    [InlineData("已完成选址，进入招标阶段。问题：无", "已完成选址，进入招标阶段。")]
    public void What_looks_like_structure_stays_inside_its_section(string typed, string progress)
    {
        var report = ReportText.Parse(typed, Words, openTasks: 3);

        var block = Assert.Single(report.Blocks);
        Assert.Equal(progress, block.Sections.GetValueOrDefault(1) ?? block.Free);
        Assert.Equal("无", block.Sections[2]);
    }

    [Theory]
    [InlineData("完成了两期培训", 1)]
    [InlineData("问题整改已经完成，成效明显，下一步推广", 1)]
    [InlineData("1. 完成选址\n2. 完成招标", 3)] // two lines, three tasks: who knows
    public void Without_labels_the_text_is_free(string typed, int openTasks)
    {
        var report = ReportText.Parse(typed, Words, openTasks);

        var block = Assert.Single(report.Blocks);
        Assert.False(report.HasLabels);
        Assert.Equal(typed, block.Free);
    }

    [Fact]
    public void As_many_numbered_lines_as_tasks_are_one_for_each()
    {
        var report = ReportText.Parse("1. 完成选址\n2. 完成招标\n3. 完成签约", Words, openTasks: 3);

        Assert.Equal([(1, "完成选址"), (2, "完成招标"), (3, "完成签约")], report.Blocks.Select(block => (block.Task!.Value, block.Free)));
    }

    [Theory]
    [InlineData("第二项：完成了两期培训", 2, "完成了两期培训")]
    [InlineData("第二项：进展……", 2, "进展……")]
    [InlineData("Task 3 - signed the contract", 3, "signed the contract")]
    public void A_task_without_labels(string typed, int task, string free)
    {
        var block = Assert.Single(ReportText.Parse(typed, Words, openTasks: 3).Blocks);

        Assert.Equal((task, free), (block.Task, block.Free));
    }

    [Fact]
    public void Twenty_thousand_characters_are_kept()
    {
        var longText = string.Concat(Enumerable.Repeat("推进智能制造，建设数字车间。", 20_000 / 14));

        var block = Assert.Single(ReportText.Parse($"进展：{longText} 问题：无", Words, openTasks: 1).Blocks);

        Assert.Equal(longText, block.Sections[1]);
    }

    [Theory]
    [InlineData("第二项问题改成资金尚未到位", 2, 2, "资金尚未到位")]
    [InlineData("第二项的问题改为：资金尚未到位", 2, 2, "资金尚未到位")]
    [InlineData("把第二项的存在问题改一下：资金尚未到位", 2, 2, "资金尚未到位")]
    [InlineData("上午报的那份，下一步要改一下：先试点再推广", null, 4, "先试点再推广")]
    [InlineData("等等，成效那条应该是28家", null, 3, "28家")]
    [InlineData("成效那条应该是28家", null, 3, "28家")]
    [InlineData("改成效：覆盖28家", null, 3, "覆盖28家")]
    [InlineData("改成效", null, 3, "")]
    [InlineData("修改第三项下一步：扩大试点", 3, 4, "扩大试点")]
    [InlineData("任务2的进展更正为：完成三期", 2, 1, "完成三期")]
    [InlineData("change the problems of task 2 to: no funding yet", 2, 2, "no funding yet")]
    [InlineData("Task 2 problems should be no funding yet", 2, 2, "no funding yet")]
    [InlineData("correct results: 28 firms", null, 3, "28 firms")]
    [InlineData("the problems of task 2 should read: none", 2, 2, "none")]
    public void A_correction_names_its_section(string said, int? task, int section, string text)
    {
        var correction = Assert.Single(CorrectionText.Parse(said, Words));

        Assert.Equal(task is { } number ? [number] : [], correction.Tasks);
        Assert.Equal((section, text), (correction.Section.Ordinal, correction.Text));
    }

    [Theory]
    [InlineData("问题整改为主，已完成八成")]
    [InlineData("完成了两期培训，取得成效明显")]
    [InlineData("进展：完成 问题：无")]
    [InlineData("可以，提交")]
    public void Other_texts_correct_nothing(string said) => Assert.Empty(CorrectionText.Parse(said, Words));

    [Fact]
    public void Two_corrections_in_one_message()
    {
        var corrections = CorrectionText.Parse("第二项问题改成资金不足，成效改成覆盖28家", Words);

        Assert.Equal([(2, "资金不足"), (3, "覆盖28家")], corrections.Select(correction => (correction.Section.Ordinal, correction.Text)));
        Assert.All(corrections, correction => Assert.Equal([2], correction.Tasks));
    }

    [Theory]
    [InlineData("服务企业26家，签约3项", "28家", "服务企业28家，签约3项")]
    [InlineData("甲区26家，乙区3家", "28家", "28家")] // two figures of that measure: the whole text is replaced, and shown
    [InlineData(null, "28家", "28家")]
    public void A_figure_put_right_leaves_the_rest(string? before, string text, string after) =>
        Assert.Equal(after, new Correction([], Words.Sections[2], text, IsAddition: false).ApplyTo(before));

    [Theory]
    [InlineData("无", "无")]
    [InlineData("没啥问题", "无")]
    [InlineData("暂时没有什么困难", "无")]
    [InlineData("没有", "无")]
    [InlineData("no problems so far", "None")]
    [InlineData("None.", "None")]
    [InlineData("没有问题的项目已全部验收", null)]
    [InlineData("no funding", null)]
    public void Nothing_to_say(string said, string? written) =>
        Assert.Equal(written, NothingToSay.Matches(said) ? NothingToSay.Written(said) : null);

    private static IEnumerable<string> Texts(ReportBlock block) => block.Sections.OrderBy(section => section.Key).Select(section => section.Value);
}
