using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Tables with a column for each unit and marks in the rows.</summary>
public sealed class UnitColumnTests
{
    private const string Rows = """
        序号 | 工作任务 | 县发改局 | 县财政局 | 县教育局 | 完成时限 |
        1 | 编制投资计划。 | ★ | ○ | | 2021年6月 |
        2 | 新建两所幼儿园。 | | ○ | ★ | 2021年9月 |
        """;

    [Theory]
    [InlineData("注：★为牵头单位，○为配合单位。")]
    [InlineData("（★表示该项任务的牵头单位，“○”表示配合单位）")]
    [InlineData("牵头单位用“★”标注，配合单位用“○”标注。")]
    public void What_the_notice_says_of_its_marks_tells_who_leads(string legend)
    {
        var notice = Reading.WithBody(legend + "\n" + Rows);

        Assert.Equal(
            ["1 县发改局/Lead 县财政局/Support 编制投资计划。", "2 县教育局/Lead 县财政局/Support 新建两所幼儿园。"],
            notice.Tasks.Select(task => $"{task.Number} {Reading.Units(task)} {task.Text}"));
        Assert.Equal(["2021-06", "2021-09"], notice.Tasks.Select(task => task.Deadline!.Date));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Marks_that_nothing_explains_are_said_to_be_unclear()
    {
        var notice = Reading.WithBody(Rows);

        Assert.Equal(["县发改局/Responsible 县财政局/Responsible", "县财政局/Responsible 县教育局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Equal([(5, NoticeIssue.MarksUnclear)], Reading.Remarks(notice));
    }

    [Fact]
    public void One_kind_of_mark_and_words_need_no_explanation()
    {
        Assert.Empty(Reading.WithBody(Rows.Replace('★', '√').Replace('○', '√')).Warnings);
        var notice = Reading.WithBody(Rows.Replace("★", "牵头", StringComparison.Ordinal).Replace("○", "配合", StringComparison.Ordinal));

        Assert.Equal(["县发改局/Lead 县财政局/Support", "县教育局/Lead 县财政局/Support"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void A_column_that_only_looks_like_a_unit_leaves_the_table_as_it_is()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 县财政局 | 县教育局 |
            1 | 编制投资计划。 | 出资20万元 | 提供场地 |
            """);

        Assert.Empty(notice.Tasks);
        Assert.Contains(notice.Warnings, warning => warning.Issue == NoticeIssue.UnknownColumn);
    }

    [Fact]
    public void A_file_of_comma_separated_values_may_be_such_a_table()
    {
        const string text = "2021年重点任务分解表\n序号,工作任务,市发展改革委,市财政局,市教育局,市科技局\n1,编制年度投资计划。,★,○,,\n2,建设孵化器。,○,,,★\n注：★牵头，○配合,,,,,\n";
        var reading = PlanBot.Importing.NoticeReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "tasks.csv");

        Assert.Equal(["市发展改革委/Lead 市财政局/Support", "市科技局/Lead 市发展改革委/Support"], reading.Notice!.Tasks.Select(Reading.Units));
    }
}
