using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>What is kept of a file, and the scanner that looks at it first.</summary>
public sealed class EvidenceStoreTests : IDisposable
{
    private static readonly FileContent Pdf = new("a.pdf", "", [.. "%PDF-1.7 text"u8]);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_kept_once_under_its_checksum_and_read_back()
    {
        var store = Store(new());

        var (first, _) = await store.KeepAsync(Pdf, CancellationToken.None);
        var (second, _) = await store.KeepAsync(Pdf with { Name = "b.pdf" }, CancellationToken.None);

        Assert.Equal(first!.Sha256, second!.Sha256);
        Assert.Equal(Pdf.Content, await store.ReadAsync(first.Sha256, CancellationToken.None));
        Assert.Single(Files());
    }

    [Theory]
    [InlineData("exit 0", null)]
    [InlineData("grep -q text \"$0\" && exit 1; exit 0", EvidenceRefusal.Scan)] // the path of the file is what it is given
    [InlineData("sleep 60", EvidenceRefusal.ScanFailed)] // longer than the time-out
    public async Task The_scanners_exit_code_decides(string script, EvidenceRefusal? refusal)
    {
        var store = Store(new() { ScanCommand = "/bin/sh", ScanArguments = ["-c", script, "{file}"], ScanTimeout = TimeSpan.FromSeconds(refusal == EvidenceRefusal.ScanFailed ? 1 : 60) });

        var (file, why) = await store.KeepAsync(Pdf, CancellationToken.None);

        Assert.Equal((refusal is null, refusal), (file is not null, why));
        Assert.Equal(refusal is null ? 1 : 0, Files().Length);
    }

    [Fact]
    public async Task Without_its_scanner_nothing_is_kept() =>
        Assert.Equal(EvidenceRefusal.ScanFailed, (await Store(new() { ScanCommand = "/no/such/scanner" }).KeepAsync(Pdf, CancellationToken.None)).Refusal);

    [Theory]
    [InlineData("", EvidenceRefusal.Empty)]
    [InlineData("%PDF-1.7 far too long for so small a limit", EvidenceRefusal.TooLarge)]
    [InlineData("MZ program", EvidenceRefusal.Type)]
    public async Task What_is_not_to_be_kept(string content, EvidenceRefusal refusal)
    {
        var store = Store(new() { LargestFile = 20 });

        Assert.Equal(refusal, (await store.KeepAsync(new("a.pdf", "application/pdf", System.Text.Encoding.ASCII.GetBytes(content)), CancellationToken.None)).Refusal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_that_was_changed_on_the_disk_is_not_handed_out()
    {
        var store = Store(new());
        var (file, _) = await store.KeepAsync(Pdf, CancellationToken.None);

        await File.AppendAllTextAsync(Files()[0], "x");

        Assert.Null(await store.ReadAsync(file!.Sha256, CancellationToken.None));
    }

    private EvidenceStore Store(EvidenceOptions options)
    {
        (options.Folder, options.Types) = (folder.File("evidence"), ["pdf", "png"]);
        return new(Options.Create(options), NullLogger<EvidenceStore>.Instance);
    }

    private string[] Files() => Directory.Exists(folder.File("evidence")) ? Directory.GetFiles(folder.File("evidence"), "*", SearchOption.AllDirectories) : [];
}
