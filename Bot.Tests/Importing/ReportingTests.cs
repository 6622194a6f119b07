using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Reporting rules in the wordings that notices use; the notice of these tests is of 8 March 2021.</summary>
public sealed class ReportingTests
{
    [Theory]
    [InlineData("请按季度小结，于下一个季度的第三个工作日前报送县商务局。", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":3}""", "2021Q1")]
    [InlineData("请于每季度结束后5个工作日内报送县商务局。", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":5}""", "2021Q1")]
    [InlineData("请于每月前3个工作日内将上月情况报送县商务局。", Frequency.Monthly, """{"kind":"workingDayOfNextPeriod","day":3}""", "2021M03")]
    [InlineData("各单位每季度末月20日前报县商务局。", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":20}""", "2021Q1")]
    [InlineData("从2023年第一季度开始，每季度最后一个月的30日前报送县商务局。", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":30}""", "2023Q1")]
    [InlineData("每半年最后一个月的20日前报送。", Frequency.HalfYearly, """{"kind":"dayOfPeriod","month":6,"day":20}""", "2021H1")]
    [InlineData("每季度末（分别在6月、9月和12月底）报送县商务局。", Frequency.Quarterly, """{"kind":"endOfPeriod","months":[6,9,12]}""", "2021Q1")]
    [InlineData("每季度末报送县商务局。", Frequency.Quarterly, """{"kind":"endOfPeriod"}""", "2021Q1")]
    [InlineData("从第二季度起，请在每个季度第1个月的20日前报送县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":20}""", "2021Q1")]
    [InlineData("请于下一季度首月10日前报送县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":10}""", "2021Q1")]
    [InlineData("每季度结束后15日内报送县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":15}""", "2021Q1")]
    [InlineData("按季度报送，每季度结束后次月8日前报县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":8}""", "2021Q1")]
    [InlineData("从2022年3月起，务于每月25日前报送县商务局。", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25}""", "2022M03")]
    [InlineData("每月28日前报送县商务局。", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":28}""", "2021M03")]
    [InlineData("每月10日前报送上一个月的进展情况。", Frequency.Monthly, """{"kind":"dayOfNextPeriod","day":10}""", "2021M03")]
    [InlineData("请于次月5日前报送县商务局。", Frequency.Monthly, """{"kind":"dayOfNextPeriod","day":5}""", "2021M03")]
    [InlineData("每月底前报送县商务局。", Frequency.Monthly, """{"kind":"endOfPeriod"}""", "2021M03")]
    [InlineData("每月9日、19日、28日前报送县商务局，如遇周末则相应提前到星期五。", Frequency.TenDay, """{"kind":"daysOfMonth","days":[9,19,28],"shift":"back"}""", "2021T07")]
    [InlineData("每月15日和30日前报送县商务局。", Frequency.Monthly, """{"kind":"daysOfMonth","days":[15,30]}""", "2021M03")]
    [InlineData("每周二中午12时前报送县商务局。遇节假日顺延。", Frequency.Weekly, """{"kind":"dayOfWeek","day":2,"time":"12:00","shift":"forward"}""", "2021W10")]
    [InlineData("每周五17：30前报送县商务局。", Frequency.Weekly, """{"kind":"dayOfWeek","day":5,"time":"17:30"}""", "2021W10")]
    [InlineData("请于2021年6月5日和12月5日前报送进展情况。", Frequency.HalfYearly, """{"kind":"dates","dates":["2021-06-05","2021-12-05"]}""", "2021H1")]
    [InlineData("请于2021年12月20日前报送工作总结和进展情况。", Frequency.Once, """{"kind":"dates","dates":["2021-12-20"]}""", "2021O")]
    [InlineData("贯彻落实情况于2021年11月底前书面报县商务局。", Frequency.Once, """{"kind":"dates","dates":["2021-11-30"]}""", "2021O")]
    [InlineData("每年6月20日和12月20日前报送县商务局。", Frequency.HalfYearly, """{"kind":"dayOfPeriod","month":6,"day":20}""", "2021H1")]
    [InlineData("每年1月10日前报送上年度情况。", Frequency.Yearly, """{"kind":"dayOfNextPeriod","day":10}""", "2021")]
    [InlineData("每年12月10日前报送本年度情况。", Frequency.Yearly, """{"kind":"dayOfPeriod","month":12,"day":10}""", "2021")]
    [InlineData("按季度报送，分别于4月、7月、10月的10日前报县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":10,"months":[3,6,9]}""", "2021Q1")]
    [InlineData("每季度末5个工作日内报送县商务局。", Frequency.Quarterly, """{"kind":"workingDaysBeforePeriodEnd","days":5}""", "2021Q1")]
    [InlineData("每季度结束前3个工作日报送县商务局。", Frequency.Quarterly, """{"kind":"workingDaysBeforePeriodEnd","days":3}""", "2021Q1")]
    [InlineData("每月最后一个工作日前报送县商务局。", Frequency.Monthly, """{"kind":"endOfPeriod","shift":"back"}""", "2021M03")]
    [InlineData("每季度结束前5日报送县商务局。", Frequency.Quarterly, """{"kind":"daysBeforePeriodEnd","days":5}""", "2021Q1")]
    [InlineData("每旬末前2日报送县商务局。", Frequency.TenDay, """{"kind":"daysBeforePeriodEnd","days":2}""", "2021T07")]
    [InlineData("每旬末报送县商务局。", Frequency.TenDay, """{"kind":"endOfPeriod"}""", "2021T07")]
    [InlineData("每月25日（含）前报送县商务局。", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25,"inclusive":true}""", "2021M03")]
    [InlineData("自下半年起，每季度末报送县商务局。", Frequency.Quarterly, """{"kind":"endOfPeriod"}""", "2021Q3")]
    [InlineData("每季度结束之日起7日内，将进展情况报县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":7}""", "2021Q1")]
    [InlineData("每月10号前将上月进度上报县商务局。", Frequency.Monthly, """{"kind":"dayOfNextPeriod","day":10}""", "2021M03")]
    [InlineData("于每季末月的25号之前报送季度进展。", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":25}""", "2021Q1")]
    [InlineData("分别于4月10日、7月10日、10月10日和次年1月10日前报送上季度进展情况。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":10}""", "2021Q1")]
    [InlineData("第一季度于3月25日前、第二季度于6月25日前、第三季度于9月25日前、第四季度于12月25日前报送进展情况。", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":25}""", "2021Q1")]
    [InlineData("每月2日前将上月进展情况（电子版）发送至邮箱。", Frequency.Monthly, """{"kind":"dayOfNextPeriod","day":2}""", "2021M03")]
    [InlineData("每季度结束后的3个工作日内,将进展情况报县商务局。", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":3}""", "2021Q1")] // half-width
    [InlineData("按季度总结进展情况，于季度后五个工作日内报厅“双减”办。", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":5}""", "2021Q1")]
    [InlineData("每月28日前将进展情况报厅资源处。", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":28}""", "2021M03")]
    [InlineData("每半年总结一次进展情况，于7月10日和次年1月10日前报生态环境部。", Frequency.HalfYearly, """{"kind":"dates","dates":["2021-07-10","2022-01-10"]}""", "2021H1")]
    [InlineData("请于2021年7月10日前和12月20日前将牵头任务进展情况送联席会议办公室（县民政局养老科）。", Frequency.Once, """{"kind":"dates","dates":["2021-07-10","2021-12-20"]}""", "2021O")]
    [InlineData("请于2021年6月10日前和12月20日前将牵头任务进展情况送联席会议办公室。", Frequency.HalfYearly, """{"kind":"dates","dates":["2021-06-10","2021-12-20"]}""", "2021H1")]
    [InlineData("每月10日、20日和月底前报送县商务局。", Frequency.TenDay, """{"kind":"daysOfMonth","days":[10,20,31]}""", "2021T07")]
    [InlineData("每月10日前、20日前和当月最后一天前将旬进展情况报县商务局。", Frequency.TenDay, """{"kind":"daysOfMonth","days":[10,20,31]}""", "2021T07")]
    [InlineData("每月15日和月底前报送县商务局。", Frequency.Monthly, """{"kind":"daysOfMonth","days":[15,31]}""", "2021M03")]
    public void A_due_day_becomes_a_rule(string sentence, Frequency frequency, string rule, string first)
    {
        var notice = Reading.WithBody(sentence);
        var reporting = notice.Plan.Reporting!;

        Assert.Equal((frequency, sentence), (reporting.Frequency, reporting.Evidence));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(rule).RootElement, JsonSerializer.SerializeToElement(reporting.DueRule)), JsonSerializer.Serialize(reporting.DueRule));
        Assert.Equal(first, reporting.FirstPeriod.ToString());
        Assert.DoesNotContain(notice.Warnings, warning => warning.Issue is NoticeIssue.NoDueDay or NoticeIssue.SecondRule);
    }

    [Theory]
    [InlineData("每季度召开一次调度会，适时通报情况。")]
    [InlineData("年底对账，以季度为节点推进。")]
    [InlineData("将本季度完成情况纳入考核。")]
    [InlineData("每月10日前将申报材料送达企业。")]
    [InlineData("县政府办对报送情况每季度通报一次。")]
    [InlineData("按照时间节点及时报送。")]
    [InlineData("每季度更新气象预报中心的设备。")]
    [InlineData("每月28日前完成信息情报部门的检查，按季度通报城市管理部门。")]
    [InlineData("县政府将于年中、年末对政府工作报告重点工作进展情况进行专项督查。")]
    public void Other_regular_work_is_no_reporting_rule(string sentence) => Assert.Null(Reading.WithBody(sentence).Plan.Reporting);

    [Fact]
    public void A_day_of_its_own_for_one_period_is_remarked()
    {
        var notice = Reading.WithBody("各单位每季度末月25日前（四季度为12月15日前）将进展情况报县河长办。");

        Assert.Equal(new DayOfPeriod(3, 25), notice.Plan.Reporting!.DueRule);
        Assert.Contains((NoticeIssue.SecondRule, "（四季度为12月15日前）"), notice.Warnings.Select(warning => (warning.Issue, warning.Subject)));
    }

    [Theory]
    [InlineData("现将要点印发给你们。各单位每月28日前报送县商务局。不得迟报。", "各单位每月28日前报送县商务局。")]
    [InlineData("三、加强督办。各单位每月28日前报送县商务局，写明进展。遇节假日提前。不得迟报。", "各单位每月28日前报送县商务局，写明进展。遇节假日提前。")]
    [InlineData("各单位  每月28日前\u3000报送县商务局", "各单位  每月28日前\u3000报送县商务局")]
    public void The_sentence_that_asks_is_the_evidence(string paragraph, string expected) => Assert.Equal(expected, Reading.WithBody(paragraph).Plan.Reporting!.Evidence);

    [Fact]
    public void A_report_after_an_event_cannot_be_scheduled_and_is_remarked()
    {
        var notice = Reading.WithBody("请于会后5个工作日内报送落实方案。");

        Assert.Null(notice.Plan.Reporting);
        Assert.Contains((4, NoticeIssue.AfterEvent), Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("每双周报送工作动态。")]
    [InlineData("每半月向县商务局报告一次进展。")]
    [InlineData("每两个月报送进展情况。")]
    public void A_frequency_that_no_plan_keeps_is_remarked(string sentence)
    {
        var notice = Reading.WithBody(sentence);

        Assert.Null(notice.Plan.Reporting);
        Assert.Contains((4, NoticeIssue.SecondRule), Reading.Remarks(notice));
    }

    [Fact]
    public void A_frequency_without_a_day_leaves_the_day_open()
    {
        var notice = Reading.WithBody("请按季度向县商务局报送工作进展情况。");

        Assert.Equal((Frequency.Quarterly, null, "县商务局"), (notice.Plan.Reporting!.Frequency, notice.Plan.Reporting.DueRule, notice.Plan.Reporting.Recipient));
        Assert.Contains((4, NoticeIssue.NoDueDay), Reading.Remarks(notice));
    }

    [Fact]
    public void Further_rules_and_one_off_reports_are_remarked()
    {
        var notice = Reading.WithBody("请于3月20日前报送联络员名单。\n每月25日前报送进展情况，每季度末报送小结。\n年底前报送年度报告。");

        Assert.Equal((Frequency.Monthly, new DayOfPeriod(1, 25)), (notice.Plan.Reporting!.Frequency, notice.Plan.Reporting.DueRule));
        Assert.Contains((4, NoticeIssue.OneOffReport), Reading.Remarks(notice));
        Assert.Contains((6, NoticeIssue.SecondRule), Reading.Remarks(notice));
    }

    [Fact]
    public void An_early_day_that_names_no_period_is_remarked()
    {
        var notice = Reading.WithBody("每月5日前报送进展情况。");

        Assert.Equal(new DayOfPeriod(1, 5), notice.Plan.Reporting!.DueRule);
        Assert.Contains((4, NoticeIssue.PeriodUnclear), Reading.Remarks(notice));
    }

    [Fact]
    public void A_move_to_a_later_working_day_is_remarked()
    {
        var notice = Reading.WithBody("每周二12时前报送进展情况，节假日顺延至节假日后的第二个工作日12时前。");

        Assert.Equal(DueShift.Forward, notice.Plan.Reporting!.DueRule!.Shift);
        Assert.Contains((4, NoticeIssue.ShiftUnclear), Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("每季度末将工作进展情况、存在问题、取得成效及下一步工作报送县商务局。", "工作进展情况|存在问题|取得成效|下一步工作")]
    [InlineData("每季度末将进展情况、存在的问题和下一步措施书面报送县商务局。", "进展情况|存在的问题|下一步措施")]
    [InlineData("每季度末报送进展情况、新问题新情况、解决的办法和措施。", "进展情况|新问题新情况|解决的办法和措施")] // 办法 is no section of its own
    [InlineData("每季度末将进展情况（包括具体数额、完成比例和分项数据）报县商务局。", "进展情况")]
    [InlineData("每季度末报送，内容包括进度、经验、问题及建议。", "进度|经验|问题|建议")]
    [InlineData("每季度末将推进情况表报送县商务局。", "")]
    [InlineData("每季度末将“民生实事”完成情况书面报县政府督查室。", "完成情况")] // the quotation names the work
    [InlineData("每季度末将2021年《政府工作报告》重点工作落实情况报县政府督查室。", "重点工作落实情况")]
    [InlineData("每季度末，将本部门（单位）完成任务的进展情况和工作中出现的新问题、新情况以及解决的办法和措施报县商务局。", "完成任务的进展情况|工作中出现的新问题|新情况|解决的办法和措施")]
    [InlineData("每月25日前将工程进度、月度汇总情况报局综合科。", "工程进度|月度汇总情况")]
    [InlineData("每季度末报送工作进展情况、存在的困难和问题、下一步打算和建议。", "工作进展情况|存在的困难和问题|下一步打算和建议")] // of one kind: one section
    [InlineData("每季度末将第一、第二季度及全年责任事项完成情况报县商务局。", "责任事项完成情况")]
    [InlineData("每季度末报送一次工作进展情况。", "工作进展情况")]
    [InlineData("各责任单位每月25日前将工作进展情况报送县政府办公室，重大事项及时报告。", "工作进展情况")]
    [InlineData("按照工作计划，每月25日前将落实情况报送县政府办公室。", "落实情况")]
    [InlineData("请各单位于每年6月15日、12月15日前将落实情况报送县政府办。", "落实情况")]
    [InlineData("每季度末报送进展情况与存在问题。", "进展情况|存在问题")]
    [InlineData("每季度末将本季度落实各项工作目标任务进展情况报县商务局。", "进展情况")]
    [InlineData("每季度末将上一季度的工作情况报县商务局。\n报告内容：包括进度、经验、问题及建议。", "进度|经验|问题|建议")]
    [InlineData("各责任单位每季度末报县商务局。\n报告内容：包括进度、经验、问题及建议。", "进度|经验|问题|建议")]
    public void Sections_are_the_names_in_the_list(string sentence, string expected) =>
        Assert.Equal(expected, string.Join('|', Reading.WithBody(sentence).Plan.Reporting!.Sections));

    [Theory]
    [InlineData("请各责任单位每季度末将进展情况报送县商务局。", "县商务局")]
    [InlineData("每季度末报我局市场科（电话：00000000）。", "我局市场科")]
    [InlineData("每季度末将进展情况报县政府办公室汇总。", "县政府办公室")]
    [InlineData("请每季度末向县商务局报送进展情况。", "县商务局")]
    [InlineData("每季度末将进展情况送联席会议办公室（县民政局养老科）。", "联席会议办公室")]
    [InlineData("每季度末将《政府工作报告》落实情况报县政府督查室。", "县政府督查室")]
    [InlineData("每季度末将进展情况报县政府督查室420室。", "县政府督查室")]
    [InlineData("每季度末将进展情况报县商务局市场科某某甲处。", "县商务局市场科")]
    [InlineData("每季度末将进展情况报县商务局综合处。", "县商务局综合处")]
    [InlineData("每季度末报送至邮箱。", null)]
    [InlineData("每季度末报送进展情况。", null)]
    public void The_recipient_is_the_organ_behind_the_verb(string sentence, string? expected) => Assert.Equal(expected, Reading.WithBody(sentence).Plan.Reporting!.Recipient);

    [Theory]
    [InlineData("请各牵头单位每季度末报送进展情况。", true)]
    [InlineData("请各牵头单位会同配合单位每季度末报送进展情况。", true)]
    [InlineData("请各牵头单位、责任单位每季度末报送进展情况。", false)]
    [InlineData("请各有关单位每季度末报送进展情况。", false)]
    public void Some_notices_ask_the_lead_units_alone(string sentence, bool expected) => Assert.Equal(expected, Reading.WithBody(sentence).Plan.Reporting!.LeadOnly);

    [Fact]
    public void A_task_that_speaks_of_reports_is_no_rule() =>
        Assert.Null(Reading.WithBody("1．每月25日前向社会报告水质。（责任单位：县水务局）").Plan.Reporting);

    [Theory]
    [InlineData("工作进展情况", SectionKind.Progress)]
    [InlineData("进度", SectionKind.Progress)]
    [InlineData("存在问题", SectionKind.Problems)]
    [InlineData("遇到的困难", SectionKind.Problems)]
    [InlineData("取得成效", SectionKind.Results)]
    [InlineData("经验做法", SectionKind.Results)]
    [InlineData("下一步工作", SectionKind.NextSteps)]
    [InlineData("解决的办法和措施", SectionKind.NextSteps)]
    [InlineData("附表", SectionKind.Other)]
    public void A_section_is_known_by_its_words(string name, SectionKind expected) => Assert.Equal(expected, SectionKinds.Of(name));
}
