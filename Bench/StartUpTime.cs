using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace PlanBot.Bench;

/// <summary>From the start of the process to the first answer: planbot (an office already imported) against an ASP.NET app that has one endpoint. Runs alternate.</summary>
internal static partial class StartUpTime
{
    private const int Rounds = 7;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        await PlanBotAsync(folder); // fills the database: a first start imports the notice, which is not what is compared
        var (empty, planbot) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await EmptyAppAsync(folder));
            planbot.Add(await PlanBotAsync(folder));
        }
        Directory.Delete(folder, recursive: true);
        Report.Ratio("start-up to first answer", "empty ASP.NET app", empty, "planbot, 谁逾期了", planbot);
        return 0;
    }

    public static async Task<int> ServeEmptyAppAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => Results.Text("answer"));
        await app.RunAsync();
        return 0;
    }

    private static Task<double> EmptyAppAsync(string folder) =>
        TimeAsync(folder, ["Bench.dll", "empty-app"], async http => await http.GetStringAsync(new Uri("/", UriKind.Relative)));

    private static Task<double> PlanBotAsync(string folder) => TimeAsync(folder, ["planbot.dll"], async http =>
    {
        var conversation = await Conversation.OpenAsync(http, "coordinator");
        await conversation.AskAsync("谁逾期了");
    });

    /// <returns>Milliseconds.</returns>
    private static async Task<double> TimeAsync(string folder, string[] program, Func<HttpClient, Task> firstAnswer)
    {
        var command = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
        command.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program[0]));
        Array.ForEach(program[1..], command.ArgumentList.Add);
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["Urls"] = "http://127.0.0.1:0";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(command)!;
        try
        {
            using var http = new HttpClient { BaseAddress = await ListeningAsync(process) };
            await firstAnswer(http);
            return watch.Elapsed.TotalMilliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Uri> ListeningAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // keep draining, or the program blocks on a full pipe
                return new Uri(match.Groups[1].Value);
            }
        throw new InvalidOperationException("The program ended before it listened.");
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex ListeningLine();
}
