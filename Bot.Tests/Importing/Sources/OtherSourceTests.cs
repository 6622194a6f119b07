using System.Text;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing.Sources;

/// <summary>Workbooks, comma-separated text and saved pages.</summary>
public sealed class OtherSourceTests
{
    private const string Header = "<row><c t=\"inlineStr\"><is><t>序号</t></is></c><c t=\"inlineStr\"><is><t>工作任务</t></is></c><c t=\"inlineStr\"><is><t>责任单位</t></is></c><c t=\"inlineStr\"><is><t>完成时限</t></is></c></row>";

    [Fact]
    public void Visible_sheets_are_read_in_their_order()
    {
        var sheet = (string name, string state, string task) => (name, state, Packages.Rows($"云河县2021年任务清单\n单位：个\n序号|工作任务|责任单位\n1|{task}|县水务局"), "");
        var content = Packages.Xlsx([sheet("一", "visible", "改造管网。"), sheet("藏", "hidden", "旧任务。"), sheet("更藏", "veryHidden", "更旧任务。"), sheet("二", "visible", "新建泵站。")]);

        var notice = NoticeReader.Read(content, "notice.xlsx").Notice!;

        Assert.Equal(["1 改造管网。", "1 新建泵站。"], notice.Tasks.Select(task => $"{task.Number} {task.Text}"));
        Assert.Equal("云河县2021年任务清单", notice.Plan.Title);
    }

    [Theory]
    [InlineData("<c s=\"1\"><v>44377</v></c>", "2021年6月30日", "2021-06-30")] // a format that every program knows
    [InlineData("<c s=\"2\"><v>44377</v></c>", "2021年6月", "2021-06")] // yyyy"年"m"月"
    [InlineData("<c s=\"0\"><v>2021</v></c>", "2021", null)]
    [InlineData("<c t=\"str\"><f>TEXT(A1,\"m\")</f><v>2021年6月底</v></c>", "2021年6月底", "2021-06-30")] // a formula by its stored value
    [InlineData("<c t=\"s\"><v>0</v></c>", "2021年9月", "2021-09")] // in pieces, with phonetic hints
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", null, null)]
    public void Cells_say_what_they_show(string cell, string? raw, string? date)
    {
        const string styles = "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/><xf numFmtId=\"176\"/></cellXfs>";
        const string shared = "<si><r><t>2021年</t></r><r><t>9月</t></r><rPh><t>yue</t></rPh></si>";
        var row = $"<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>改造管网。</t></is></c><c t=\"inlineStr\"><is><t>县水务局</t></is></c>{cell}</row>";

        var task = Assert.Single(NoticeReader.Read(Packages.Xlsx([("任务", "visible", Header + row, "")], shared, styles), "notice.xlsx").Notice!.Tasks);

        Assert.Equal((raw, date), (task.Deadline?.Raw, task.Deadline?.Date));
    }

    [Theory]
    [InlineData("序号,工作任务,责任单位\n1,改造管网。,县水务局")]
    [InlineData("\uFEFF序号;工作任务;责任单位\r\n1;\"改造管网。\";\"县水务局\"\r\n")]
    [InlineData("云河县2021年任务清单,,\n序号,工作任务,责任单位\n,,\n1,改造管网。,县水务局\n,,\n")]
    public void Separated_values_are_known_by_their_header(string csv)
    {
        var task = Assert.Single(NoticeReader.Read(Encoding.UTF8.GetBytes(csv), "notice.dat").Notice!.Tasks);

        Assert.Equal(("1", "改造管网。", "县水务局"), (task.Number, task.Text, task.Units[0].Name));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_refused() =>
        Assert.Equal(NoticeIssue.UnreadableText, NoticeReader.Read("序号,工作任务,责任单位\n1,\"改造管网。,县水务局\n"u8.ToArray(), "notice.csv").Refusal?.Issue);

    [Theory]
    [InlineData("<div class=\"bread-crumb nav\">首页 > 公开</div><div id=\"share\">分享到：微信</div>")]
    [InlineData("<ul><li><a>2020年任务分解的通知</a></li><li><a>1. 旧任务。（责任单位：县财政局）</a></li></ul>")]
    [InlineData("<div style=\"display: none\">1. 隐藏任务。（责任单位：县财政局）</div><p hidden>2. 隐藏任务。（责任单位：县财政局）</p>")]
    [InlineData("<!-- 1. 注释任务。（责任单位：县财政局） --><style>p { }</style><noscript>3. 任务。（责任单位：县财政局）</noscript>")]
    public void The_frame_of_a_page_is_dropped(string frame)
    {
        var words = string.Concat(Enumerable.Repeat("<p>各单位要提高认识，按照任务分工抓好落实，确保各项目标如期完成。</p>", 6));
        var page = $"<html><head><title>关于印发2021年要点的通知_云河县人民政府</title></head><body>{frame}<table><tr><td><div class='text'>{words}<p>1. 改造管网。（责任单位：<b>县水</b><span>务局</span>）</p>云河县人民政府<br>2021年3月8日</div></td></tr></table>{frame}</body></html>";

        var notice = NoticeReader.Read(Encoding.UTF8.GetBytes(page), "notice.html").Notice!;

        Assert.Equal("县水务局", Assert.Single(Assert.Single(notice.Tasks).Units).Name);
        Assert.Equal(("关于印发2021年要点的通知", "云河县人民政府", "2021-03-08"), (notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn));
    }

    [Fact]
    public void A_page_in_a_Chinese_encoding_is_read()
    {
        var page = "<html><head><meta charset=\"gb2312\"></head><body><h1>云河县关于印发2021年要点的通知</h1><p>1. 改造管网。（责任单位：县水务局）</p></body></html>";

        Assert.Equal("改造管网。", NoticeReader.Read(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(page), "notice.html").Notice!.Tasks[0].Text);
    }
}
