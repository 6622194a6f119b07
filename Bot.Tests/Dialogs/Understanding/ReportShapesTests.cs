using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Reports as they are pasted from Word, Excel, mail and chat: every way of writing four headings that we have seen. 甲 is progress, 乙 problems, 丙 results, 丁 next steps.</summary>
public sealed class ReportShapesTests
{
    private static readonly SectionWords Words = SectionWords.For(
    [
        new(1, "工作进展情况", SectionKind.Progress), new(2, "存在问题", SectionKind.Problems),
        new(3, "取得成效", SectionKind.Results), new(4, "下一步工作", SectionKind.NextSteps),
    ]);

    [Theory]
    [InlineData("一、进展情况\n甲\n二、存在问题\n乙\n三、取得成效\n丙\n四、下一步工作\n丁")]
    [InlineData("一、进展情况：甲\n二、存在问题：乙\n三、取得成效：丙\n四、下一步工作：丁")]
    [InlineData("一. 进展情况 甲\n二. 存在问题 乙\n三. 取得成效 丙\n四. 下一步工作 丁")]
    [InlineData("（一）工作进展情况\n甲\n（二）存在问题\n乙\n（三）取得成效\n丙\n（四）下一步工作\n丁")]
    [InlineData("（一）进展：甲（二）问题：乙（三）成效：丙（四）下一步：丁")]
    [InlineData("(1)进展:甲\n(2)问题:乙\n(3)成效:丙\n(4)下一步:丁")]
    [InlineData("1.进展：甲\n2.问题：乙\n3.成效：丙\n4.下一步：丁")]
    [InlineData("1．进展：甲\n2．问题：乙\n3．成效：丙\n4．下一步：丁")]
    [InlineData("1、工作进展情况\n甲\n2、存在问题\n乙\n3、取得成效\n丙\n4、下一步工作\n丁")]
    [InlineData("1）进展：甲；2）问题：乙；3）成效：丙；4）下一步：丁")]
    [InlineData("①进展：甲②问题：乙③成效：丙④下一步：丁")]
    [InlineData("① 进展 甲\n② 问题 乙\n③ 成效 丙\n④ 下一步 丁")]
    [InlineData("⒈进展：甲\n⒉问题：乙\n⒊成效：丙\n⒋下一步：丁")]
    [InlineData("㈠进展：甲\n㈡问题：乙\n㈢成效：丙\n㈣下一步：丁")]
    [InlineData("**进展**：甲\n**问题**：乙\n**成效**：丙\n**下一步**：丁")]
    [InlineData("**进展：** 甲\n**问题：** 乙\n**成效：** 丙\n**下一步：** 丁")]
    [InlineData("**进展：**甲\n**问题：**乙\n**成效：**丙\n**下一步：**丁")]
    [InlineData("__进展__：甲\n__问题__：乙\n__成效__：丙\n__下一步__：丁")]
    [InlineData("## 进展\n甲\n## 问题\n乙\n## 成效\n丙\n## 下一步\n丁")]
    [InlineData("### 一、进展\n\n甲\n\n### 二、问题\n\n乙\n\n### 三、成效\n\n丙\n\n### 四、下一步\n\n丁")]
    [InlineData("- 进展：甲\n- 问题：乙\n- 成效：丙\n- 下一步：丁")]
    [InlineData("* 进展：甲\n* 问题：乙\n* 成效：丙\n* 下一步：丁")]
    [InlineData("• 进展：甲\n• 问题：乙\n• 成效：丙\n• 下一步：丁")]
    [InlineData("●进展：甲\n●问题：乙\n●成效：丙\n●下一步：丁")]
    [InlineData("\uf0b7\t进展：甲\n\uf0b7\t问题：乙\n\uf0b7\t成效：丙\n\uf0b7\t下一步：丁")] // Word's bullet in its symbol font
    [InlineData("\uf06c 进展：甲\n\uf06c 问题：乙\n\uf06c 成效：丙\n\uf06c 下一步：丁")]
    [InlineData("■进展：甲\n■问题：乙\n■成效：丙\n■下一步：丁")]
    [InlineData("◆进展：甲 ◆问题：乙 ◆成效：丙 ◆下一步：丁")]
    [InlineData("★进展：甲\n★问题：乙\n★成效：丙\n★下一步：丁")]
    [InlineData("➢ 进展：甲\n➢ 问题：乙\n➢ 成效：丙\n➢ 下一步：丁")]
    [InlineData("✅进展：甲\n⚠️问题：乙\n🏆成效：丙\n👉下一步：丁")]
    [InlineData("1️⃣进展：甲\n2️⃣问题：乙\n3️⃣成效：丙\n4️⃣下一步：丁")]
    [InlineData("【进展情况】甲\n【存在问题】乙\n【取得成效】丙\n【下一步】丁")]
    [InlineData("【进展】：甲\n【问题】：乙\n【成效】：丙\n【下一步】：丁")]
    [InlineData("[进展]甲[问题]乙[成效]丙[下一步]丁")]
    [InlineData("〖进展〗甲〖问题〗乙〖成效〗丙〖下一步〗丁")]
    [InlineData("「进展」甲\n「问题」乙\n「成效」丙\n「下一步」丁")]
    [InlineData("［进展］甲［问题］乙［成效］丙［下一步］丁")]
    [InlineData("<进展>甲<问题>乙<成效>丙<下一步>丁")]
    [InlineData("进展 甲\n问题 乙\n成效 丙\n下一步 丁")]
    [InlineData("进展\t甲\n问题\t乙\n成效\t丙\n下一步\t丁")]
    [InlineData("| 进展 | 甲 |\n| 问题 | 乙 |\n| 成效 | 丙 |\n| 下一步 | 丁 |")]
    [InlineData("| 进展 | 问题 | 成效 | 下一步 |\n|---|---|---|---|\n| 甲 | 乙 | 丙 | 丁 |")]
    [InlineData("进展\t问题\t成效\t下一步\n甲\t乙\t丙\t丁")]
    [InlineData("工作进展情况\t存在问题\t取得成效\t下一步工作\r\n甲\t乙\t丙\t丁\r\n")]
    [InlineData("进展 | 问题 | 成效 | 下一步\n甲 | 乙 | 丙 | 丁")]
    [InlineData("进展=甲；问题=乙；成效=丙；下一步=丁")]
    [InlineData("进展——甲。问题——乙。成效——丙。下一步——丁", "。")]
    [InlineData("进展 - 甲\n问题 - 乙\n成效 - 丙\n下一步 - 丁")]
    [InlineData("进展-甲\n问题-乙\n成效-丙\n下一步-丁")]
    [InlineData("进展→甲\n问题→乙\n成效→丙\n下一步→丁")]
    [InlineData("进展：甲\u2028问题：乙\u2028成效：丙\u2028下一步：丁")] // line separators as Word's soft break
    [InlineData("进展：甲\v问题：乙\v成效：丙\v下一步：丁")]
    [InlineData("　　进展：甲\n　　问题：乙\n　　成效：丙\n　　下一步：丁")]
    [InlineData("进 展：甲\n问 题：乙\n成 效：丙\n下一步：丁")]
    [InlineData("进展﹕甲 问题﹕乙 成效﹕丙 下一步﹕丁")]
    [InlineData("进展∶甲 问题∶乙 成效∶丙 下一步∶丁")]
    [InlineData("進展情況：甲\n存在問題：乙\n取得成效：丙\n下一步工作：丁")]
    [InlineData("下一步：丁\n成效：丙\n问题：乙\n进展：甲")]
    [InlineData("成效：丙；进展：甲；下一步：丁；问题：乙")]
    [InlineData("工作开展情况：甲\n存在的主要问题：乙\n取得的主要成效：丙\n下一步工作打算：丁")]
    [InlineData("目前工作进展：甲\n存在困难和问题：乙\n工作成效：丙\n下步打算：丁")]
    [InlineData("推进情况：甲\n困难问题：乙\n阶段性成效：丙\n下阶段工作安排：丁")]
    [InlineData("本季度工作进展情况：甲\n目前存在的困难：乙\n取得的成果：丙\n下季度工作计划：丁")]
    [InlineData("任务完成情况：甲\n问题及困难：乙\n主要成效：丙\n后续工作安排：丁")]
    [InlineData("主要进展：甲\n主要困难：乙\n主要成果：丙\n下一步举措：丁")]
    [InlineData("进展情况如下：甲\n存在的问题有：乙\n取得的成效有：丙\n下一步工作计划如下：丁")]
    [InlineData("落实情况：甲。存在不足：乙。成效亮点：丙。下一步工作思路：丁", "。")]
    [InlineData("您好，现将我委一季度情况报送如下：\n一、工作进展情况\n甲\n二、存在问题\n乙\n三、取得成效\n丙\n四、下一步工作\n丁")]
    [InlineData("老师好！报一下我们的：进展：甲；问题：乙；成效：丙；下一步：丁")]
    [InlineData("Progress: 甲\nProblems: 乙\nResults: 丙\nNext steps: 丁")]
    [InlineData("**Progress**: 甲\n**Issues**: 乙\n**Outcomes**: 丙\n**Next steps**: 丁")]
    [InlineData("## Progress\n甲\n## Problems\n乙\n## Results\n丙\n## Next steps\n丁")]
    [InlineData("- progress - 甲\n- problems - 乙\n- results - 丙\n- next steps - 丁")]
    [InlineData("1. Progress\n甲\n2. Problems\n乙\n3. Results\n丙\n4. Next steps\n丁")]
    [InlineData("a) Progress: 甲\nb) Problems: 乙\nc) Results: 丙\nd) Next steps: 丁")]
    [InlineData("PROGRESS: 甲\nPROBLEMS: 乙\nRESULTS: 丙\nNEXT STEPS: 丁")]
    [InlineData("Progress made: 甲\nProblems encountered: 乙\nResults achieved: 丙\nPlan for next quarter: 丁")]
    [InlineData("What we did: 甲\nChallenges: 乙\nAchievements: 丙\nWhat's next: 丁")]
    [InlineData("Work progress: 甲; Existing problems: 乙; Achieved results: 丙; Follow-up work: 丁")]
    [InlineData("Progress\t甲\nProblems\t乙\nResults\t丙\nNext steps\t丁")]
    [InlineData("| Progress | Problems | Results | Next steps |\n| --- | --- | --- | --- |\n| 甲 | 乙 | 丙 | 丁 |")]
    public void Four_headings_in_any_style(string typed, string stop = "")
    {
        var report = ReportText.Parse(typed, Words, openTasks: 3);

        var block = Assert.Single(report.Blocks);
        Assert.Null(block.Task);
        Assert.Equal("", block.Free);
        Assert.Equal(["甲" + stop, "乙" + stop, "丙" + stop, "丁"], block.Sections.OrderBy(section => section.Key).Select(section => section.Value));
    }

    [Theory]
    [InlineData("任务\t进展\t问题\t成效\t下一步\n第一项\t甲\t无\t丙\t丁\n第二项\t戊\t己\t庚\t辛")]
    [InlineData("序号\t任务\t进展\t问题\t成效\t下一步\r\n1\t学科建设\t甲\t无\t丙\t丁\r\n2\t课程方法\t戊\t己\t庚\t辛\r\n")]
    [InlineData("| 任务 | 进展 | 问题 | 成效 | 下一步 |\n|:---|:---:|---|---|---|\n| 任务1 | 甲 | 无 | 丙 | 丁 |\n| 任务2 | 戊 | 己 | 庚 | 辛 |")]
    [InlineData("市教委一季度情况：\n任务 | 进展 | 问题 | 成效 | 下一步\n一 | 甲 | 无 | 丙 | 丁\n二 | 戊 | 己 | 庚 | 辛\n请查收，谢谢！")]
    [InlineData("任务序号\t下一步工作\t取得成效\t存在问题\t工作进展情况\n1\t丁\t丙\t无\t甲\n2\t辛\t庚\t己\t戊")]
    [InlineData("No.\tProgress\tProblems\tResults\tNext steps\n1\t甲\t无\t丙\t丁\n2\t戊\t己\t庚\t辛")]
    [InlineData("任务一\n1.进展：甲\n2.问题：无\n3.成效：丙\n4.下一步：丁\n任务二\n1.进展：戊\n2.问题：己\n3.成效：庚\n4.下一步：辛")]
    [InlineData("**第一项**\n- 进展：甲\n- 问题：无\n- 成效：丙\n- 下一步：丁\n\n**第二项**\n- 进展：戊\n- 问题：己\n- 成效：庚\n- 下一步：辛")]
    [InlineData("## 任务1\n### 进展\n甲\n### 问题\n无\n### 成效\n丙\n### 下一步\n丁\n## 任务2\n### 进展\n戊\n### 问题\n己\n### 成效\n庚\n### 下一步\n辛")]
    [InlineData("【第一项】进展：甲；问题：无；成效：丙；下一步：丁\n【第二项】进展：戊；问题：己；成效：庚；下一步：辛")]
    [InlineData("一、第一项\n（一）进展：甲\n（二）问题：无\n（三）成效：丙\n（四）下一步：丁\n二、第二项\n（一）进展：戊\n（二）问题：己\n（三）成效：庚\n（四）下一步：辛")]
    [InlineData("任务1 学科建设\n进展：甲\n问题：无\n成效：丙\n下一步：丁\n任务2 课程改进\n进展：戊\n问题：己\n成效：庚\n下一步：辛")]
    [InlineData("Item 1\nProgress: 甲\nProblems: 无\nResults: 丙\nNext steps: 丁\nItem 2\nProgress: 戊\nProblems: 己\nResults: 庚\nNext steps: 辛")]
    [InlineData("学科建设：进展：甲 问题：无 成效：丙 下一步：丁\n课程方法：进展：戊 问题：己 成效：庚 下一步：辛")]
    [InlineData("学科建设\n进展：甲\n问题：无\n成效：丙\n下一步：丁\n\n课程和教学方法\n进展：戊\n问题：己\n成效：庚\n下一步：辛")]
    [InlineData("一、学科建设\n1.进展：甲\n2.问题：无\n3.成效：丙\n4.下一步：丁\n二、课程\n1.进展：戊\n2.问题：己\n3.成效：庚\n4.下一步：辛")]
    [InlineData("【学科建设】进展：甲 问题：无 成效：丙 下一步：丁【课程方法】进展：戊 问题：己 成效：庚 下一步：辛")]
    [InlineData("关于学科建设工作：进展：甲；问题：无；成效：丙；下一步：丁。关于教学方法：进展：戊；问题：己；成效：庚；下一步：辛")]
    [InlineData("任务\t进展\t问题\t成效\t下一步\n学科建设\t甲\t无\t丙\t丁\n课程方法\t戊\t己\t庚\t辛")]
    public void Two_tasks_in_any_style(string typed)
    {
        var report = ReportText.Parse(typed, Words, openTasks: 2, tasks: Tasks);

        Assert.Equal([1, 2], report.Blocks.Select(block => block.Task ?? 0));
        Assert.All(report.Blocks, block => Assert.Equal("", block.Free));
        Assert.Equal(["甲", "无", "丙", "丁"], Texts(report.Blocks[0]).Select(text => text.TrimEnd('。')));
        Assert.Equal(["戊", "己", "庚", "辛"], Texts(report.Blocks[1]));
    }

    [Theory]
    [InlineData("智能", null)] // fits several
    [InlineData("人才引育", null)] // 人才 is a word of the second, 引育 of none: not guessed
    [InlineData("学科建设", 1)]
    [InlineData("学科", 1)]
    [InlineData("课程改革", null)]
    [InlineData("课程和教学方法", 2)]
    [InlineData("储备人才", 2)]
    [InlineData("工作", null)]
    [InlineData("建设", null)]
    public void A_subject_names_a_task_only_where_every_word_fits_exactly_one(string subject, int? task) => Assert.Equal(task, Tasks.Find(subject));

    [Theory]
    [InlineData("进展：会议讨论了“下一步：先行试点”的建议。问题：无", "会议讨论了“下一步：先行试点”的建议。")]
    [InlineData("进展：印发《问题：整改清单》。问题：无", "印发《问题：整改清单》。")]
    [InlineData("进展：学科建设：新增2个。课程：修订3门。问题：无", "学科建设：新增2个。课程：修订3门。")]
    [InlineData("进展：\n指标 | 数值\n学生 | 120\n教师 | 30\n问题：无", "指标 | 数值\n学生 | 120\n教师 | 30")]
    [InlineData("进展：指标\t数值\n学生\t120\n问题：无", "指标\t数值\n学生\t120")]
    [InlineData("进展：**完成** <b>培训</b>\n问题：无", "**完成** <b>培训</b>")]
    [InlineData("进展：完成👍🎉\n问题：无", "完成👍🎉")]
    [InlineData("进展：一是选址；二是招标；三是签约。问题：无", "一是选址；二是招标；三是签约。")]
    [InlineData("进展：（1）完成选址；（2）完成招标。问题：无", "（1）完成选址；（2）完成招标。")]
    public void What_is_written_in_a_section_is_kept_to_the_character(string typed, string progress)
    {
        var block = Assert.Single(ReportText.Parse(typed, Words, openTasks: 2, tasks: Tasks).Blocks);

        Assert.Equal((progress, "无"), (block.Sections[1], block.Sections[2]));
    }

    [Fact]
    public void Cells_that_Excel_quotes_are_unquoted()
    {
        var report = ReportText.Parse("任务\t进展\t问题\n1\t\"甲\n甲二，\"\"数字\"\"车间\"\t无\n2\t戊\t己", Words, openTasks: 2, tasks: Tasks);

        Assert.Equal("甲\n甲二，\"数字\"车间", report.Blocks[0].Sections[1]);
        Assert.Equal([1, 2], report.Blocks.Select(block => block.Task!.Value));
    }

    [Fact]
    public void A_row_whose_name_fits_no_task_waits_for_its_task()
    {
        var report = ReportText.Parse("任务\t进展\t问题\n学科\t甲\t无\n人才引育\t戊\t己", Words, openTasks: 2, tasks: Tasks);

        Assert.Equal([(1, ""), (0, "人才引育")], report.Blocks.Select(block => (block.Task ?? 0, block.Heading)));
    }

    private static readonly ReportSubjects Tasks = new(
    [
        (1, "帮助已开设人工智能专业的高校把学科做强，条件成熟的高校可以新设智能专业。"),
        (2, "指导高校改进人工智能课程和教学方法，为新一代信息技术储备人才。"),
    ]);

    private static IEnumerable<string> Texts(ReportBlock block) => block.Sections.OrderBy(section => section.Key).Select(section => section.Value);
}
