using PlanBot.Domain;

namespace PlanBot.Tests.Domain;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("进\u0000展", "进展")]
    [InlineData("进展😀\n问题\t无", "进展😀\n问题\t无")]
    public void What_is_kept_holds_no_half_characters_and_no_controls(string typed, string expected) => Assert.Equal(expected, StorableText.Clean(typed));

    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("进展：完成", StorableText.Clean("进展\ud83d：完成\udc00"));
}
