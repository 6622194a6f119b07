using System.Globalization;
using PlanBot.Dialogs.Understanding;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Days and times as people name them, over the State Council's calendar.</summary>
public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2020-04-07", "今天", "2020-04-07")]
    [InlineData("2020-04-07", "明天", "2020-04-08")]
    [InlineData("2020-04-07", "大后天", "2020-04-10")]
    [InlineData("2020-04-07", "day after tomorrow", "2020-04-09")]
    [InlineData("2020-04-07", "4月10号", "2020-04-10")]
    [InlineData("2020-04-07", "四月十日", "2020-04-10")]
    [InlineData("2020-04-07", "4月廿三日", "2020-04-23")]
    [InlineData("2020-12-20", "1月5号", "2021-01-05")] // without its year the nearest
    [InlineData("2020-04-07", "3月31日", "2020-03-31")] // a day that has just passed is not next year's
    [InlineData("2020-04-07", "2021年1月6日", "2021-01-06")]
    [InlineData("2020-04-07", "2020-04-30", "2020-04-30")]
    [InlineData("2020-04-07", "10号", "2020-04-10")]
    [InlineData("2020-04-17", "10号", "2020-05-10")]
    [InlineData("2020-04-07", "10 april", "2020-04-10")]
    [InlineData("2020-04-07", "april 10th", "2020-04-10")]
    [InlineData("2020-04-07", "until the 15th", "2020-04-15")]
    [InlineData("2020-04-07", "周五", "2020-04-10")]
    [InlineData("2020-04-11", "周五", "2020-04-17")] // this week's has passed
    [InlineData("2020-04-07", "本周五", "2020-04-10")]
    [InlineData("2020-04-07", "下周三", "2020-04-15")]
    [InlineData("2020-04-07", "下下周一", "2020-04-20")]
    [InlineData("2020-04-07", "礼拜天", "2020-04-12")]
    [InlineData("2020-04-07", "next wednesday", "2020-04-15")]
    [InlineData("2020-04-07", "by friday", "2020-04-10")]
    [InlineData("2020-04-07", "下周", "2020-04-13")]
    [InlineData("2020-09-28", "下周", "2020-10-09")] // the whole week but its Friday is the National Day holiday
    [InlineData("2020-04-07", "next week", "2020-04-13")]
    [InlineData("2020-04-07", "月底", "2020-04-30")]
    [InlineData("2020-04-07", "下月底", "2020-05-31")]
    [InlineData("2020-04-07", "6月底", "2020-06-30")]
    [InlineData("2020-04-07", "end of the month", "2020-04-30")]
    [InlineData("2020-04-07", "月中", "2020-04-15")]
    [InlineData("2020-04-20", "月中", "2020-05-15")]
    [InlineData("2020-04-07", "5月上旬", "2020-05-10")]
    [InlineData("2020-04-07", "季度末", "2020-06-30")]
    [InlineData("2020-04-07", "年底", "2020-12-31")]
    [InlineData("2020-04-07", "三天后", "2020-04-10")]
    [InlineData("2020-04-07", "过两天", "2020-04-09")]
    [InlineData("2020-04-07", "两周后", "2020-04-21")]
    [InlineData("2020-04-07", "一个月后", "2020-05-07")]
    [InlineData("2020-04-07", "in three days", "2020-04-10")]
    [InlineData("2020-04-09", "3个工作日后", "2020-04-14")]
    [InlineData("2020-04-10", "下一个工作日", "2020-04-13")]
    [InlineData("2020-04-09", "in two working days", "2020-04-13")]
    [InlineData("2020-04-07", "节后第一个工作日", "2020-05-06")] // 1 to 5 May
    [InlineData("2020-04-05", "节后第一个工作日", "2020-04-07")] // said within Qingming: after that one
    [InlineData("2020-09-28", "节后", "2020-10-09")]
    [InlineData("2020-04-07", "节后第三个工作日", "2020-05-08")]
    [InlineData("2020-04-07", "国庆后", "2020-10-09")]
    [InlineData("2020-04-07", "节前", "2020-04-30")]
    [InlineData("2020-04-07", "五一前", "2020-04-30")]
    public void A_day(string today, string said, string expected)
    {
        var found = DateWords.Find(Spelling.Plain(said));

        Assert.NotNull(found);
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), found.Value.Mention.DayIn(DateOnly.Parse(today, CultureInfo.InvariantCulture), Calendars.StateCouncil));
    }

    [Theory]
    [InlineData("明天上午", "2020-04-08 09:00")]
    [InlineData("下午四点", "2020-04-07 16:00")]
    [InlineData("四点半", "2020-04-07 16:30")] // an hour of work, not of the night
    [InlineData("上午九点", "2020-04-08 09:00")] // it is ten: today's has passed
    [InlineData("明早8点", "2020-04-08 08:00")]
    [InlineData("14:30", "2020-04-07 14:30")]
    [InlineData("周五下午三点", "2020-04-10 15:00")]
    [InlineData("下班前", "2020-04-07 17:30")]
    [InlineData("半小时后", "2020-04-07 10:30")]
    [InlineData("两个小时后", "2020-04-07 12:00")]
    [InlineData("20分钟后", "2020-04-07 10:20")]
    [InlineData("4pm", "2020-04-07 16:00")]
    [InlineData("tomorrow morning", "2020-04-08 09:00")]
    [InlineData("friday at 3 pm", "2020-04-10 15:00")]
    [InlineData("in an hour", "2020-04-07 11:00")]
    public void A_moment(string said, string expected) => Assert.Equal(
        DateTime.Parse(expected, CultureInfo.InvariantCulture), DateWords.Find(Spelling.Plain(said))?.Mention.MomentIn(new DateTime(2020, 4, 7, 10, 0, 0), Calendars.StateCouncil));

    [Theory]
    [InlineData("多给两天", 2)]
    [InlineData("宽限3个工作日", 3)]
    [InlineData("延期一周", 5)] // working days
    [InlineData("two more days", 2)]
    [InlineData("a week longer", 5)]
    [InlineData("两天后", null)] // a day, not a number of days
    [InlineData("每天", null)]
    [InlineData("天津证监局", null)]
    public void A_number_of_days(string said, int? expected) => Assert.Equal(expected, DateWords.FindDays(Spelling.Plain(said))?.Days);

    [Theory]
    [InlineData("2月30日")]
    [InlineData("2020-02-31")]
    public void A_day_that_does_not_exist_is_none(string said) =>
        Assert.Null(DateWords.Find(Spelling.Plain(said))!.Value.Mention.DayIn(new(2020, 4, 7), Calendars.StateCouncil));

    [Theory]
    [InlineData("谁逾期了")]
    [InlineData("第一项")]
    [InlineData("完成了35个项目")]
    [InlineData("市教委报了吗")]
    public void Words_that_name_no_day(string said) => Assert.Null(DateWords.Find(Spelling.Plain(said)));
}
