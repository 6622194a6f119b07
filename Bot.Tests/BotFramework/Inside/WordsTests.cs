using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace PlanBot.Tests.BotFramework.Inside;

public sealed class WordsTests
{
    [Theory]
    [InlineData("是", true)]
    [InlineData("是的。", true)]
    [InlineData("好的，就这样", true)]
    [InlineData("嗯嗯", true)]
    [InlineData("可以啊", true)]
    [InlineData("没问题", true)]
    [InlineData("没有问题", true)]
    [InlineData("没错", true)]
    [InlineData("确认提交", true)]
    [InlineData("OK", true)]
    [InlineData("ＯＫ", true)] // full width
    [InlineData("Yes, please", true)]
    [InlineData("yes it is right", true)]
    [InlineData("No problem!", true)]
    [InlineData("“确认”", true)]
    [InlineData("不", false)]
    [InlineData("不是", false)]
    [InlineData("不用了，谢谢", false)]
    [InlineData("不要提交", false)]
    [InlineData("先不交", false)]
    [InlineData("没有", false)]
    [InlineData("no, change task 2", false)]
    [InlineData("Nope", false)]
    [InlineData("don’t", false)]
    [InlineData("不知道", null)]
    [InlineData("不清楚", null)]
    [InlineData("可以不交", null)] // begins like a yes
    [InlineData("可以吗", null)]
    [InlineData("是不是交过了", null)]
    [InlineData("ok?", null)]
    [InlineData("对接了三家企业", null)] // 对 begins a word here
    [InlineData("行政审批已办结", null)]
    [InlineData("不断完善制度，完成培训两期", null)]
    [InlineData("别的任务呢", null)]
    [InlineData("correct the second one", null)]
    [InlineData("yes we finished the site survey and trained forty people", null)] // a report, not an answer
    [InlineData("not sure", null)]
    [InlineData("", null)]
    [InlineData("。", null)]
    public void Yes_or_no(string said, bool? expected) => Assert.Equal(expected, YesOrNo.Read(said));

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-3", "-3")]
    [InlineData("2-3", "2 3")] // a range, not minus three
    [InlineData("1,200 家", "1200")]
    [InlineData("3.5", "3.5")]
    [InlineData("1.2万", "12000")]
    [InlineData("28家", "28")]
    [InlineData("Q1", "")] // part of a name
    [InlineData("十", "10")]
    [InlineData("十二", "12")]
    [InlineData("二十", "20")]
    [InlineData("两百零三", "203")]
    [InlineData("一百二", "120")]
    [InlineData("两万五", "25000")]
    [InlineData("一千零五", "1005")]
    [InlineData("一亿二千万", "120000000")]
    [InlineData("二〇二〇", "2020")]
    [InlineData("三点五", "3.5")]
    [InlineData("负三", "-3")]
    [InlineData("twenty-five", "25")]
    [InlineData("Forty", "40")]
    [InlineData("nineteen of them", "19")]
    [InlineData("someone", "")]
    [InlineData("统一安排，一起", "")]
    [InlineData("一亿亿亿亿亿亿亿", "")] // more than anybody means
    [InlineData("12345678901234567890", "")]
    [InlineData("没有", "")]
    public void Numbers_in_digits_and_words(string said, string expected) =>
        Assert.Equal(expected, string.Join(' ', Numbers.Find(said).Select(number => number.Value.ToString("0.######", CultureInfo.InvariantCulture))));
}
