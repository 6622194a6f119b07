using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Sentences that no rule was written for, understood by examples that are like them.</summary>
public sealed class ExampleTests
{
    private static readonly Unit[] Units = [new() { Id = Guid.CreateVersion7(), Name = "市教委", Kind = UnitKind.Unit }, new() { Id = Guid.CreateVersion7(), Name = "市金融局", Kind = UnitKind.Unit }];

    [Theory]
    [InlineData("昨天系统里都做过哪些操作呀", Intent.Audit)]
    [InlineData("把全部的报送打包成一个文件", Intent.Export)]
    [InlineData("有份新来的通知要录进来", Intent.ImportNotice)]
    [InlineData("谁家的材料还没到啊", Intent.WhoMissing)]
    public void A_sentence_means_what_the_likest_examples_mean(string said, Intent expected)
    {
        var understood = Understand.Utterance(said, Units);

        Assert.Equal(expected, understood.Intent);
        Assert.True(understood.IsByExample);
        Assert.InRange(understood.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData("谁逾期了", Intent.WhoOverdue)]
    [InlineData("给教委延三天", Intent.Extend)]
    [InlineData("no, Q2", Intent.Fragment)]
    public void A_sure_rule_decides_by_itself(string said, Intent expected)
    {
        var understood = Understand.Utterance(said, Units);

        Assert.Equal(expected, understood.Intent);
        Assert.False(understood.IsByExample);
    }

    [Theory]
    [InlineData("嗯？")]
    [InlineData("风吹过山那边的云")]
    public void What_is_like_nothing_stays_open(string said) => Assert.False(Understand.Utterance(said, Units).IsSure(0.35));

    [Theory]
    [InlineData("取消了线下会议，改为线上推进", true)]
    [InlineData("取消", false)]
    public void A_text_may_be_like_a_report(string said, bool isLike) => Assert.Equal(isLike, Understand.Utterance(said, Units).LikeReport > 0.4);
}
