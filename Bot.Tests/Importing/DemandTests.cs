using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Sentences that ask for more than one report; the notice of these tests is of 8 March 2021.</summary>
public sealed class DemandTests
{
    [Theory]
    [InlineData("每季度末月25日前报送进展情况，12月20日前报送全年总结。", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":25}""", NoticeIssue.OneOffReport)]
    [InlineData("每月25日前报送工作进度，每季度末月20日前报送专题小结。", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25}""", NoticeIssue.SecondRule)]
    [InlineData("每周五下班前、每月25日前将进展情况报县商务局。", Frequency.Weekly, """{"kind":"dayOfWeek","day":5}""", NoticeIssue.SeveralRules)]
    [InlineData("每周五前，每月25日前将进展情况报县商务局。", Frequency.Weekly, """{"kind":"dayOfWeek","day":5}""", NoticeIssue.SeveralRules)]
    [InlineData("于7月10日前将落实方案报县政府督查室，于12月31日前将工作落实情况报县政府督查室。", Frequency.Once, """{"kind":"dates","dates":["2021-12-31"]}""", NoticeIssue.OneOffReport)] // progress beats the plan for it
    [InlineData("于3月20日前报送联络员名单，每季度末报送进展情况。", Frequency.Quarterly, """{"kind":"endOfPeriod"}""", NoticeIssue.OneOffReport)]
    [InlineData("于每季度末向县政府报告进展情况，年底前向县政府报告全年落实情况。", Frequency.Quarterly, """{"kind":"endOfPeriod"}""", NoticeIssue.SecondRule)]
    [InlineData("每月5日前报送上月进展情况，每季度报送分析材料。", Frequency.Monthly, """{"kind":"dayOfNextPeriod","day":5}""", NoticeIssue.SecondRule)]
    [InlineData("每季度首月10日前，将上季度工作推进情况报县商务局，次年1月15日前，将全年总结报县商务局。", Frequency.Quarterly, """{"kind":"dayOfNextPeriod","day":10}""", NoticeIssue.OneOffReport)]
    [InlineData("每半年最后一个月的20日前报送进展情况，11月30日前将年度总结报县商务局。", Frequency.HalfYearly, """{"kind":"dayOfPeriod","month":6,"day":20}""", NoticeIssue.OneOffReport)]
    [InlineData("每旬末上报工程进度，每月28日前上报投资完成情况。", Frequency.TenDay, """{"kind":"endOfPeriod"}""", NoticeIssue.SecondRule)]
    [InlineData("每季度报送一次工作进展情况，每半年报送一次阶段性工作总结。", Frequency.Quarterly, "null", NoticeIssue.SecondRule)]
    [InlineData("4月10日前报送实施方案；每月25日前报送进展情况。", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25}""", NoticeIssue.OneOffReport)]
    public void Of_two_demands_one_holds_and_the_other_is_remarked(string sentence, Frequency frequency, string rule, NoticeIssue other)
    {
        var notice = Reading.WithBody(sentence);

        var reporting = notice.Plan.Reporting!;
        Assert.Equal(frequency, reporting.Frequency);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(rule).RootElement, JsonSerializer.SerializeToElement(reporting.DueRule)), JsonSerializer.Serialize(reporting.DueRule));
        Assert.Contains((4, other), Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("6月20日前报送上半年进展情况，12月10日前报送全年进展情况。", """{"kind":"dates","dates":["2021-06-20","2021-12-10"]}""")]
    [InlineData("于6月20日前、12月10日前报送进展情况。", """{"kind":"dates","dates":["2021-06-20","2021-12-10"]}""")]
    public void Days_in_both_halves_of_the_year_are_one_rule(string sentence, string rule)
    {
        var notice = Reading.WithBody(sentence);

        Assert.Equal(Frequency.HalfYearly, notice.Plan.Reporting!.Frequency);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(rule).RootElement, JsonSerializer.SerializeToElement(notice.Plan.Reporting.DueRule)), JsonSerializer.Serialize(notice.Plan.Reporting.DueRule));
        Assert.DoesNotContain(notice.Warnings, warning => warning.Issue is NoticeIssue.OneOffReport or NoticeIssue.SecondRule);
    }

    [Theory]
    [InlineData("于2021年4月15日、7月15日、10月15日及2022年1月15日前，将各季度完成情况报送县政府督查室。", """{"kind":"dayOfNextPeriod","day":15}""", "2021Q1")]
    [InlineData("于6月20日、9月20日、12月20日和3月20日前，将完成情况报送县政府督查室。", """{"kind":"dayOfPeriod","month":3,"day":20}""", "2021Q1")]
    public void The_same_day_of_every_quarter_is_a_rule(string sentence, string rule, string first)
    {
        var reporting = Reading.WithBody(sentence).Plan.Reporting!;

        Assert.Equal((Frequency.Quarterly, first), (reporting.Frequency, reporting.FirstPeriod.ToString()));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(rule).RootElement, JsonSerializer.SerializeToElement(reporting.DueRule)), JsonSerializer.Serialize(reporting.DueRule));
    }

    [Theory]
    [InlineData("每周五下班前报送进展情况。", "下班前")]
    [InlineData("每周五上午下班前报送进展情况。", "上午下班前")]
    [InlineData("每月25日中午前报送进展情况。", "中午")]
    public void An_hour_that_is_not_named_is_remarked_and_not_invented(string sentence, string words)
    {
        var notice = Reading.WithBody(sentence);

        Assert.Null(notice.Plan.Reporting!.DueRule!.Time);
        Assert.Contains(notice.Warnings, warning => warning.Issue == NoticeIssue.TimeUnclear && warning.Subject == words);
    }

    [Theory]
    [InlineData("每月5日前报送上月进展情况，国庆节期间顺延。", DueShift.Forward, true)]
    [InlineData("每月5日前报送上月进展情况，遇春节假期相应顺延。", DueShift.Forward, true)]
    [InlineData("每月5日前报送上月进展情况，遇法定节假日顺延。", DueShift.Forward, false)]
    [InlineData("每月5日前报送上月进展情况，遇长假提前。", DueShift.Back, false)]
    public void A_move_for_one_holiday_is_kept_for_all_and_remarked(string sentence, DueShift shift, bool isRemarked)
    {
        var notice = Reading.WithBody(sentence);

        Assert.Equal(shift, notice.Plan.Reporting!.DueRule!.Shift);
        Assert.Equal(isRemarked, notice.Warnings.Any(warning => warning.Issue == NoticeIssue.ShiftUnclear));
    }

    [Theory]
    [InlineData("每月25日前将经主要领导审阅同意后的进展情况报县商务局。", true)]
    [InlineData("每季度末经单位主要负责同志签字后报送进展情况。", true)]
    [InlineData("每季度末报送进展情况，报送材料须经分管领导审核把关。", true)]
    [InlineData("每季度末报送进展情况，县政府领导将听取汇报。", false)]
    public void Some_notices_want_a_leader_to_sign(string sentence, bool expected) => Assert.Equal(expected, Reading.WithBody(sentence).Plan.Reporting!.NeedsSignOff);
}
