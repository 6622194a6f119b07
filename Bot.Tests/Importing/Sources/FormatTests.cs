using System.Text;
using System.Text.Json.Nodes;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing.Sources;

/// <summary>One notice in every format says the same.</summary>
public sealed class FormatTests
{
    private const string Letter = """
        云河县人民政府办公室关于印发2021年重点工作的通知
        云政办〔2021〕9号
        各乡镇人民政府：
        现将重点工作印发给你们。请各责任单位于每季度末月20日前将进展情况、存在问题报县政府督查室。
        云河县人民政府办公室
        2021年3月8日
        （联系人：某甲，电话：0000000）
        """;

    private const string Plain = Letter + """

        序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |
        一、惠民生 | | | | |
        1 | 建成公园3处，补齐设施。 | 县园林中心 | 县财政局、住建局 | 2021年6月底 |
        1 | 改造广场。 | 县园林中心 | 县财政局 | 2021年9月 |
        2 | 新建卫生室。 | 县卫健局 | 各乡镇 | 2021年9月 |
        """;

    private const string Merged = """
        序号|工作任务|>2责任单位|完成时限
        ^|^|牵头单位|配合单位|^
        >5一、惠民生
        1|建成公园3处，补齐设施。|县园林中心|县财政局、住建局|2021年6月底
        ^|改造广场。|^|县财政局|2021年9月
        2|新建卫生室。|县卫健局|各乡镇|^
        """;

    public static TheoryData<string, byte[]> Formats() => new()
    {
        { "docx", Packages.Docx(Packages.Paragraphs(Letter) + Packages.Table(Merged)) },
        {
            "xlsx",
            Packages.Xlsx(
                Letter + "\n序号|工作任务|责任单位||完成时限\n||牵头单位|配合单位|\n一、惠民生\n1|建成公园3处，补齐设施。|县园林中心|县财政局、住建局|2021年6月底\n|改造广场。||县财政局|2021年9月\n2|新建卫生室。|县卫健局|各乡镇|",
                "<mergeCells><mergeCell ref=\"A8:A9\"/><mergeCell ref=\"B8:B9\"/><mergeCell ref=\"C8:D8\"/><mergeCell ref=\"E8:E9\"/><mergeCell ref=\"A10:E10\"/><mergeCell ref=\"A11:A12\"/><mergeCell ref=\"C11:C12\"/><mergeCell ref=\"E12:E13\"/></mergeCells>")
        },
        { "csv", Encoding.UTF8.GetBytes(string.Concat(Letter.Split('\n').Select(line => $"\"{line}\",,,,\r\n")) + "序号,工作任务,牵头单位,配合单位,完成时限\r\n\"一、惠民生\",,,,\r\n1,\"建成公园3处，补齐设施。\",县园林中心,\"县财政局、住建局\",2021年6月底\r\n1,改造广场。,县园林中心,县财政局,2021年9月\r\n2,新建卫生室。,县卫健局,各乡镇,2021年9月\r\n") },
        {
            "html",
            Encoding.UTF8.GetBytes($"""
                <!DOCTYPE html><html><head><title>云河县</title><script>var a = "1. 假任务。（责任单位：县财政局）";</script></head><body>
                <div class="nav"><a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
                <div id="main"><div class="article">{string.Concat(Letter.Split('\n').Select(line => $"<p>&nbsp;&nbsp;{line}</p>\n"))}
                <table><tbody><tr><td rowspan="2">序号</td><td rowspan="2">工作任务</td><td colspan="2">责任单位</td><td rowspan="2">完成时限</td></tr><tr><td>牵头单位</td><td>配合单位</td></tr>
                <tr><td colspan="5"><b>一、惠民生</b></td></tr>
                <tr><td rowspan="2">1</td><td><p>建成公园3处，补齐<span>设施。</span></p></td><td rowspan="2">县园林中心</td><td>县财政局、住建局</td><td>2021年6月底</td></tr>
                <tr><td>改造广场。</td><td>县财政局</td><td rowspan="2">2021年9月</td></tr>
                <tr><td>2</td><td>新建卫生室。</td><td>县卫健局</td><td>各乡镇</td></tr></tbody></table></div></div>
                <div class="footer">版权所有：云河县人民政府 联系人：网站管理员 电话：1111111</div></body></html>
                """)
        },
    };

    [Theory]
    [MemberData(nameof(Formats), DisableDiscoveryEnumeration = true)]
    public void A_notice_says_the_same_in_every_format(string format, byte[] content)
    {
        var expected = Json(Reading.Notice(Plain));

        var reading = NoticeReader.Read(content, $"notice.{format}");

        Assert.True(reading.Notice is not null, reading.Refusal?.Message());
        Assert.Equal(expected, Json(reading.Notice));
    }

    [Theory]
    [MemberData(nameof(Formats), DisableDiscoveryEnumeration = true)]
    public void A_format_is_told_by_its_content(string format, byte[] content)
    {
        var renamed = NoticeReader.Read(content, "notice.txt").Notice;

        Assert.Equal(NoticeJson.Write(NoticeReader.Read(content, $"notice.{format}").Notice!), NoticeJson.Write(renamed!));
    }

    [Theory]
    [InlineData("牵头", "配合")]
    [InlineData("牵头单位", "配合单位")]
    [InlineData("牵 头", "协 办")]
    public void The_second_row_of_a_header_may_hold_half_a_name(string lead, string support)
    {
        var content = Packages.Docx(Packages.Table($"序号|工作任务|>2责任单位|完成时限\n^|^|{lead}|{support}|^\n1|建成公园3处。|县园林中心|县财政局|2021年6月底"));

        var notice = NoticeReader.Read(content, "notice.docx").Notice!;

        Assert.Equal("县园林中心/Lead 县财政局/Support", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.DoesNotContain(notice.Warnings, warning => warning.Issue is NoticeIssue.NotPlaced or NoticeIssue.UnknownColumn);
    }

    /// <summary>Without lines, which each format counts its own way.</summary>
    private static string Json(Notice notice)
    {
        var json = JsonNode.Parse(NoticeJson.Write(notice))!.AsObject();
        json.Remove("warnings");
        foreach (var task in json["tasks"]!.AsArray())
            task!.AsObject().Remove("line");
        return json.ToJsonString(new(System.Text.Json.JsonSerializerOptions.Default) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
