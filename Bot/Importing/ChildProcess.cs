using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PlanBot.Importing;

/// <param name="ExitCode">Null when it could not be started.</param>
/// <param name="IsOverdue">It took too long and was ended with all that it had started.</param>
/// <param name="Complaint">The beginning of what it wrote to standard error.</param>
internal sealed record ChildEnd(int? ExitCode, bool IsOverdue, string Complaint);

/// <summary>Another program run to its end, or to the end of its time.</summary>
internal static class ChildProcess
{
    /// <summary>Characters kept of what it complains of.</summary>
    private const int LongestComplaint = 2000;

    public static async Task<ChildEnd> RunAsync(string program, IEnumerable<string> arguments, string folder, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = folder };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            using var child = Process.Start(start) ?? throw new InvalidOperationException("The program did not start");
            child.StandardInput.Close();
            var complaint = new StringBuilder();
            try
            {
                await Task.WhenAll(child.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token), ReadAsync(child.StandardError, complaint, patience.Token));
                await child.WaitForExitAsync(patience.Token);
                return new(child.ExitCode, false, complaint.ToString());
            }
            catch (OperationCanceledException)
            {
                child.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                return new(null, true, complaint.ToString());
            }
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return new(null, false, exception.Message);
        }
    }

    /// <summary>Where the program is: the path that is set, or its name on the PATH.</summary>
    /// <returns>Null when it is nowhere.</returns>
    public static string? Find(string? setting, params string[] names)
    {
        var wanted = string.IsNullOrWhiteSpace(setting) ? names : [setting.Trim()];
        if (wanted is [var path] && path.AsSpan().ContainsAny('/', '\\'))
            return File.Exists(path) ? Path.GetFullPath(path) : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ""] : [""];
        return wanted.SelectMany(name => folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))).FirstOrDefault(File.Exists);
    }

    private static async Task ReadAsync(StreamReader error, StringBuilder complaint, CancellationToken cancellationToken)
    {
        var buffer = new char[1024];
        while (await error.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            complaint.Append(buffer, 0, Math.Min(read, LongestComplaint - complaint.Length));
    }
}
