using System.Diagnostics;
using System.Net.Http.Json;

namespace PlanBot.Bench.Messages;

/// <param name="Bytes">Allocated by the server, a turn.</param>
/// <param name="Microseconds">Of the server's processor time, a turn.</param>
internal sealed record Load(double PerSecond, double Bytes, double Microseconds);

/// <param name="Allocated">Bytes since the process began.</param>
/// <param name="Processor">Since the process began.</param>
internal sealed record Usage(long Allocated, TimeSpan Processor);

/// <summary>One side of the comparison, in a process of its own, which ends with this one.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private Server(Process process, Uri address) => (this.process, http) = (process, new HttpClient { BaseAddress = address });

    public Uri Address => http.BaseAddress!;

    public static async Task<Server> StartAsync(string side, Channel channel)
    {
        var command = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Bench.dll"), side, channel.Address.ToString()];
        Array.ForEach(arguments, command.ArgumentList.Add);
        command.Environment["DOTNET_gcServer"] = "1"; // as the published program runs
        var process = Process.Start(command)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{side} ended before it listened.");
        return new Server(process, new Uri(address));
    }

    /// <summary>Lets the callers call, each again as soon as it has its answer.</summary>
    public async Task<Load> ServeAsync(IReadOnlyCollection<Caller> callers, TimeSpan length)
    {
        var before = await UsageAsync();
        var watch = Stopwatch.StartNew();
        var turns = (await Task.WhenAll(callers.Select(caller => Task.Run(() => caller.CallForAsync(length))))).Sum();
        var elapsed = watch.Elapsed;
        var after = await UsageAsync();
        return new Load(turns / elapsed.TotalSeconds, (double)(after.Allocated - before.Allocated) / turns, (after.Processor - before.Processor).TotalMicroseconds / turns);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    private async Task<Usage> UsageAsync() => (await http.GetFromJsonAsync<Usage>("/usage"))!;
}
