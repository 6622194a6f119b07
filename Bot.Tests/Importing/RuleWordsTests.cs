using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>A rule that a person says where the notice has none.</summary>
public sealed class RuleWordsTests
{
    [Theory]
    [InlineData("每月25日前", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25}""")]
    [InlineData("按季度，季度末月20日前", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":20}""")]
    [InlineData("每季度结束后5个工作日内。", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":5}""")]
    [InlineData("每季度结束后5个工作日内报给我们", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":5}""")]
    [InlineData("每周五下午5点前，遇节假日提前", Frequency.Weekly, """{"kind":"dayOfWeek","day":5,"time":"17:00","shift":"back"}""")]
    [InlineData("by the 25th of each month", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25}""")]
    [InlineData("monthly, by the 5th of the next month", Frequency.Monthly, """{"kind":"dayOfNextPeriod","day":5}""")]
    [InlineData("By the 3rd working day of the next quarter.", Frequency.Quarterly, """{"kind":"workingDayOfNextPeriod","day":3}""")]
    [InlineData("by the end of each quarter", Frequency.Quarterly, """{"kind":"endOfPeriod"}""")]
    [InlineData("by the 25th of each quarter", Frequency.Quarterly, """{"kind":"dayOfPeriod","month":3,"day":25}""")]
    [InlineData("monthly by the 25th", Frequency.Monthly, """{"kind":"dayOfPeriod","month":1,"day":25}""")]
    public void A_day_in_words_is_a_rule(string words, Frequency frequency, string rule)
    {
        var read = RuleWords.Read(words, "2021-03-08")!;

        Assert.Equal(frequency, read.Frequency);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(rule).RootElement, JsonSerializer.SerializeToElement(read.DueRule)), JsonSerializer.Serialize(read.DueRule));
    }

    [Fact]
    public void The_end_of_the_month_is_said_and_read_as_such()
    {
        var rule = new DaysOfMonth([10, 20, 31]);

        Assert.Equal("每旬一报，每月10、20日和月底前", RuleTexts.Describe(Frequency.TenDay, rule, Language.Chinese));
        Assert.EndsWith("by the 10th, 20th and the last day of each month", RuleTexts.Describe(Frequency.TenDay, rule, Language.English), StringComparison.Ordinal);
        Assert.Equal(rule.Days, Assert.IsType<DaysOfMonth>(RuleWords.Read("每月10、20日和月底前", "2021-03-08")!.DueRule).Days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("常报")]
    [InlineData("及时报送")]
    [InlineData("by the 25th")]
    [InlineData("好的")]
    public void Other_words_are_none(string words) => Assert.Null(RuleWords.Read(words, "2021-03-08"));
}
