using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.Fixtures;

/// <summary>The real program, in a process and a folder of its own, on a free port of the loopback; ended when disposed of.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90); // shared machines are slow; nothing waits this long when all is well
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process) => this.process = process;

    public HttpClient Http { get; private set; } = new();

    public int Id => process.Id;

    public string Output => string.Join('\n', output);

    /// <summary>Starts the program in <paramref name="folder"/> (its var/ lies there) and waits until /health/ready answers 200.</summary>
    /// <param name="settings">Environment variables, e.g. Demo__Notice; a Development run with the demo on unless they say otherwise.</param>
    public static async Task<RunningProgram> StartAsync(string folder, params (string Name, string Value)[] settings)
    {
        var program = new RunningProgram(new Process { StartInfo = Command(folder, settings) });
        program.process.OutputDataReceived += (_, line) => program.Read(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Read(line.Data);
        program.process.EnableRaisingEvents = true;
        program.process.Exited += (_, _) => program.listening.TrySetException(new InvalidOperationException("The program ended:\n" + program.Output));
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        try
        {
            program.Http = new HttpClient { BaseAddress = await program.listening.Task.WaitAsync(Patience), Timeout = Patience };
            await program.WaitUntilReadyAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        var command = Command(folder, settings);
        Array.ForEach(arguments, command.ArgumentList.Add);
        using var process = Process.Start(command)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, texts[0], texts[1]);
    }

    /// <summary>What /health/ready answers now.</summary>
    public async Task<(HttpStatusCode Status, JObject Answer)> HealthAsync()
    {
        using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (response.StatusCode, JObject.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Waits until /health/ready answers so.</summary>
    public async Task<JObject> UntilAsync(HttpStatusCode status)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var (now, answer) = await HealthAsync();
            if (now == status)
                return answer;
            if (patience.Elapsed > Patience)
                throw new TimeoutException($"Still {now}, {answer}:\n{Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>Runs a command and ends it by SIGKILL after <paramref name="limit"/>.</summary>
    /// <returns>Its exit code; null when it was killed.</returns>
    public static async Task<int?> RunUntilAsync(string folder, string[] arguments, TimeSpan limit, params (string Name, string Value)[] settings)
    {
        var command = Command(folder, settings);
        Array.ForEach(arguments, command.ArgumentList.Add);
        using var process = Process.Start(command)!;
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var isKilled = await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(limit)) is not null && !process.HasExited;
        process.Kill(entireProcessTree: true);
        await Task.WhenAll(reading, process.WaitForExitAsync()).WaitAsync(Patience);
        return isKilled ? null : process.ExitCode;
    }

    /// <summary>Starts the program and ends it by SIGKILL after <paramref name="limit"/>, ready or not.</summary>
    public static Task KillWhileStartingAsync(string folder, TimeSpan limit, params (string Name, string Value)[] settings) => RunUntilAsync(folder, [], limit, settings);

    /// <summary>Ends the process as a power cut would: SIGKILL, no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks the process to end, as a service manager does (SIGTERM).</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var term = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await term.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited)
                await KillAsync();
        }
        catch (InvalidOperationException)
        {
            // It was never started.
        }
        Http.Dispose();
        process.Dispose();
    }

    private static ProcessStartInfo Command(string folder, (string Name, string Value)[] settings)
    {
        var command = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8, StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        command.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "planbot.dll"));
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["Urls"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            command.Environment[name] = value;
        return command;
    }

    private async Task WaitUntilReadyAsync()
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < Patience)
        {
            if ((await Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException("Not ready:\n" + Output);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex ListeningLine();
}
