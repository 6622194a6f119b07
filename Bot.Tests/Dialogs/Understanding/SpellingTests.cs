using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("誰逾期了", "谁逾期了")]
    [InlineData("ＷＨＯ　ＩＳ　ＯＶＥＲＤＵＥ？", "who is overdue?")]
    [InlineData("谁\u200b逾\ufeff期了", "谁逾期了")]
    [InlineData("谁\u0000逾期\u0007了", "谁逾期了")]
    [InlineData("谁 逾 期 了 ？？？", "谁逾期了?")]
    [InlineData("顯著成效", "显著成效")] // 著 is a simplified character too
    [InlineData("who is overdeu", "who is overdue")]
    [InlineData("the deadlne", "the deadline")]
    [InlineData("submited", "submitted")]
    [InlineData("the date", "the date")] // a short word is never put right
    [InlineData("谁愈期了", "谁逾期了")]
    public void Plain(string typed, string expected) => Assert.Equal(expected, Spelling.Plain(typed));

    [Fact]
    public void Folding_never_moves_a_place_in_the_text()
    {
        const string typed = "Ａ臺灣\ud83d 😀\u200b。\r\n問題：無";

        Assert.Equal(typed.Length, Spelling.Fold(typed).Length);
    }

    [Theory]
    [InlineData("一百二十三", 123)]
    [InlineData("一百零五", 105)]
    [InlineData("一百二", 120)]
    [InlineData("廿三", 23)]
    [InlineData("卅", 30)]
    [InlineData("两", 2)]
    [InlineData("twelfth", 12)]
    [InlineData("百", null)]
    [InlineData("十十", null)]
    public void Numerals(string word, int? expected) => Assert.Equal(expected, Numbers.Parse(word));
}
