using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace PlanBot.Tests.Fixtures;

/// <summary>A script of the folder Callers in Node.js, which tells and hears JSON values. It ends with its input, so that it never outlives the tests.</summary>
internal sealed class NodeScript : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Process process;

    private NodeScript(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginErrorReadLine();
    }

    /// <param name="name">E.g. caller.js.</param>
    public static NodeScript Start(string name, params string[] arguments)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Callers");
        Assert.True(File.Exists(Path.Combine(folder, "packages.js")), "npm ci has not fetched what Bot.Tests/Callers needs; check the way to the npm registry and build again.");
        var start = new ProcessStartInfo("node", [name, .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1";
        return new(new Process { StartInfo = start });
    }

    public Task SayAsync(JsonNode value) => process.StandardInput.WriteLineAsync(value.ToJsonString());

    /// <summary>The next value that the script tells.</summary>
    public async Task<JsonNode> HearAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return JsonNode.Parse(await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"The script ended: {string.Join('\n', complaints)}"))!;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        process.Dispose();
    }
}
