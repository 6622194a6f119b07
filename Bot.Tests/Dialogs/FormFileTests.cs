using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Importing;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace PlanBot.Tests.Dialogs;

/// <summary>Forms as Word and Excel files: handed out filled in, changed as people change them, sent back.</summary>
public sealed class FormFileTests
{
    private const string Labelled = "进展：甲 问题：乙 成效：丙 下一步：丁";

    [Theory]
    [InlineData("发我一份Word表")]
    [InlineData("填报表格 Word")]
    [InlineData("word form please")]
    [InlineData("给我一张docx的填报表")]
    public async Task A_word_form_goes_out_and_comes_back(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var form = await FileOfAsync(talk, "unit-2", said);
        Assert.EndsWith(".docx", form.Name, StringComparison.Ordinal);

        var filled = FillWord(form.Content, (1, 1, "甲\n甲二"), (1, 2, "无"), (1, 3, "丙"), (1, 4, "丁"), (3, 1, "戊"), (3, 2, "己"), (3, 3, "庚"), (3, 4, "辛"));
        var answer = await SendFileAsync(talk, "unit-2", "随便改的名字.docx", filled);

        Assert.Contains("随便改的名字.docx", answer, StringComparison.Ordinal);
        Assert.Contains("甲\n甲二", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("第二项：", answer, StringComparison.Ordinal);
        await talk.PlayAsync("unit-2: 确认", "共2项|还有1项未报");
        Assert.Equal(["甲\n甲二", "戊"], (await talk.EntriesOfAsync("unit-2")).Select(entry => entry.Sections[1]));
    }

    [Fact]
    public async Task An_excel_form_goes_out_and_comes_back()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var form = await FileOfAsync(talk, "unit-9", "Excel表");
        Assert.EndsWith(".xlsx", form.Name, StringComparison.Ordinal);

        var filled = EditPart(form.Content, "xl/worksheets/sheet1.xml", xml => new[] { "甲", "无", "丙 & <丁>", "戊" }.Select((text, i) => (Cell: $"{(char)('B' + i)}4", Text: text))
            .Aggregate(xml, (now, cell) => System.Text.RegularExpressions.Regex.Replace(
                now, $"""(<(?:x:)?c r="{cell.Cell}"[^>]*>.*?<(?:x:)?t[^>]*?)(?:/>|></(?:x:)?t>)""", match => $"{match.Groups[1].Value}>{System.Security.SecurityElement.Escape(cell.Text)}</{(now.Contains("<x:t", StringComparison.Ordinal) ? "x:" : "")}t>")));
        var answer = await SendFileAsync(talk, "unit-9", "form.xlsx", filled);

        Assert.Contains("工作进展情况：甲", answer, StringComparison.Ordinal);
        Assert.Contains("取得成效：丙 & <丁>", answer, StringComparison.Ordinal);
        await talk.PlayAsync("unit-9: 确认", "已报送");
    }

    [Fact]
    public async Task The_files_are_valid_office_documents_and_hold_what_is_known()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", "第一项：" + Labelled, "确认");

        var word = await FileOfAsync(talk, "unit-2", "Word表");
        using (var document = WordprocessingDocument.Open(new MemoryStream(word.Content), false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
            var table = document.MainDocumentPart!.Document.Body!.Elements<Table>().Single();
            Assert.Equal(4, table.Elements<TableRow>().Count());
            Assert.Contains("甲", table.Elements<TableRow>().ElementAt(1).InnerText, StringComparison.Ordinal);
        }
        var excel = await FileOfAsync(talk, "unit-2", "Excel表");
        using var book = SpreadsheetDocument.Open(new MemoryStream(excel.Content), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => error.Description));
    }

    [Fact]
    public async Task A_form_of_an_older_version_says_so_and_covers_nothing_unseen()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var form = await FileOfAsync(talk, "unit-9", "Word表");
        await talk.SayAllAsync("unit-9", Labelled, "确认");

        var answer = await SendFileAsync(talk, "unit-9", "form.docx", FillWord(form.Content, (1, 1, "新的进展"), (1, 2, "乙"), (1, 3, "丙"), (1, 4, "丁")));

        Assert.Contains("又报过新的版本", answer, StringComparison.Ordinal);
        Assert.Contains("工作进展情况：新的进展（原为：甲）", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_units_form_is_refused_and_an_empty_one_told()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var form = await FileOfAsync(talk, "unit-2", "Word表");
        var filled = FillWord(form.Content, (1, 1, "甲"), (1, 2, "无"), (1, 3, "丙"), (1, 4, "丁"));

        Assert.Contains("不是您单位", await SendFileAsync(talk, "unit-3", "form.docx", filled), StringComparison.Ordinal);
        Assert.Contains("没有找到可报送的内容", await SendFileAsync(talk, "unit-2", "form.docx", form.Content), StringComparison.Ordinal);
        Assert.Empty(await talk.EntriesOfAsync("unit-3"));
    }

    [Fact]
    public async Task A_free_word_document_with_headings_is_a_report_too()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        var document = Word("<w:p><w:r><w:t>市文化和旅游局一季度情况</w:t></w:r></w:p><w:p><w:r><w:t>一、工作进展情况</w:t></w:r></w:p><w:p><w:r><w:t>完成两期培训</w:t></w:r><w:r><w:t>，参训150人。</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>二、存在问题</w:t></w:r></w:p><w:p><w:r><w:t>无</w:t></w:r></w:p><w:p><w:r><w:t>三、取得成效</w:t></w:r></w:p><w:p><w:r><w:t>好</w:t></w:r></w:p><w:p><w:r><w:t>四、下一步工作</w:t></w:r></w:p><w:p><w:r><w:t>推广</w:t></w:r></w:p>");

        Assert.Contains("工作进展情况：完成两期培训，参训150人。", await SendFileAsync(talk, "unit-9", "汇报.docx", document), StringComparison.Ordinal);
        await talk.PlayAsync("unit-9: 确认", "已报送");
    }

    [Fact]
    public async Task Merged_and_split_cells_and_rows_put_in_lose_nothing()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        const string Head = "<w:tr><w:tc><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>进展</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>问题</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>成效</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>下一步</w:t></w:r></w:p></w:tc></w:tr>";
        static string Row(string properties, params string[] cells) => "<w:tr>" + string.Concat(cells.Select((cell, i) => $"<w:tc>{(i == 0 ? properties : "")}<w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>")) + "</w:tr>";
        var document = Word("<w:p><w:r><w:t>请查收</w:t></w:r></w:p><w:tbl>" + Head
            + Row("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>", "第一项", "甲左", "甲右", "无", "丙", "丁") + Row("<w:tcPr><w:vMerge/></w:tcPr>", "", "甲下", "", "", "", "丁下") + "</w:tbl>");

        var answer = await SendFileAsync(talk, "unit-2", "表.docx", document);

        Assert.Contains("工作进展情况：甲左\n甲右\n甲下", answer, StringComparison.Ordinal);
        Assert.Contains("下一步工作：丁\n丁下", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("damaged", "已损坏")]
    [InlineData("old", "旧格式")]
    [InlineData("macro", "含有宏")]
    [InlineData("bomb", "过大")]
    [InlineData("entities", "已损坏")]
    [InlineData("empty", "是空的")]
    public async Task Nasty_files_get_one_clear_sentence(string kind, string sentence)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        var answer = await SendFileAsync(talk, "unit-9", "文件.docx", Nasty(kind));

        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", answer, StringComparison.Ordinal);
        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Fact]
    public void References_to_other_places_are_read_as_nothing()
    {
        var document = Word("<w:p><w:r><w:t>进展：甲</w:t></w:r><w:hyperlink xmlns:r=\"r\" r:id=\"rId9\"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p><w:altChunk xmlns:r=\"r\" r:id=\"rId8\"/>");

        Assert.Equal("进展：甲链接", Assert.IsType<DocumentText.Read>(DocumentReader.Read(document, "a.docx")).Text.Trim());
    }

    internal static async Task<(string Name, byte[] Content)> FileOfAsync(Talk talk, string user, string said)
    {
        var reply = Assert.Single(await talk.SendAsync(user, new Activity { Type = ActivityTypes.Message, Text = said }));
        Assert.True(reply.Attachments?.Count == 1, reply.Text);
        return (reply.Attachments[0].Name, Convert.FromBase64String(reply.Attachments[0].ContentUrl[(reply.Attachments[0].ContentUrl.IndexOf(',', StringComparison.Ordinal) + 1)..]));
    }

    internal static async Task<string> SendFileAsync(Talk talk, string user, string name, byte[] content, string text = "")
    {
        var file = new Attachment { Name = name, ContentType = "application/octet-stream", ContentUrl = $"data:application/octet-stream;base64,{Convert.ToBase64String(content)}" };
        var replies = await talk.SendAsync(user, new Activity { Type = ActivityTypes.Message, Text = text, Attachments = [file], Locale = "zh-CN" });
        return string.Join("\n---\n", replies.Select(reply => reply.Text));
    }

    internal static byte[] Word(string body) => Package(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"));

    internal static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = package.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    private static byte[] Nasty(string kind) => kind switch
    {
        "damaged" => [.. Word("<w:p/>").Take(60)],
        "old" => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
        "macro" => Package(("word/document.xml", "<a/>"), ("word/vbaProject.bin", "x")),
        "bomb" => Word($"<w:p><w:r><w:t>{new string('进', 20_000_000)}</w:t></w:r></w:p>"),
        "entities" => Package(("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")),
        _ => Word("<w:p/>"),
    };

    /// <summary>Types into cells of the form's table, by row and column.</summary>
    private static byte[] FillWord(byte[] form, params (int Row, int Column, string Text)[] cells)
    {
        using var file = new MemoryStream();
        file.Write(form);
        using (var document = WordprocessingDocument.Open(file, true))
        {
            var rows = document.MainDocumentPart!.Document.Body!.Elements<Table>().Single().Elements<TableRow>().ToList();
            foreach (var (row, column, text) in cells)
            {
                var cell = rows[row].Elements<TableCell>().ElementAt(column);
                cell.RemoveAllChildren<Paragraph>();
                foreach (var line in text.Split('\n'))
                    cell.Append(new Paragraph(new Run(new Text(line))));
            }
        }
        return file.ToArray();
    }

    private static byte[] EditPart(byte[] package, string part, Func<string, string> edit)
    {
        using var file = new MemoryStream();
        file.Write(package);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(edit(text));
        }
        return file.ToArray();
    }
}
