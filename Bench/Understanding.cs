using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Bench;

/// <summary>Understanding one message, over messages of every kind, against the whole turn of such messages through the browser channel. Aim: less than a tenth.</summary>
internal static class Understanding
{
    private const int Rounds = 300;

    /// <summary>Until the runtime has compiled both sides for good.</summary>
    private const int WarmUp = 150;

    private static readonly string[] Messages =
    [
        "谁逾期了", "一季度还有谁没报", "市教委报了吗", "把卫健委写的问题念一下", "2020年前三季度报送率", "who is overdue for Q1?", "has education reported?", "what about commerce?",
        "三季度什么时候截止", "第三项是谁负责", "各单位都反映了哪些问题", "不对，是二季度", "今天天气不错啊我们去公园散步", "帮助",
    ];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        await using var app = Serving.Build(
            [$"--ConnectionStrings:PlanBot=Data Source={Path.Combine(folder, "planbot.db")}", "--Urls=http://127.0.0.1:0", "--Demo:Enabled=true", "--Channels:Browser:MessageBurst=100000"],
            TimeProvider.System, builder => builder.Logging.ClearProviders());
        await app.Services.GetRequiredService<StartUp>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        using var moved = await http.PostAsJsonAsync("/demo/clock", new { now = "2020-04-07T09:00:00+08:00" });
        moved.EnsureSuccessStatusCode();
        var coordinator = await Conversation.OpenAsync(http, "coordinator");
        var plans = await app.Services.GetRequiredService<PlanViews>().ReadAsync(CancellationToken.None);
        var units = plans.SelectMany(view => view.Units).ToList();

        var (turns, understood) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var message in Messages)
            {
                var before = Stopwatch.GetTimestamp();
                Understand.Utterance(message, units);
                var between = Stopwatch.GetTimestamp();
                await coordinator.AskAsync(message);
                if (round < WarmUp)
                    continue;
                understood.Add(Stopwatch.GetElapsedTime(before, between).TotalMilliseconds);
                turns.Add(Stopwatch.GetElapsedTime(between).TotalMilliseconds);
            }
        }
        Report.Ratio("understanding one message", "the whole turn", turns, "understanding it", understood);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  99 %: the whole turn {At99(turns):0.00} ms, understanding it {At99(understood):0.00} ms"));
        return 0;
    }

    private static double At99(List<double> times) => times.Order().ElementAt(times.Count * 99 / 100);
}
