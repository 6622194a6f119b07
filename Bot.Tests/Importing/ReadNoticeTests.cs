using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PlanBot.Importing;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;
using PlanBot.Tests.Importing.Sources;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Files that another program must convert, with scripts in its place, and PDF with the real one.</summary>
public sealed class ReadNoticeTests : IDisposable
{
    private const string Text = "云河县人民政府办公室关于印发2021年重点工作的通知\n各有关单位：\n2021年3月8日\n1.改造管网。（责任单位：县水务局、住建局）\n2.新建学校。（责任单位：县教育局）";

    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100], .. Encoding.Unicode.GetBytes("WordDocument")];
    private static readonly byte[] OldSheet = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100], .. Encoding.Unicode.GetBytes("Workbook")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ShellFact]
    public async Task An_old_document_is_read_as_the_office_program_converts_it()
    {
        await File.WriteAllBytesAsync(folder.File("made.docx"), Packages.Docx(Packages.Paragraphs(Text)));
        var script = Script($"echo \"$@\" >> {folder.File("said")}; pwd > {folder.File("where")}; cp {folder.File("made.docx")} notice.docx");
        var read = Reader(office: script);

        var reading = await read.RunAsync(Old, "通知.doc", CancellationToken.None);
        await read.RunAsync(Old, "通知.doc", CancellationToken.None);

        Assert.Equal(["改造管网。", "新建学校。"], reading.Notice!.Tasks.Select(task => task.Text));
        var said = Assert.Single(await File.ReadAllLinesAsync(folder.File("said"))); // the second reading was remembered
        Assert.Contains("--headless", said, StringComparison.Ordinal);
        Assert.Contains("--convert-to docx", said, StringComparison.Ordinal);
        Assert.Contains("-env:UserInstallation=file:///", said, StringComparison.Ordinal);
        Assert.DoesNotContain("通知", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists((await File.ReadAllTextAsync(folder.File("where"))).Trim()));
    }

    [ShellFact]
    public async Task An_old_workbook_becomes_a_new_one()
    {
        await File.WriteAllBytesAsync(folder.File("made.xlsx"), Packages.Xlsx("序号|工作任务|责任单位\n1|改造管网。|县水务局"));

        var reading = await Reader(office: Script($"cp {folder.File("made.xlsx")} notice.xlsx")).RunAsync(OldSheet, "任务.et", CancellationToken.None);

        Assert.Equal("改造管网。", Assert.Single(reading.Notice!.Tasks).Text);
    }

    [ShellFact]
    public async Task A_program_that_does_not_end_is_ended_with_all_it_started()
    {
        var script = Script($"sleep 600 & echo $! > {folder.File("child")}; sleep 600");
        var clock = Stopwatch.StartNew();

        var reading = await Reader(office: script, limit: TimeSpan.FromSeconds(2)).RunAsync(Old, "通知.doc", CancellationToken.None);

        Assert.Equal(NoticeIssue.TimeLimit, reading.Refusal!.Issue);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.False(IsAlive(int.Parse(await File.ReadAllTextAsync(folder.File("child")), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [ShellFact]
    public async Task Why_a_program_failed_is_told_as_far_as_it_says()
    {
        Assert.Equal(NoticeIssue.Encrypted, (await Reader(pdf: Script("echo 'Command Line Error: Incorrect password' >&2; exit 1")).RunAsync("%PDF-1.7"u8.ToArray(), "a.pdf", CancellationToken.None)).Refusal!.Issue);
        Assert.Equal(NoticeIssue.UnreadableText, (await Reader(office: Script("exit 0")).RunAsync(Old, "a.doc", CancellationToken.None)).Refusal!.Issue); // it made nothing
        Assert.Equal(NoticeIssue.NoTextLayer, (await Reader(pdf: Script("for last; do :; done; printf ' \\n\\n' > \"$last\"")).RunAsync("%PDF-1.7"u8.ToArray(), "scan.pdf", CancellationToken.None)).Refusal!.Issue);
    }

    [Theory]
    [InlineData("doc", "LibreOffice")]
    [InlineData("RTF", "LibreOffice")]
    [InlineData("PDF", "pdftotext")]
    public async Task Without_the_program_one_line_says_what_to_install_or_how_to_save(string kind, string program)
    {
        var content = kind switch { "doc" => Old, "RTF" => @"{\rtf1 a}"u8.ToArray(), _ => "%PDF-1.7"u8.ToArray() };

        var refusal = (await Reader("/nowhere/soffice", "/nowhere/pdftotext").RunAsync(content, "a", CancellationToken.None)).Refusal!;

        Assert.Equal((NoticeIssue.NeedsConverter, kind), (refusal.Issue, refusal.Subject));
        Assert.All([refusal.Message(), refusal.Message(Language.English)], line =>
        {
            Assert.Contains(program, line, StringComparison.Ordinal);
            Assert.Contains(".docx", line, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', line);
        });
    }

    [Fact]
    public async Task What_is_read_as_it_is_needs_no_program()
    {
        Assert.Equal(2, (await Reader("/nowhere/soffice", "/nowhere/pdftotext").RunAsync(Encoding.UTF8.GetBytes(Text), "notice.pdf", CancellationToken.None)).Notice!.Tasks.Count);
        byte[] encrypted = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Assert.Equal(NoticeIssue.Encrypted, (await Reader("/nowhere/soffice").RunAsync(encrypted, "a.docx", CancellationToken.None)).Refusal!.Issue);
    }

    [PopplerFact]
    public async Task A_pdf_is_read_as_its_text()
    {
        var notice = (await Reader().RunAsync(Pdf.Of(Text), "notice.pdf", CancellationToken.None)).Notice!;

        Assert.Equal("云河县人民政府办公室关于印发2021年重点工作的通知", notice.Plan.Title);
        Assert.Equal(["县水务局 县住建局", "县教育局"], notice.Tasks.Select(task => string.Join(' ', task.Units.Select(unit => unit.Name))));
    }

    private static ReadNotice Reader(string? office = null, string? pdf = null, TimeSpan? limit = null) => new(
        Options.Create(new ImportOptions { LibreOffice = office, PdfToText = pdf, TimeLimit = limit ?? TimeSpan.FromSeconds(60) }), NullLogger<ReadNotice>.Instance);

    private string Script(string commands)
    {
        var path = folder.File($"program-{Guid.CreateVersion7():N}");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !process.WaitForExit(5000);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
