using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

public sealed class PeriodAndTaskWordsTests
{
    [Theory]
    [InlineData("本季度谁没报", "2020Q1")] // the period in question, though 7 April lies in Q2
    [InlineData("这季度", "2020Q1")]
    [InlineData("this quarter", "2020Q1")]
    [InlineData("上季度报送率", "2020Q1")] // the calendar quarter before today's
    [InlineData("last quarter's rate", "2020Q1")]
    [InlineData("一季度交齐了吗", "2020Q1")]
    [InlineData("第二季度", "2020Q2")]
    [InlineData("二季度的", "2020Q2")]
    [InlineData("Q2呢", "2020Q2")]
    [InlineData("2020Q3", "2020Q3")]
    [InlineData("2020年三季度", "2020Q3")]
    [InlineData("third-quarter cut-off?", "2020Q3")]
    [InlineData("Q4 2020", "2020Q4")]
    [InlineData("四季度", "2020Q4")]
    [InlineData("最后一次几号交", "2020Q4")]
    [InlineData("2019年四季度", "2019Q4")]
    [InlineData("下季度", "2020Q2")]
    [InlineData("上上季度", "2019Q4")]
    public void Periods_are_read_by_the_rule_of_the_plan(string said, string expected)
    {
        var setting = new PlanSetting(new(2020, 4, 7), Frequency.Quarterly, new(2020, 1), new(2020, 1), new(2020, 4));

        Assert.Equal(expected, PeriodWords.Find(Spelling.Plain(said))?.Mention.In(setting).ToString());
    }

    [Theory]
    [InlineData("第二项", 2)]
    [InlineData("第2项", 2)]
    [InlineData("任务二的问题", 2)]
    [InlineData("第十二项", 12)]
    [InlineData("task 2", 2)]
    [InlineData("the second task", 2)]
    [InlineData("第三条", 3)]
    [InlineData("最后一项", -1)]
    public void Task_numbers(string said, int expected) => Assert.Equal(expected, Assert.Single(TaskWords.Find(Spelling.Plain(said))).Ordinal);
}
