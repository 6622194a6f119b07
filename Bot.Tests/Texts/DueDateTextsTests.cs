using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Texts;

namespace PlanBot.Tests.Texts;

public sealed class DueDateTextsTests
{
    private static readonly DueRule ThirdWorkingDay = DueRule.Default;

    public static TheoryData<string, DueRule, string, string> Sentences => new()
    {
        {
            "2020Q3", ThirdWorkingDay, "10月1日至8日国庆节、中秋节放假；10月10日（周六）上班；第三个工作日为10月12日（周一）",
            "1-8 Oct. holiday (National Day, Mid-Autumn Festival); Sat. 10 Oct. worked; third working day Mon. 12 Oct."
        },
        { "2020Q1", ThirdWorkingDay, "自4月1日起第三个工作日为4月3日（周五）", "from 1 Apr. third working day Fri. 3 Apr." },
        { "2021Q2", ThirdWorkingDay, "自7月1日起，周末不计，第三个工作日为7月5日（周一）", "from 1 July, weekends left out, third working day Mon. 5 July" },
        {
            "2022Q3", ThirdWorkingDay, "10月1日至7日国庆节放假；10月8日（周六）、10月9日（周日）上班；第三个工作日为10月10日（周一）",
            "1-7 Oct. holiday (National Day); Sat. 8 Oct., Sun. 9 Oct. worked; third working day Mon. 10 Oct."
        },
        {
            "2025Q3", ThirdWorkingDay, "10月1日至8日国庆节、中秋节放假；10月11日（周六）上班；第三个工作日为10月11日（周六）",
            "1-8 Oct. holiday (National Day, Mid-Autumn Festival); Sat. 11 Oct. worked; third working day Sat. 11 Oct."
        },
        {
            // the holiday is told whole, although it began in the old quarter
            "2023Q3", ThirdWorkingDay, "9月29日至10月6日中秋节、国庆节放假；10月7日（周六）、10月8日（周日）上班；第三个工作日为10月9日（周一）",
            "29 Sept. to 6 Oct. holiday (Mid-Autumn Festival, National Day); Sat. 7 Oct., Sun. 8 Oct. worked; third working day Mon. 9 Oct."
        },
        {
            // two years meet, so each date says its own
            "2018Q4", ThirdWorkingDay, "2018年12月30日至2019年1月1日元旦放假；第三个工作日为2019年1月4日（周五）",
            "30 Dec. 2018 to 1 Jan. 2019 holiday (New Year); third working day Fri. 4 Jan. 2019"
        },
        { "2019Q4", ThirdWorkingDay, "1月1日元旦放假；第三个工作日为1月6日（周一）", "1 Jan. holiday (New Year); third working day Mon. 6 Jan." },
        {
            "2026Q4", ThirdWorkingDay, "自1月1日起，周末不计，第三个工作日为1月5日（周二）；2027年放假安排尚未载入，仅按周末推算，日期暂定",
            "from 1 Jan., weekends left out, third working day Tue. 5 Jan.; provisional: holidays of 2027 not loaded, only weekends left out"
        },
        { "2020Q1", new DayOfPeriod(3, 20), "规定时间为3月20日（周五）", "set for Fri. 20 Mar." },
        { "2014M06", new DayOfPeriod(1, 20) { Time = new(18, 0) }, "规定时间为6月20日（周五）18:00", "set for Fri. 20 June 18:00" },
        {
            "2020M03", new DayOfPeriod(1, 28), "规定时间为3月28日（周六）；当日不上班，截止日期不变；此前最后一个工作日为3月27日（周五）",
            "set for Sat. 28 Mar.; not worked; last working day before it Fri. 27 Mar."
        },
        {
            "2020M03", new DayOfPeriod(1, 28) { Shift = DueShift.Back }, "规定时间为3月28日（周六）；当日不上班，提前至3月27日（周五）",
            "set for Sat. 28 Mar.; not worked, so back to Fri. 27 Mar."
        },
        {
            "2020W15", new DayOfWeekRule(1) { Shift = DueShift.Forward, Time = new(12, 0) },
            "4月4日至6日清明节放假；规定时间为4月6日（周一）；当日不上班，顺延至4月7日（周二）12:00",
            "4-6 Apr. holiday (Qingming); set for Mon. 6 Apr.; not worked, so on to Tue. 7 Apr. 12:00"
        },
        {
            "2020Q1", new WorkingDayOfNextPeriod(3) { Inclusive = false }, "自4月1日起第三个工作日为4月3日（周五）；不含当日，最迟为前一个工作日4月2日（周四）",
            "from 1 Apr. third working day Fri. 3 Apr.; that day not included, so the working day before, Thu. 2 Apr."
        },
        {
            "2020Q1", new WorkingDaysBeforePeriodEnd(5), "期末（3月31日）前第五个工作日为3月24日（周二）",
            "fifth working day before the period's end (31 Mar.): Tue. 24 Mar."
        },
        { "2020M05", new WorkingDayOfNextPeriod(12), "自6月1日起，周末不计，第十二个工作日为6月16日（周二）", "from 1 June, weekends left out, 12th working day Tue. 16 June" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_due_date_explains_itself(string key, DueRule rule, string chinese, string english)
    {
        Assert.True(ReportingPeriod.TryParse(key, out var period));

        var explanation = Assert.Single(DueDatePolicy.Explain(period, rule, Calendars.StateCouncil));

        Assert.Equal(chinese, DueDateTexts.Explain(explanation, Language.Chinese));
        Assert.Equal(english, DueDateTexts.Explain(explanation, Language.English));
        Assert.Equal(DueDatePolicy.For(period, rule, Calendars.StateCouncil), explanation.Due);
    }

    [Fact]
    public void The_documents_are_named_oldest_first()
    {
        var explanation = Assert.Single(DueDatePolicy.Explain(new(2020, 3), ThirdWorkingDay, Calendars.StateCouncil));

        Assert.Equal("依据：国办发明电〔2019〕16号、国办发明电〔2020〕1号", DueDateTexts.Sources(explanation, Language.Chinese));
        Assert.Equal("Source: 国办发明电〔2019〕16号, 国办发明电〔2020〕1号", DueDateTexts.Sources(explanation, Language.English));
    }

    [Fact]
    public void Without_a_list_there_is_no_document_to_name()
    {
        var explanation = Assert.Single(DueDatePolicy.Explain(new(2030, 3), ThirdWorkingDay, Calendars.StateCouncil));

        Assert.Null(DueDateTexts.Sources(explanation, Language.Chinese));
    }
}
