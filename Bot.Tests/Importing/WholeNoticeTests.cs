using System.Text.Json;
using System.Text.Json.Nodes;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Invented notices with the habits and traps of real ones, each beside the JSON that a careful reader would write.</summary>
public sealed class WholeNoticeTests
{
    [Theory]
    [InlineData("linhe-table")]
    [InlineData("yunhe-prose")]
    public void A_whole_notice_gives_its_json(string name)
    {
        var notice = Reading.Notice(File.ReadAllText(Fixture($"{name}.txt")));

        var written = JsonNode.Parse(NoticeJson.Write(notice))!.AsObject();
        written.Remove("warnings");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(Fixture($"{name}.json"))), written), written.ToJsonString(new JsonSerializerOptions(JsonSerializerOptions.Default)));
    }

    [Fact]
    public void A_table_is_remarked_where_something_was_filled_in() => Assert.Equal(
        [
            (7, NoticeIssue.OneOffReport), (17, NoticeIssue.LevelAdded), (18, NoticeIssue.YearAdded), (21, NoticeIssue.OpenList), (21, NoticeIssue.LevelAdded),
            (22, NoticeIssue.LevelAdded), (24, NoticeIssue.LevelAdded), (24, NoticeIssue.YearAdded),
        ],
        Reading.Remarks(Reading.Notice(File.ReadAllText(Fixture("linhe-table.txt")))));

    [Fact]
    public void Prose_is_remarked_where_something_was_filled_in() =>
        Assert.Equal([(22, NoticeIssue.LevelAdded), (28, NoticeIssue.OpenList)], Reading.Remarks(Reading.Notice(File.ReadAllText(Fixture("yunhe-prose.txt")))));

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Notices", name);
}
