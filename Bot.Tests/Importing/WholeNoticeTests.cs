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
    [InlineData("qinghe-cells")] // one cell a line
    [InlineData("qinghe-bars")] // one cell a line, a bar behind each
    [InlineData("linhe-spaces")] // cells split by spaces
    [InlineData("yunhe-verbs")] // a parenthesis that ends in a verb
    [InlineData("yunhe-lines")] // units on lines of their own
    [InlineData("yunhe-sentences")] // units in a sentence, numbers within a line
    [InlineData("yunhe-letter")] // its attachment is missing
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

    [Fact]
    public void A_table_without_borders_is_remarked_where_its_cells_may_belong_elsewhere()
    {
        Assert.Equal([(29, NoticeIssue.CellsUnclear)], Reading.Remarks(Reading.Notice(File.ReadAllText(Fixture("qinghe-bars.txt")))));
        Assert.All(Reading.Remarks(Reading.Notice(File.ReadAllText(Fixture("qinghe-cells.txt")))), remark => Assert.Equal(NoticeIssue.YearAdded, remark.Issue));
        Assert.Empty(Reading.Remarks(Reading.Notice(File.ReadAllText(Fixture("linhe-spaces.txt")))));
    }

    [Fact]
    public void A_table_that_ran_together_is_refused() => Assert.Equal(NoticeIssue.GluedTable, Reading.Of(File.ReadAllText(Fixture("linhe-glued.txt"))).Refusal?.Issue);

    [Fact]
    public void A_letter_without_its_attachment_says_how_many_tasks_it_announces() => Assert.Contains(
        new NoticeWarning(2, NoticeIssue.TasksAnnounced, "128项工作任务"), Reading.Notice(File.ReadAllText(Fixture("yunhe-letter.txt"))).Warnings);

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Notices", name);
}
