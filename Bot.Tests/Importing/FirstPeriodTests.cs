using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Importing.Repair;

namespace PlanBot.Tests.Importing;

/// <summary>First periods that a notice leaves open, or that a person names.</summary>
public sealed class FirstPeriodTests
{
    [Theory]
    [InlineData("2026-03-20", "2026", "2020-04-07", "2026M03")]
    [InlineData(null, "2026", "2020-04-07", "2026M01")] // never before the plan
    [InlineData(null, "2019", "2020-04-07", "2020M04")] // never one that is over
    [InlineData(null, null, "2020-04-07", "2020M04")]
    [InlineData("2019-12-27", "2020", "2020-04-07", "2019M12")]
    public void One_is_proposed_from_the_notices_date_and_never_before_the_plan(string? issuedOn, string? startsOn, string today, string expected) =>
        Assert.Equal(expected, FirstPeriods.Proposed(new NoticePlan { IssuedOn = issuedOn, StartsOn = startsOn }, Frequency.Monthly, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026年4月", Frequency.Monthly, "2026M04")]
    [InlineData("从2026年第二季度开始吧", Frequency.Quarterly, "2026Q2")]
    [InlineData("2026Q2", Frequency.Quarterly, "2026Q2")]
    [InlineData("2026Q2", Frequency.Monthly, null)]
    [InlineData("都行", Frequency.Monthly, null)]
    [InlineData("2026年第三个季度", Frequency.Quarterly, "2026Q3")]
    [InlineData("2026年07月", Frequency.Monthly, "2026M07")]
    [InlineData("从2026年4月1日起", Frequency.Monthly, "2026M04")]
    [InlineData("2026年第5季度", Frequency.Quarterly, null)] // not the year's first
    [InlineData("2026年的第五季度", Frequency.Quarterly, null)]
    [InlineData("从2026年13月开始", Frequency.Monthly, null)]
    public void A_person_names_one(string words, Frequency frequency, string? expected) => Assert.Equal(expected, FirstPeriods.Named(words, frequency)?.ToString());

    [Theory]
    [InlineData("2020M04", true)]
    [InlineData("2026M03", false)]
    public void One_that_was_over_before_the_plan_is_no_answer_in_the_form(string period, bool isRefused)
    {
        var fields = new RuleFields { Frequency = nameof(Frequency.Monthly), Kind = "dayOfPeriod", Month = "1", Day = "25", FirstPeriod = period };

        var (_, problems) = fields.Check(null, "", new NoticePlan { IssuedOn = "2026-03-20", StartsOn = "2026" });

        Assert.Equal(isRefused, problems.TryGetValue(nameof(RuleFields.FirstPeriod), out var problem) && problem == FieldProblem.BeforePlan);
    }
}
