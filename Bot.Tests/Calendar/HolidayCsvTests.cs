using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Calendar;

public sealed class HolidayCsvTests
{
    private const string Header = "date,kind,name_zh,year_notice\n";

    [Fact]
    public void Days_come_by_the_year_of_their_notice()
    {
        var read = HolidayCsv.Read(Header + "2027-10-01,off,国庆节,2027\n2026-12-31,off,元旦,2027\n2028-01-01,off,元旦,2028\n");

        Assert.Empty(read.Errors);
        Assert.Equal([2027, 2028], read.Years.Select(year => year.Year));
        Assert.Equal([Calendars.Day("2026-12-31"), Calendars.Day("2027-10-01")], read.Years[0].Days.Select(day => day.Day));
    }

    [Fact]
    public void The_source_document_is_kept_once_for_each_year()
    {
        var read = HolidayCsv.Read("date,kind,name_zh,year_notice,document\n2027-01-01,off,元旦,2027,甲〔2026〕9号\n2027-01-02,off,元旦,2027,甲〔2026〕9号\n2027-05-01,off,劳动节,2027,\n");

        Assert.Equal(["甲〔2026〕9号"], Assert.Single(read.Years).Documents);
    }

    [Theory]
    [InlineData("\uFEFFdate,kind,name_zh,year_notice\r\n2027-01-01,off,元旦,2027\r\n")] // saved by a spreadsheet on Windows
    [InlineData("date,kind,name_zh,year_notice\n2027/1/1,off,元旦,2027")] // a spreadsheet's own date
    [InlineData("\"date\",\"kind\",\"name_zh\",\"year_notice\"\n\"2027-01-01\",\"off\",\"元旦\",\"2027\"\n")]
    [InlineData("Year_Notice,Name_zh,Kind,Date\n2027,元旦,off,2027-01-01\n\n")] // other order, blank line
    public void What_a_spreadsheet_makes_of_the_file_is_read_too(string text)
    {
        var read = HolidayCsv.Read(text);

        Assert.Empty(read.Errors);
        Assert.Equal(Calendars.Day("2027-01-01"), Assert.Single(Assert.Single(read.Years).Days).Day);
    }

    [Theory]
    [InlineData("", 1, HolidayCsvProblem.ColumnMissing, "date")]
    [InlineData("日期,类型\n2027-01-01,休", 1, HolidayCsvProblem.ColumnMissing, "date")]
    [InlineData("date,kind,name_zh\n2027-01-01,off,元旦", 1, HolidayCsvProblem.ColumnMissing, "year_notice")]
    [InlineData(Header, 1, HolidayCsvProblem.NoDays, "")]
    [InlineData(Header + "2027-01-01,off,元旦", 2, HolidayCsvProblem.CellCount, "3")]
    [InlineData(Header + "2027-02-29,off,春节,2027", 2, HolidayCsvProblem.BadDate, "2027-02-29")] // no leap year
    [InlineData(Header + "1 Jan 2027,off,元旦,2027", 2, HolidayCsvProblem.BadDate, "1 Jan 2027")]
    [InlineData(Header + "2027-01-01,休,元旦,2027", 2, HolidayCsvProblem.BadKind, "休")]
    [InlineData(Header + "2027-01-01,off, ,2027", 2, HolidayCsvProblem.NoName, "2027-01-01")]
    [InlineData(Header + "2027-01-01,off,元旦,27年", 2, HolidayCsvProblem.BadYear, "27年")]
    [InlineData(Header + "2027-01-01,off,元旦,2028", 2, HolidayCsvProblem.DayOutsideYear, "2027-01-01, 2028")]
    [InlineData(Header + "2028-01-01,off,元旦,2027", 2, HolidayCsvProblem.DayOutsideYear, "2028-01-01, 2027")] // a list never reaches into the next year
    [InlineData(Header + "2027-01-04,work,元旦,2027", 2, HolidayCsvProblem.WorkOnWeekday, "2027-01-04")] // a Monday is worked anyway
    [InlineData(Header + "2027-01-01,off,元旦,2027\n2027-01-01,off,元旦,2027", 3, HolidayCsvProblem.DayRepeated, "2027-01-01")]
    public void A_line_that_cannot_be_right_is_named_with_its_number(string text, int line, HolidayCsvProblem problem, string found)
    {
        var read = HolidayCsv.Read(text);

        Assert.Equal(new HolidayCsvError(line, problem, found), Assert.Single(read.Errors));
        Assert.Empty(read.Years);
    }

    [Fact]
    public void Every_bad_line_is_reported_and_a_good_one_beside_it_is_not_taken()
    {
        var read = HolidayCsv.Read(Header + "2027-01-01,off,元旦,2027\nx,off,元旦,2027\n2027-01-02,?,元旦,2027\n");

        Assert.Equal([3, 4], read.Errors.Select(error => error.Line));
        Assert.Empty(read.Years);
    }
}
