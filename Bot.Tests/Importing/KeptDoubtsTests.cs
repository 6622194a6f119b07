using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class KeptDoubtsTests
{
    [Theory]
    [InlineData(1, NoticeIssue.EmptyFile)]
    [InlineData(51, NoticeIssue.SectionsUnclear)]
    [InlineData(60, NoticeIssue.NobodyReports)]
    public void A_draft_of_an_earlier_version_keeps_its_doubts(int number, NoticeIssue issue) => Assert.Equal(number, (int)issue);
}
