using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PlanBot.Domain;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>A file that is kept, and not yet anybody's.</summary>
public sealed record StoredFile(string Name, string ContentType, long Size, string Sha256);

public enum EvidenceRefusal
{
    TooLarge = 1,

    /// <summary>Not of a kind that is taken, by its content.</summary>
    Type = 2,

    /// <summary>The scanner turned it away.</summary>
    Scan = 3,

    /// <summary>The scanner could not be run, or did not end in time: nothing is taken unseen.</summary>
    ScanFailed = 4,

    Empty = 5,
}

/// <summary>Keeps the contents of evidence, each once under its checksum, in a folder that nothing serves.</summary>
public sealed partial class EvidenceStore(IOptions<EvidenceOptions> options, ILogger<EvidenceStore> logger)
{
    /// <summary>Looks at a file and keeps it.</summary>
    public async Task<(StoredFile? File, EvidenceRefusal? Refusal)> KeepAsync(FileContent file, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (file.Content.Length == 0)
            return (null, EvidenceRefusal.Empty);
        if (file.Content.Length > settings.LargestFile)
            return (null, EvidenceRefusal.TooLarge);
        if (FileTypes.Of(file.Content) is not var (kind, contentType) || !settings.Types.Contains(kind, StringComparer.OrdinalIgnoreCase))
            return (null, EvidenceRefusal.Type);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var incoming = Path.Combine(settings.Folder, $"incoming-{Guid.CreateVersion7():N}");
        try
        {
            await File.WriteAllBytesAsync(incoming, file.Content, cancellationToken);
            if (await ScanAsync(incoming, cancellationToken) is { } refusal)
                return (null, refusal);
            File.Move(incoming, path, overwrite: true);
        }
        finally
        {
            File.Delete(incoming);
        }
        return (new(FileNames.Safe(file.Name), contentType, file.Content.Length, sha256), null);
    }

    /// <returns>Null when the file is gone, or no longer what it was.</returns>
    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
            return null;
        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256 ? content : null;
    }

    public void Forget(string sha256) => File.Delete(PathOf(sha256));

    private string PathOf(string sha256) => Path.Combine(options.Value.Folder, sha256[..2], sha256);

    private async Task<EvidenceRefusal?> ScanAsync(string path, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (string.IsNullOrWhiteSpace(settings.ScanCommand))
            return null;
        var start = new ProcessStartInfo(settings.ScanCommand) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in settings.ScanArguments.DefaultIfEmpty("{file}"))
            start.ArgumentList.Add(argument.Replace("{file}", Path.GetFullPath(path), StringComparison.Ordinal));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.ScanTimeout);
        try
        {
            using var scanner = Process.Start(start) ?? throw new InvalidOperationException("The scanner did not start");
            try
            {
                await Task.WhenAll(scanner.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token), scanner.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token));
                await scanner.WaitForExitAsync(patience.Token);
                return scanner.ExitCode == 0 ? null : EvidenceRefusal.Scan;
            }
            catch (OperationCanceledException)
            {
                scanner.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogScanFailed(e, settings.ScanCommand);
            return EvidenceRefusal.ScanFailed;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The scanner {Command} could not look at a file; the file was turned away")]
    private partial void LogScanFailed(Exception exception, string command);
}
