using PlanBot.Importing;

namespace PlanBot.Tests.Importing.Sources;

/// <summary>What Word keeps apart from the text, or beside it.</summary>
public sealed class DocxSourceTests
{
    private const string Head = "云河县关于印发2021年要点的通知\n各单位：\n2021年3月8日";

    [Theory]
    [InlineData("1|建成公园。|县园林中心\n^|^|县住建局", "1 建成公园。 县园林中心 县住建局")] // one task, a unit a row
    [InlineData("1|建成公园。|县园林中心\n^|扩建广场。|^", "1 建成公园。 县园林中心|1 扩建广场。 县园林中心")]
    [InlineData("1|建成公园。|县园林中心\n2|扩建广场。|^", "1 建成公园。 县园林中心|2 扩建广场。 县园林中心")]
    [InlineData("1|建成公园。|县园林中心/县住建局", "1 建成公园。 县园林中心 县住建局")] // paragraphs in a cell
    [InlineData(">3（一）惠民生\n1|建成公园。|县园林中心\n>3注：时限为年底。", "1 建成公园。 县园林中心")]
    [InlineData("1|建成公园。|县园林中心\n序号|工作任务|责任单位\n2|扩建广场。|县住建局", "1 建成公园。 县园林中心|2 扩建广场。 县住建局")]
    public void Merged_cells_say_what_their_first_says(string rows, string expected) =>
        Assert.Equal(expected.Split('|'), Tasks(Packages.Table("序号|工作任务|责任单位\n" + rows)));

    [Fact]
    public void Labels_that_Word_counts_are_read()
    {
        var body = Numbered("民生", 0, 1) + Numbered("改造管网。（责任单位：县水务局）", 1, 1) + Numbered("新建泵站。（责任单位：县住建局）", 1, 1)
            + Numbered("产业", 0, 1) + Numbered("培育企业。（责任单位：县工信局）", 1, 1) + Numbered("开拓市场。（责任单位：县商务局）", 2, 1) + Numbered("另起。（责任单位：县审计局）", 1, 2)
            + Numbered("不编号。（责任单位：县税务局）", 0, 0) + Packages.Paragraph("按样式编号。（责任单位：县财政局）", "<w:pStyle w:val=\"a5\"/>");

        Assert.Equal(
            ["（一） 改造管网。 县水务局", "（二） 新建泵站。 县住建局", "（一） 培育企业。 县工信局", "（一）1 开拓市场。 县商务局", "（一） 另起。 县审计局", "（一） 不编号。 县税务局", "（二） 按样式编号。 县财政局"],
            Tasks(body));
    }

    [Fact]
    public void A_number_column_that_Word_counts_is_read()
    {
        var row = (string text, string unit) => $"<w:tr><w:tc>{Numbered("", 2, 1)}</w:tc><w:tc>{Packages.Paragraph(text)}</w:tc><w:tc>{Packages.Paragraph(unit)}</w:tc></w:tr>";
        var header = Packages.Table("序号|工作任务|责任单位");

        Assert.Equal(["1 建成公园。 县园林中心", "2 扩建广场。 县住建局"], Tasks(header.Replace("</w:tbl>", $"{row("建成公园。", "县园林中心")}{row("扩建广场。", "县住建局")}</w:tbl>", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tracked_changes_count_as_accepted()
    {
        const string body = "<w:p><w:r><w:t>1. 改造</w:t></w:r><w:del><w:r><w:delText>路面</w:delText></w:r></w:del><w:ins><w:r><w:t>管网</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>沟渠</w:t></w:r></w:moveFrom><w:r><w:t>。（责任单位：县水务局）</w:t></w:r></w:p>";
        var table = Packages.Table("序号|工作任务|责任单位\n1|建成公园。|县园林中心");
        var deleted = table.Insert(table.LastIndexOf("<w:tr>", StringComparison.Ordinal) + "<w:tr>".Length, "<w:trPr><w:del/></w:trPr>");

        Assert.Equal(["1 改造管网。 县水务局"], Tasks(body + deleted));
    }

    [Fact]
    public void Text_boxes_are_read_once()
    {
        var box = $"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{Packages.Paragraph("1. 改造管网。（责任单位：县水务局）")}</w:txbxContent></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><w:txbxContent>{Packages.Paragraph("1. 改造管网。（责任单位：县水务局）")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

        Assert.Equal(["1 改造管网。 县水务局"], Tasks(box));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_task_table_may_stand_within_tables_that_lay_out_the_page(int depth)
    {
        var table = Enumerable.Range(1, depth - 1).Aggregate(Packages.Table("序号|工作任务|责任单位\n1|建成公园。|县园林中心"), (inner, _) => $"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>");

        Assert.Equal(["1 建成公园。 县园林中心"], Tasks(table));
    }

    [Fact]
    public void A_table_that_is_none_of_tasks_is_read_as_lines()
    {
        var notice = Read(Packages.Table("发文机关|云河县人民政府办公室\n1. 改造管网。（责任单位：县水务局）|") + Packages.Paragraph("联系人：某甲"));

        Assert.Equal("县水务局", Assert.Single(Assert.Single(notice.Tasks).Units).Name);
        Assert.Equal("某甲", notice.Plan.Contact?.Person);
    }

    [Fact]
    public void Lines_are_counted_by_paragraphs_line_breaks_and_rows()
    {
        var notice = Read("<w:p><w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t></w:r></w:p>" + Packages.Table("序号|工作任务|责任单位\n1|建成公园。|县园林中心") + Packages.Paragraph("2. 改造管网。（责任单位：县水务局）"));

        Assert.Equal([7, 8], notice.Tasks.Select(task => task.Line));
    }

    private static string Numbered(string text, int level, int number) => Packages.Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");

    private static Notice Read(string body)
    {
        const string levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>";
        const string numbering = $"<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
        const string styles = "<w:style w:styleId=\"a4\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"a5\"><w:basedOn w:val=\"a4\"/></w:style>";
        var reading = NoticeReader.Read(Packages.Docx(Packages.Paragraphs(Head) + body, numbering, styles), "notice.docx");
        Assert.True(reading.Notice is not null, reading.Refusal?.Message());
        return reading.Notice;
    }

    private static IEnumerable<string> Tasks(string body) => Read(body).Tasks.Select(task => $"{task.Number} {task.Text} {string.Join(' ', task.Units.Select(unit => unit.Name))}");
}
