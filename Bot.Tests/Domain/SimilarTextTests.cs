using PlanBot.Domain;

namespace PlanBot.Tests.Domain;

public sealed class SimilarTextTests
{
    [Theory]
    [InlineData("师资不足，招聘困难", "师资仍然不足，招聘困难。", true)]
    [InlineData("资金缺口500万元", "资金缺口500万元尚未落实", true)] // one holds the other
    [InlineData("资金", "资金缺口500万元", false)] // a word alone says too little
    [InlineData("资金", "资金。", true)]
    [InlineData("住房配套滞后", "房源不足", false)]
    [InlineData("", "师资不足", false)]
    [InlineData("！！", "。", false)] // nothing is said at all
    [InlineData("Funding is short", "funding is still short", true)]
    public void Two_texts_say_the_same(string one, string other, bool expected)
    {
        Assert.Equal(expected, SimilarText.Says(one, other));
        Assert.Equal(expected, SimilarText.Says(other, one));
    }
}
