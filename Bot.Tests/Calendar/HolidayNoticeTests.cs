using System.Globalization;
using System.Text;
using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Calendar;

/// <summary>The State Council's notices, in our words with the form and the facts of theirs.</summary>
public sealed class HolidayNoticeTests
{
    private const string New = """
        国务院办公厅关于2026年
        部分节假日安排的通知
        国办发明电〔2025〕7号
        发布日期：2025年11月4日
        各地、各部门：
        　　现将2026年元旦、春节、国庆节放假调休日期的具体安排通知如下。
        　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。鼓励各单位安排职工在除夕（2月16日）前休息。
        　　三、国庆节：１０月１日(周四)至7日(周三)放假调休，共7天。
        9月20日（周日）、10月10日（周六）上班。
        　　节假日期间，各地各部门要安排好值班。
        """;

    public static TheoryData<int> Years => [.. StateCouncilHolidays.Years.Select(year => year.Year)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_years_arrangement_reads_back_from_the_words_of_a_notice(int year)
    {
        var list = StateCouncilHolidays.Years.Single(one => one.Year == year);

        var read = HolidayNotice.Read(Written(list).Split('\n'), []);

        Assert.Empty(read.Errors);
        Assert.Equal(list.Days, Assert.Single(read.Years).Days);
        Assert.Equal([list.Documents[0]], read.Years[0].Documents);
    }

    [Fact]
    public void A_notice_is_read_off_a_page()
    {
        var read = HolidayNotice.Read(New.Split('\n'), []);

        Assert.Empty(read.Errors);
        var year = Assert.Single(read.Years);
        Assert.Equal((2026, "国办发明电〔2025〕7号", 19, 5), (year.Year, Assert.Single(year.Documents), year.Days.Count(day => !day.IsWorked), year.Days.Count(day => day.IsWorked)));
        Assert.Equal(StateCouncilHolidays.Years.Single(one => one.Year == 2026).Days.Where(day => day.Name is "元旦" or "春节" or "国庆节"), year.Days);
    }

    [Theory]
    [InlineData("1月1日放假，与周末连休。", "01-01")]
    [InlineData("1月1日（周五）放假1天，不调休。", "01-01")]
    [InlineData("1月1日放假，共1天。", "01-01")]
    [InlineData("2026年12月31日至2027年1月2日放假调休，共3天。1月3日（星期日）上班。", "12-31 01-01 01-02 +01-03")]
    [InlineData("1月1日至3日放假调休，共3天。2026年12月27日（星期日）、1月9日（星期六）正常上班。", "+12-27 01-01 01-02 01-03 +01-09")]
    public void Each_form_of_a_sentence_is_read(string sentence, string expected)
    {
        var read = HolidayNotice.Read(["关于2027年部分节假日安排的通知", "现将2027年元旦放假日期通知如下。", $"一、元旦：{sentence}"], []);

        Assert.Empty(read.Errors);
        Assert.Equal(expected, string.Join(' ', read.Years[0].Days.Select(day => (day.IsWorked ? "+" : "") + day.Day.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("共3天", "共4天", 7, HolidayCsvProblem.NoticeCount)]
    [InlineData("1月1日（周四）", "1月1日（周五）", 7, HolidayCsvProblem.NoticeWeekday)]
    [InlineData("1月4日（周日）上班", "1月5日（周一）上班", 7, HolidayCsvProblem.WorkOnWeekday)]
    [InlineData("1月4日（周日）上班", "1月4日另行通知", 7, HolidayCsvProblem.NoticeSentence)]
    [InlineData("元旦、春节、国庆节放假", "元旦、春节、清明节、国庆节放假", 6, HolidayCsvProblem.NoticeMissing)]
    [InlineData("现将2026年元旦、春节、国庆节放假调休日期的具体安排通知如下", "通知如下", 2, HolidayCsvProblem.NoticeNames)]
    [InlineData("2月14日（周六）、", "2月30日、", 8, HolidayCsvProblem.NoticeSentence)]
    [InlineData("至23日（农历正月初七、周一）", "至4月23日（周四）", 8, HolidayCsvProblem.BadDate)] // two months of holidays
    [InlineData("10月10日（周六）上班", "10月10日（周六）上班。2028年1月8日（周六）上班", 9, HolidayCsvProblem.DayOutsideYear)]
    [InlineData("鼓励各单位", "鼓励各单位在2月13日放假", 8, HolidayCsvProblem.NoticeSentence)] // an advice sets no day
    [InlineData("1月4日（周日）上班", "1月3日放假", 2, HolidayCsvProblem.DayRepeated)]
    public void What_cannot_be_accounted_for_is_an_error_with_its_line(string part, string changed, int line, HolidayCsvProblem problem)
    {
        var text = New.Replace("１０月１日(周四)", "10月1日（周四）", StringComparison.Ordinal);
        Assert.Contains(part, text, StringComparison.Ordinal);

        var read = HolidayNotice.Read(text.Replace(part, changed, StringComparison.Ordinal).Split('\n'), []);

        Assert.Empty(read.Years);
        Assert.Equal((line, problem), (read.Errors[0].Line, read.Errors[0].Problem));
    }

    [Fact]
    public void A_later_notice_replaces_the_days_of_the_holiday_that_it_names()
    {
        var before = new HolidayYear(2019, ["国办发明电〔2018〕15号"], [Day("2019-04-05", "清明节"), Day("2019-05-01", "劳动节")]);
        string[] notice = ["关于调整2019年劳动节假期安排的通知", "国办发明电〔2019〕3号", "现将2019年劳动节假期调整如下：5月1日（星期三）至4日（星期六）放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。"];

        var year = Assert.Single(HolidayNotice.Read(notice, [before]).Years);

        Assert.Equal("04-05 +04-28 05-01 05-02 05-03 05-04 +05-05", Days(year));
        Assert.Equal(["国办发明电〔2018〕15号", "国办发明电〔2019〕3号"], year.Documents);
        Assert.Equal(HolidayCsvProblem.NoticeUnknownYear, HolidayNotice.Read(notice, []).Errors[0].Problem);
    }

    [Fact]
    public void A_later_notice_prolongs_a_holiday()
    {
        var before = new HolidayYear(2020, [], [Day("2020-01-19", "春节", true), .. Enumerable.Range(24, 7).Select(day => Day($"2020-01-{day}", "春节")), Day("2020-02-01", "春节", true)]);

        var year = Assert.Single(HolidayNotice.Read(["关于延长2020年春节假期的通知", "一是延长2020年春节假期至2月2日（农历正月初九、星期日），2月3日（星期一）起正常上班。"], [before]).Years);

        Assert.Equal("+01-19 01-24 01-25 01-26 01-27 01-28 01-29 01-30 01-31 02-01 02-02", Days(year));
    }

    [Theory]
    [InlineData("国务院办公厅关于2026年部分节假日安排的通知", true)]
    [InlineData("天津市关于印发要点的通知", false)]
    [InlineData("date,kind,name_zh,year_notice", false)]
    public void A_notice_is_told_by_its_subject(string line, bool expected) => Assert.Equal(expected, HolidayNotice.IsNotice([line]));

    /// <summary>A list in the words of a notice: one item for each holiday, its days off in one span.</summary>
    private static string Written(HolidayYear list)
    {
        var holidays = list.Days.GroupBy(day => day.Name).OrderBy(days => days.Where(day => !day.IsWorked).Min(day => day.Day)).ToList();
        var text = new StringBuilder($"国务院办公厅关于{list.Year}年部分节假日安排的通知\n{list.Documents[0]}\n现将{list.Year}年{string.Join('、', holidays.Select(days => days.Key))}放假调休日期通知如下。\n");
        foreach (var (index, days) in holidays.Index())
        {
            var (off, worked) = (days.Where(day => !day.IsWorked).Select(day => day.Day).Order().ToList(), days.Where(day => day.IsWorked).Select(day => day.Day).Order().ToList());
            Assert.Equal(off.Count, off[^1].DayNumber - off[0].DayNumber + 1);
            text.Append(CultureInfo.InvariantCulture, $"{"一二三四五六七"[index]}、{days.Key}：{Date(off[0], list.Year)}{(off.Count > 1 ? $"至{Date(off[^1], list.Year)}" : "")}放假调休，共{off.Count}天。");
            text.Append(worked.Count == 0 ? "\n" : $"{string.Join('、', worked.Select(day => Date(day, list.Year)))}上班。\n");
        }
        return text.ToString();
    }

    private static string Date(DateOnly day, int year) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日（星期{"日一二三四五六"[(int)day.DayOfWeek]}）").Replace($"{year}年", "", StringComparison.Ordinal);

    private static CalendarDay Day(string day, string name, bool isWorked = false) => new(Calendars.Day(day), isWorked, name, Calendars.Day(day).Year);

    private static string Days(HolidayYear year) => string.Join(' ', year.Days.Select(day => (day.IsWorked ? "+" : "") + day.Day.ToString("MM-dd", CultureInfo.InvariantCulture)));
}
