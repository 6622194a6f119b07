using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class DateTests
{
    [Theory]
    [InlineData("2020年3月26日", "2020-03-26", "day")]
    [InlineData("2020 年 3 月 26 日", "2020-03-26", "day")]
    [InlineData("2023-03-28", "2023-03-28", "day")]
    [InlineData("二○○七年四月十三日", "2007-04-13", "day")] // U+25CB
    [InlineData("二〇〇九年七月九日", "2009-07-09", "day")] // U+3007
    [InlineData("二○一一年十二月三十一日", "2011-12-31", "day")]
    [InlineData("二〇二〇年十月二十日", "2020-10-20", "day")]
    [InlineData("2023年12月底", "2023-12-31", "day")]
    [InlineData("2012年10月底前", "2012-10-31", "day")]
    [InlineData("2024年2月底", "2024-02-29", "day")]
    [InlineData("2012年底前", "2012-12-31", "day")]
    [InlineData("2026年12月", "2026-12", "month")]
    [InlineData("2026年", "2026", "year")]
    [InlineData("2014年6月20日18：00前", "2014-06-20T18:00", "minute")]
    [InlineData("2014年6月20日下午5时前", "2014-06-20T17:00", "minute")]
    [InlineData("2014年6月20日（星期五）前", "2014-06-20", "day")]
    [InlineData("１２月底前", "2021-12-31", "day")] // full-width digits; the year comes from the notice
    [InlineData("年底前", "2021-12-31", "day")]
    [InlineData("9月", "2021-09", "month")]
    public void Dates_are_kept_at_the_precision_that_is_written(string written, string expected, string precision)
    {
        var deadline = new Deadlines(new PlanYears(2021, 2021, 2021), new Remarks()).Read(Passage.Of(written, 1));

        Assert.Equal((written, expected, precision), (deadline!.Raw, deadline.Date, deadline.Precision));
    }

    [Theory]
    [InlineData("持续推进", false)]
    [InlineData("年内持续推进", false)]
    [InlineData("全年", false)]
    [InlineData("长期", false)]
    [InlineData("5年内", true)]
    [InlineData("2021年2月30日", true)]
    [InlineData("待定", true)]
    public void Words_without_a_date_stay_words(string written, bool isRemarked)
    {
        var remarks = new Remarks();

        var deadline = new Deadlines(new PlanYears(2021, 2021, 2021), remarks).Read(Passage.Of(written, 1));

        Assert.Equal((written, null, null), (deadline!.Raw, deadline.Date, deadline.Precision));
        Assert.Equal(isRemarked, remarks.All.Any(warning => warning.Issue == NoticeIssue.UnreadDate));
    }

    [Fact]
    public void A_month_of_a_plan_over_several_years_gets_no_year()
    {
        var remarks = new Remarks();

        Assert.Null(new Deadlines(new PlanYears(2018, 2020, 2018), remarks).Read(Passage.Of("9月底前", 1))!.Date);
        Assert.Equal([NoticeIssue.UnreadDate], remarks.All.Select(warning => warning.Issue));
    }

    [Fact]
    public void A_wrong_weekday_is_remarked()
    {
        var remarks = new Remarks();

        new Deadlines(new PlanYears(2021, 2021, 2021), remarks).Read(Passage.Of("2014年6月20日（星期四）前", 1));

        Assert.Equal([NoticeIssue.WrongWeekday], remarks.All.Select(warning => warning.Issue));
    }

    [Theory]
    [InlineData("2021年完成设计，2022年5月8日开工；2023年，建成1200平方米的场馆。", "2021年完成设计=2021;2022年5月8日开工=2022-05-08;2023年，建成1200平方米的场馆=2023")]
    [InlineData("新馆2022年5月底前动工，2023年9月投入使用。", "2022年5月底前动工=2022-05-31;2023年9月投入使用=2023-09")]
    [InlineData("新馆5月底前动工，9月投入使用。", "5月底前动工=2022-05-31;9月投入使用=2022-09")] // the plan's year
    [InlineData("2022年3月至6月开展摸底。", "2022年3月至6月开展摸底=2022-06")] // a span ends with its last date
    [InlineData("于2022年6月5日和12月5日前各检查一次。", "2022年6月5日=2022-06-05;12月5日前各检查一次=2022-12-05")]
    [InlineData("力争2022年底完工。", "2022年底完工=2022-12-31")]
    [InlineData("完成2021年项目验收，比2020年增长一成。", "")]
    [InlineData("到2025年，建成体系。2022年起每年安排资金。", "")]
    [InlineData("落实《三年方案（2021—2023年）》和县发〔2021〕5号文件要求，投资2022万元。", "")]
    [InlineData("2021年度目标如期实现，三年内见效。", "")]
    [InlineData("每年9月举办一届。", "")]
    public void Milestones_are_the_dated_steps_of_a_text(string text, string expected)
    {
        var milestones = new Milestones(new PlanYears(2022, 2022, 2021), new Remarks()).Read(Passage.Of(text, 1));

        Assert.Equal(expected, string.Join(';', milestones.Select(step => $"{step.Raw}={step.Date}")));
    }
}
