using System.Diagnostics;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PlanBot.Tests.Fixtures;

/// <summary>A file system of a few megabytes that can be filled up; only where the tests may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private SmallDisk()
    {
    }

    public string Path => folder.Path;

    /// <summary>Why none can be had; null when one can.</summary>
    public static string? WhyNone { get; } = Try();

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path) != 0)
            throw new InvalidOperationException("A small disk cannot be mounted.");
        return disk;
    }

    /// <summary>Takes all the space that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", Path);
        folder.Dispose();
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "a small disk can be mounted by root on Linux only";
        using var folder = new TemporaryFolder();
        if (Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.Path) != 0)
            return "this machine lets nobody mount a small disk";
        Run("umount", folder.Path);
        return null;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>A test with a disk that is full. Where none can be mounted it is skipped with the reason; where every component is required it is then not listed at all, for the right to mount is none that could be installed.</summary>
[XunitTestCaseDiscoverer("PlanBot.Tests.Fixtures.SmallDiskDiscoverer", "Bot.Tests")]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <param name="needsPostgres">The disk is PostgreSQL's.</param>
    public SmallDiskFactAttribute(bool needsPostgres = false) => Skip = SmallDisk.WhyNone ?? (needsPostgres ? Requirements.SkipUnlessRequired(PostgresServer.WhyNone) : null);
}

public sealed class SmallDiskDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SmallDisk.WhyNone is not null && Requirements.AreAllRequired ? [] : base.Discover(discoveryOptions, testMethod, factAttribute);
}
