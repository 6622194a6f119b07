using PlanBot.Data.Calendar;

namespace PlanBot.Tests.Calendar;

public sealed class StateCouncilHolidaysTests
{
    [Theory]
    [InlineData(2018, 23, 6)]
    [InlineData(2019, 24, 7)] // with the change of March 2019: 1-4 May
    [InlineData(2020, 30, 6)] // with the change of January 2020: to 2 February
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 31, 7)]
    [InlineData(2023, 27, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Every_year_names_as_many_days_as_its_documents(int year, int off, int worked)
    {
        var list = StateCouncilHolidays.Years.Single(list => list.Year == year);

        Assert.Equal((off, worked), (list.Days.Count(day => !day.IsWorked), list.Days.Count(day => day.IsWorked)));
        Assert.All(list.Days, day => Assert.Equal(year, day.YearNotice));
    }

    [Theory]
    [InlineData(2018, "国办发明电〔2017〕12号")]
    [InlineData(2019, "国办发明电〔2018〕15号", "国办发明电〔2019〕3号")]
    [InlineData(2020, "国办发明电〔2019〕16号", "国办发明电〔2020〕1号")]
    [InlineData(2026, "国办发明电〔2025〕7号")]
    public void Every_year_knows_its_documents_oldest_first(int year, params string[] documents) =>
        Assert.Equal(documents, StateCouncilHolidays.Years.Single(list => list.Year == year).Documents);

    [Fact]
    public void The_years_follow_one_another_from_2018_to_2026() =>
        Assert.Equal(Enumerable.Range(2018, 9), StateCouncilHolidays.Years.Select(list => list.Year));
}
