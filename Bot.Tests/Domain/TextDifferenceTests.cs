using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Tests.Domain;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("服务企业26家，签约3项", "服务企业28家，签约3项", "服务企业〔删：26〕〔增：28〕家，签约3项")]
    [InlineData("资金尚未到位", "资金已经到位", "资金〔删：尚未〕〔增：已经〕到位")]
    [InlineData("完成选址", "完成选址和招标", "完成选址〔增：和招标〕")]
    [InlineData("完成选址和招标", "完成选址", "完成选址〔删：和招标〕")]
    [InlineData("无", "资金不足", "删：无；增：资金不足")] // nothing in common: one after the other
    [InlineData("投资1.5亿元，进度过半", "投资2.5亿元，进度过半", "投资〔删：1.5〕〔增：2.5〕亿元，进度过半")]
    [InlineData("完成👍🏽评审工作并归档", "完成👍评审工作并归档", "完成👍〔删：🏽〕评审工作并归档")]
    public void A_change_is_shown_where_it_is(string before, string after, string shown) => Assert.Equal(shown, DifferenceTexts.Change(before, after, Language.Chinese));

    [Theory]
    [InlineData("two courses were held for 120 teachers", "two courses were held for 130 teachers", "two courses were held for 〔removed: 120〕〔added: 130〕 teachers")]
    public void In_English(string before, string after, string shown) => Assert.EndsWith(shown[^40..], DifferenceTexts.Change(before, after, Language.English), StringComparison.Ordinal);

    [Fact]
    public void Far_from_a_change_a_long_text_is_left_out()
    {
        var (head, tail) = (new string('甲', 500), new string('乙', 500));

        Assert.Equal($"……{new string('甲', 12)}〔删：26〕〔增：28〕{new string('乙', 12)}……", DifferenceTexts.Change($"{head}26{tail}", $"{head}28{tail}", Language.Chinese));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("甲", "")]
    [InlineData("", "乙")]
    [InlineData("服务企业26家，签约3项，节约经费5.5万元。", "已服务企业28家；签约2项，节约5万元！")]
    [InlineData("a b c d e f g", "g f e d c b a")]
    public void The_pieces_give_both_texts(string before, string after)
    {
        var pieces = TextDifference.Between(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)));
    }

    [Fact]
    public void Two_texts_of_twenty_thousand_characters_are_compared()
    {
        var before = string.Concat(Enumerable.Range(0, 4000).Select(i => $"第{i}期，"));
        var after = before.Replace("3", "三", StringComparison.Ordinal);

        var pieces = TextDifference.Between(before[..20_000], after[..20_000]);

        Assert.Equal(after[..20_000], string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)));
    }
}
