using System.Net;
using System.Net.Sockets;
using System.Text;
using PlanBot.Importing;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing.Sources;

/// <summary>Files that were made, or damaged, so that they cannot be read: refused with the reason, in bounded memory.</summary>
public sealed class HostileFileTests
{
    private const string Xml = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>";

    public static TheoryData<string, byte[], NoticeIssue> Hostile() => new()
    {
        { "bomb", Packages.Zip(("word/document.xml", Xml + new string(' ', 40_000_000))), NoticeIssue.Unpacked },
        { "many parts", Packages.Zip([.. Enumerable.Range(0, ImportLimits.MostParts + 1).Select(i => ($"word/{i}.xml", ""))]), NoticeIssue.Unpacked },
        { "macros", Packages.Zip(("word/document.xml", Xml), ("word/vbaProject.bin", "x")), NoticeIssue.Macros },
        { "laughs", Packages.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" + Xml + "&b;</w:t></w:r></w:p></w:body></w:document>")), NoticeIssue.UnreadableText },
        { "outside entity", Packages.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Xml + "&a;</w:t></w:r></w:p></w:body></w:document>")), NoticeIssue.UnreadableText },
        { "no end", Packages.Zip(("word/document.xml", Xml)), NoticeIssue.UnreadableText },
        { "nested elements", Packages.Docx(string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000))), NoticeIssue.UnreadableText },
        { "nested tables", Packages.Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000))), NoticeIssue.UnreadableText },
        { "nested tables of a page", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)) + "任务"), NoticeIssue.UnreadableText },
        { "nested page", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "任务"), NoticeIssue.UnreadableText },
        { "no parts", Packages.Zip(("readme.txt", "任务")), NoticeIssue.Archive },
        { "empty document", Packages.Docx(""), NoticeIssue.EmptyFile },
        { "no sheets", Packages.Xlsx([]), NoticeIssue.EmptyFile },
        { "half a package", [(byte)'P', (byte)'K', 3, 4, 0, 0], NoticeIssue.UnreadableText },
        { "encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")], NoticeIssue.Encrypted },
        { "too many rows", Packages.Xlsx([("表", "visible", string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", ImportLimits.MostRows + 2)), "")]), NoticeIssue.TooManyRows },
    };

    // One by one only when they run: listing the tests would write out millions of bytes each time.
    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_hostile_file_is_refused_with_its_reason(string name, byte[] content, NoticeIssue issue)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = NoticeReader.Read(content, name);

        Assert.Equal(issue, reading.Refusal?.Issue);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
    }

    /// <summary>Pictures, frames, templates and entities that lie elsewhere: nothing is asked for, whatever asks.</summary>
    [Fact]
    public void Nothing_that_a_file_links_to_is_fetched()
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var address = $"http://{elsewhere.LocalEndpoint}/x";
        var task = "1. 改造管网。（责任单位：县水务局）";
        byte[][] files =
        [
            Packages.Zip(
                ("word/document.xml", Xml + $"</w:t></w:r></w:p><w:p><w:hyperlink r:id=\"a\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:r><w:t>{task}</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"),
                ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>")),
            Encoding.UTF8.GetBytes($"<html><head><link rel=stylesheet href='{address}'><script src='{address}'></script></head><body><iframe src='{address}'></iframe><img src='{address}'><p><a href='{address}'>{task}</a></p></body></html>"),
        ];

        foreach (var file in files)
            Assert.Equal("改造管网。", Assert.Single(NoticeReader.Read(file, "notice").Notice!.Tasks).Text);
        Assert.False(elsewhere.Pending());
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_read_or_refused()
    {
        var body = string.Concat(Enumerable.Range(1, 60).Select(i => Packages.Paragraph($"{i}. 第{i}项任务。（责任单位：县水务局）")));
        foreach (var whole in (byte[][])[Packages.Docx(Packages.Paragraphs("云河县关于印发要点的通知") + body), Packages.Xlsx("序号|工作任务|责任单位\n1|改造。|县水务局")])
            for (var part = 0; part < 20; part++)
                Assert.NotNull(NoticeReader.Read(whole[..(whole.Length * part / 20)], "notice.docx").Refusal);
    }

    /// <summary>Merged over a million rows, a thousand times over.</summary>
    [Fact]
    public void Merged_ranges_cost_no_more_than_the_rows_there_are()
    {
        var content = Packages.Xlsx("序号|工作任务|责任单位\n1|改造管网。|县水务局", $"<mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"D1:XFD1048576\"/>", 1000))}</mergeCells>");

        Assert.Equal("改造管网。", Assert.Single(NoticeReader.Read(content, "notice.xlsx").Notice!.Tasks).Text);
    }

    [Fact]
    public async Task A_file_of_200_MB_is_not_read_to_its_end()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "large.txt");
        await using (var file = File.Create(path))
            file.SetLength(200 * 1024 * 1024);

        var content = await NoticeFile.ReadAsync(path, CancellationToken.None);

        Assert.InRange(content!.Length, ImportLimits.LargestFile + 1, ImportLimits.LargestFile + (1 << 20));
        Assert.Equal(NoticeIssue.TooLarge, NoticeReader.Read(content, "large.txt").Refusal?.Issue);
    }
}
