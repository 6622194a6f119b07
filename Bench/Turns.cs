using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;

namespace PlanBot.Bench;

/// <summary>The turn 谁逾期了 against a turn that only echoes, through the same channel on the same database. Both programs run in this process; turns alternate.</summary>
internal static class Turns
{
    private const int WarmUp = 200;
    private const int Rounds = 1000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        await using var echo = await ServeAsync(Path.Combine(folder, "echo.db"), builder => builder.Services.Replace(ServiceDescriptor.Transient<IBot, EchoBot>()));
        await using var planbot = await ServeAsync(Path.Combine(folder, "planbot.db"), _ => { });
        using var echoHttp = Client(echo);
        using var planbotHttp = Client(planbot);
        using var moved = await planbotHttp.PostAsJsonAsync("/demo/clock", new { now = "2020-04-07T09:00:00+08:00" });
        moved.EnsureSuccessStatusCode();
        var (echoed, asked) = (await Conversation.OpenAsync(echoHttp, "coordinator"), await Conversation.OpenAsync(planbotHttp, "coordinator"));

        var (echoTimes, askTimes) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var (echoTime, askTime) = (await TimeAsync(echoed), await TimeAsync(asked));
            if (round < WarmUp)
                continue;
            echoTimes.Add(echoTime);
            askTimes.Add(askTime);
        }
        Report.Ratio("one turn through the browser channel", "echo", echoTimes, "谁逾期了, 16 units overdue", askTimes);
        return 0;
    }

    private static async Task<double> TimeAsync(Conversation conversation)
    {
        var watch = Stopwatch.GetTimestamp();
        await conversation.AskAsync("谁逾期了");
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static async Task<WebApplication> ServeAsync(string database, Action<WebApplicationBuilder> replace)
    {
        var app = Serving.Build(
            [$"--ConnectionStrings:PlanBot=Data Source={database}", "--Urls=http://127.0.0.1:0", "--Demo:Enabled=true", "--Channels:Browser:MessageBurst=100000"],
            TimeProvider.System,
            builder =>
            {
                builder.Logging.ClearProviders();
                replace(builder);
            });
        await app.Services.GetRequiredService<StartUp>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) =>
        new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

    private sealed class EchoBot : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            await turnContext.SendActivityAsync(MessageFactory.Text(turnContext.Activity.Text), cancellationToken);
    }
}
