using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Reads a notice of any kind: what is not read as it is, LibreOffice or pdftotext turns into what is, where they are installed.</summary>
public sealed partial class ReadNotice(IOptions<ImportOptions> options, ILogger<ReadNotice> logger) : IDisposable
{
    /// <summary>Files whose reading is kept: a conversation reads one at the preview and again when it is confirmed.</summary>
    private const int MostKept = 4;

    /// <summary>One at a time: such a program takes a few hundred megabytes.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly LinkedList<(string Hash, NoticeReading Reading)> kept = new();

    public async Task<NoticeReading> RunAsync(byte[] content, string fileName, CancellationToken cancellationToken)
    {
        if (NoticeConversion.Needed(content) is not { } conversion)
            return NoticeReader.Read(content, fileName);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (kept.FirstOrDefault(entry => entry.Hash == hash).Reading is { } known)
                return known;
            var reading = await ConvertAsync(content, fileName, conversion, cancellationToken);
            if (reading.Notice is not null)
                kept.AddFirst((hash, reading));
            if (kept.Count > MostKept)
                kept.RemoveLast();
            return reading;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<NoticeReading> ConvertAsync(byte[] content, string fileName, NoticeConversion conversion, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var program = conversion.IsPdf ? ChildProcess.Find(settings.PdfToText, "pdftotext") : ChildProcess.Find(settings.LibreOffice, "soffice", "libreoffice");
        if (program is null)
            return NoticeReading.Refused(NoticeIssue.NeedsConverter, subject: conversion.Kind);
        var folder = Directory.CreateTempSubdirectory("planbot-import-").FullName;
        try
        {
            // Neither the name nor the path of the sender reaches the other program.
            var (source, target) = (Path.Combine(folder, "notice." + conversion.Kind.ToLowerInvariant()), Path.Combine(folder, "notice." + conversion.Target));
            await File.WriteAllBytesAsync(source, content, cancellationToken);
            var arguments = conversion.IsPdf ? OfPdf(source, target) : await OfOfficeAsync(folder, source, conversion.Target, cancellationToken);
            var end = await ChildProcess.RunAsync(program, arguments, folder, settings.TimeLimit, cancellationToken);
            return await ReadAsync(end, program, target, fileName, conversion, cancellationToken);
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task<NoticeReading> ReadAsync(ChildEnd end, string program, string target, string fileName, NoticeConversion conversion, CancellationToken cancellationToken)
    {
        if (end.IsOverdue)
            return NoticeReading.Refused(NoticeIssue.TimeLimit);
        var converted = end.ExitCode == 0 && File.Exists(target) ? await NoticeFile.ReadAsync(target, cancellationToken) : null;
        if (converted is not null)
            return conversion.IsPdf && converted.All(value => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\f') ? NoticeReading.Refused(NoticeIssue.NoTextLayer)
                : conversion.IsPdf ? NoticeReader.ReadPrinted(converted) : NoticeReader.Read(converted, fileName);
        LogFailed(program, end.ExitCode, end.Complaint);
        return NoticeReading.Refused(end.Complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? NoticeIssue.Encrypted : NoticeIssue.UnreadableText);
    }

    /// <summary>With its layout, so that the cells of a table's row stay on one line.</summary>
    private static IReadOnlyList<string> OfPdf(string source, string target) => ["-layout", "-nopgbrk", "-enc", "UTF-8", source, target];

    /// <summary>With a profile of its own, in which no macro runs and nothing that the file links to is fetched: another office may be open on this machine.</summary>
    private static async Task<IReadOnlyList<string>> OfOfficeAsync(string folder, string source, string target, CancellationToken cancellationToken)
    {
        const string settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
            </oor:items>
            """;
        var profile = Path.Combine(folder, "profile");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        await File.WriteAllTextAsync(Path.Combine(profile, "user", "registrymodifications.xcu"), settings, cancellationToken);
        return [$"-env:UserInstallation={new Uri(profile).AbsoluteUri}", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", target, "--outdir", folder, source];
    }

    private void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogLeft(exception, folder);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} could not convert a notice; exit code {ExitCode}: {Complaint}")]
    private partial void LogFailed(string program, int? exitCode, string complaint);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder {Folder} of a conversion could not be removed")]
    private partial void LogLeft(Exception exception, string folder);
}
