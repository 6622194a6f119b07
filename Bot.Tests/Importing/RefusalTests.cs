using System.Text;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class RefusalTests
{
    private const string Text = "云河县关于印发2021年要点的通知\r\n各单位：\r\n2021年3月8日\r\n1．改造管网。（责任单位：县水务局）\r\n";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16 little endian with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 big endian with a mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16 little endian", Encoding.Unicode.GetBytes(Text) },
        { "UTF-16 big endian", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "GB18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void Usual_encodings_are_read(string name, byte[] content)
    {
        var notice = NoticeReader.Read(content, "notice.txt").Notice;

        Assert.True(notice is not null, name);
        Assert.Equal(("云河县关于印发2021年要点的通知", "改造管网。", 4), (notice.Plan.Title, notice.Tasks[0].Text, notice.Tasks[0].Line));
    }

    public static TheoryData<string, byte[], NoticeIssue, int?> Refused() => new()
    {
        { "empty.txt", [], NoticeIssue.EmptyFile, null },
        { "blank.txt", Encoding.UTF8.GetBytes(" \r\n\u3000\r\n"), NoticeIssue.EmptyFile, null },
        { "mark.txt", [.. Encoding.UTF8.Preamble], NoticeIssue.EmptyFile, null },
        { "large.txt", new byte[ImportLimits.LargestText + 1], NoticeIssue.TooLarge, null },
        { "old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], NoticeIssue.BinaryWord, null },
        { "renamed.txt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], NoticeIssue.BinaryWord, null },
        { "notice.pdf", "%PDF-1.7"u8.ToArray(), NoticeIssue.UnknownFormat, null },
        { "notice.rtf", @"{\rtf1}"u8.ToArray(), NoticeIssue.UnknownFormat, null },
        { "photo.txt", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70, 0, 1], NoticeIssue.Picture, null },
        { "scan.docx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], NoticeIssue.Picture, null },
        { "notice.docx", [0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0], NoticeIssue.Archive, null },
        { "damaged.txt", [.. Encoding.UTF8.GetBytes(Text), 0xE4, 0xB8, (byte)'\n'], NoticeIssue.UnreadableText, 5 },
        { "control.txt", [.. Encoding.UTF8.GetBytes(Text), 1], NoticeIssue.UnreadableText, 5 },
        { "poem.txt", Encoding.UTF8.GetBytes("春眠不觉晓\n处处闻啼鸟\n"), NoticeIssue.NotANotice, null },
        { "list.txt", Encoding.UTF8.GetBytes("1. milk\n2. bread\na | b | c |\n"), NoticeIssue.NotANotice, null },
        { "glued.txt", Encoding.UTF8.GetBytes("关于印发要点的通知\n序号项目名称牵头单位配合单位1云河大桥县交通局县财政局2"), NoticeIssue.GluedTable, 2 },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_file_that_cannot_be_read_is_refused_with_its_reason(string name, byte[] content, NoticeIssue issue, int? line)
    {
        var reading = NoticeReader.Read(content, name);

        Assert.Null(reading.Notice);
        Assert.Equal((issue, line), (reading.Refusal!.Issue, reading.Refusal.Line));
        Assert.All([Language.Chinese, Language.English], language => Assert.NotEmpty(reading.Refusal.Message(language)));
    }

    [Fact]
    public void The_largest_file_is_still_read()
    {
        var content = new byte[ImportLimits.LargestText];
        Array.Fill(content, (byte)'\n');
        Encoding.UTF8.GetBytes(Text).CopyTo(content, 0);

        Assert.NotNull(NoticeReader.Read(content, "notice.txt").Notice);
    }

    [Fact]
    public void A_notice_without_its_attachment_keeps_plan_rule_and_contact()
    {
        var notice = Reading.Notice("""
            云河县关于印发2021年要点的通知
            各单位：
            现将要点印发给你们，每季度末将进展情况报县商务局。
            附件：2021年要点任务分解表
            2021年3月8日
            （联系人：某甲，电话：00000000）
            """);

        Assert.Empty(notice.Tasks);
        Assert.NotNull(notice.Plan.Reporting);
        Assert.NotNull(notice.Plan.Contact);
        Assert.Equal([(4, NoticeIssue.TasksMissing)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("序号|\n工作任务|\n责任单位|\n完成时限|\n建成公园|\n县园林中心|\n6月|")] // no number to begin a row
    [InlineData("工作任务\n责任单位\n完成时限\n建成公园\n县园林中心\n6月")]
    [InlineData("序号 工作任务 责任单位\n建成公园 县园林中心")]
    public void A_table_whose_rows_cannot_be_told_apart_is_named_and_not_guessed_at(string table)
    {
        var notice = Reading.WithBody(table);

        Assert.Empty(notice.Tasks);
        Assert.Equal([(1, NoticeIssue.TasksMissing), (4, NoticeIssue.LayoutNotRead)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("附件\n重大项目责任分解表序号项目名称主要内容分管领导牵头单位配合单位1体育公园完成土方。区体育局", NoticeIssue.GluedTable, 5)]
    [InlineData("序号 | 工作任务 | 责任单位 |\n一、惠民生 | | |\n | | |", NoticeIssue.EmptiedTable, 4)]
    [InlineData("序号 | 工作任务 | 责任单位 |\n1 | | |\n2 | | |", NoticeIssue.EmptiedTable, 4)]
    [InlineData("序号\n工作任务\n责任单位\n一、惠民生", NoticeIssue.EmptiedTable, 4)]
    [InlineData("序号\t工作任务\t责任单位\n\t\t", NoticeIssue.EmptiedTable, 4)]
    public void A_table_that_lost_its_borders_or_its_contents_is_refused(string table, NoticeIssue issue, int line)
    {
        var reading = Reading.Of($"云河县关于印发要点的通知\n各单位：\n2021年3月8日\n{table}");

        Assert.Equal((issue, line), (reading.Refusal?.Issue, reading.Refusal?.Line ?? 0));
    }

    [Fact]
    public void An_empty_form_for_progress_is_no_emptied_task_table()
    {
        var notice = Reading.WithBody("附件\n序号 | 工作任务 | 责任单位 | 进展情况 |\n | | | |");

        Assert.Contains((4, NoticeIssue.TasksMissing), Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("请落实方案确定的146项工作任务。", "146项工作任务")]
    [InlineData("方案共10大类40项。", null)] // says nothing of tasks
    [InlineData("2021年10件民生实事已经确定。", "10件民生实事")]
    public void Without_its_tasks_a_notice_still_says_how_many_it_announces(string letter, string? announced)
    {
        var notice = Reading.WithBody(letter);

        Assert.Equal(announced, notice.Warnings.SingleOrDefault(warning => warning.Issue == NoticeIssue.TasksAnnounced)?.Subject);
    }

    [Fact]
    public void A_letter_that_lost_its_title_is_a_notice()
    {
        var notice = Reading.Notice("各镇人民政府，县政府各部门：\n现将《2025年目标任务分解方案》印发给你们，请贯彻执行。\n2025年1月20日");

        Assert.Equal([NoticeIssue.TasksMissing, NoticeIssue.TitleFromLetter], notice.Warnings.Select(warning => warning.Issue));
    }

    [Fact]
    public void Every_issue_has_words_in_both_languages() =>
        Assert.All(Enum.GetValues<NoticeIssue>(), issue =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*。$", NoticeTexts.For(issue, "甲", "乙", Language.Chinese));
            Assert.Matches(@"^[\x00-\x7F甲乙等]+\.$", NoticeTexts.For(issue, "甲", "乙", Language.English));
        });
}
