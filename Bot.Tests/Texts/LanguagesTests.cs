using PlanBot.Texts;

namespace PlanBot.Tests.Texts;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("谁逾期了", Language.Chinese)]
    [InlineData("Q1还有谁没报", Language.Chinese)]
    [InlineData("完成5G SOC芯片研发，AI平台上线", Language.Chinese)]
    [InlineData("who is overdue?", Language.English)]
    [InlineData("has 市教委 reported", Language.English)] // a unit's name is never translated
    [InlineData("show 市工业和信息化局 report please", Language.English)]
    [InlineData("ok", null)]
    [InlineData("2", null)]
    [InlineData("", null)]
    public void The_language_of_a_message_is_that_of_its_words(string text, Language? expected) => Assert.Equal(expected, Languages.Of(text));
}
