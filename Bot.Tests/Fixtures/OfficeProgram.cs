using System.Diagnostics;

namespace PlanBot.Tests.Fixtures;

/// <summary>The real LibreOffice, which opens a file and writes it in another format; with a profile of its own for each call, so that tests run side by side.</summary>
internal static class OfficeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <param name="target">A format's ending, e.g. <c>pdf</c>, and with it a filter where it needs one (<c>csv:Text - txt - csv (StarCalc):44,34,76,1</c>).</param>
    public static async Task<byte[]> ConvertAsync(byte[] content, string name, string target)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File(name), content);
        await RunAsync(folder, "soffice", $"-env:UserInstallation={new Uri(folder.File("profile"))}", "--headless", "--norestore", "--convert-to", target, "--outdir", folder.File("out"), folder.File(name));
        return await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(folder.File("out"))));
    }

    /// <summary>The text of a PDF in the order in which it is read, a form feed behind each page.</summary>
    public static async Task<string> TextOfPdfAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("a.pdf"), pdf);
        await RunAsync(folder, "pdftotext", "-enc", "UTF-8", folder.File("a.pdf"), folder.File("a.txt"));
        return await File.ReadAllTextAsync(folder.File("a.txt"));
    }

    private static async Task RunAsync(TemporaryFolder folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["HOME"] = folder.Path } };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }
}
