using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanBot.Channels.DingTalk;
using PlanBot.Composition;
using PlanBot.Data.Migrations;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Bench.DingTalk;

/// <summary>The Stream socket with PlanBot's channel and an echo behind it against <see cref="BareEcho"/> on the same fake; and what a limit of 20 calls a second is used to.</summary>
internal static class DingTalkSpeed
{
    private const int People = 200;
    private const int Each = 20;
    private const int Rounds = 3;
    private const int PerSecond = 20;
    private static readonly TimeSpan Sending = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync()
    {
        var (bare, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await BareAsync());
            ours.Add(await OursAsync());
        }
        Report.Ratio($"{People * Each} messages over the Stream socket, answered, milliseconds a message", "bare echo, which keeps nothing", bare, "the channel, which keeps each before it acknowledges", ours, aim: 2);
        await LimitAsync();
        return 0;
    }

    private static async Task<double> BareAsync()
    {
        await using var dingTalk = await FakeDingTalk.StartAsync();
        await using var echo = new BareEcho(dingTalk);
        await echo.StartAsync();
        return await MeasureAsync(dingTalk);
    }

    private static async Task<double> OursAsync()
    {
        await using var dingTalk = await FakeDingTalk.StartAsync();
        var folder = Directory.CreateTempSubdirectory("planbot-bench-");
        try
        {
            await using var app = await HostAsync(dingTalk, folder.FullName);
            var time = await MeasureAsync(dingTalk);
            await app.StopAsync();
            return time;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>Milliseconds a message, from the first push to the last answer.</returns>
    private static async Task<double> MeasureAsync(FakeDingTalk dingTalk)
    {
        await dingTalk.Gateway.UntilConnectedAsync();
        await PushAsync(dingTalk, 1); // warm
        var watch = Stopwatch.StartNew();
        await PushAsync(dingTalk, Each);
        return watch.Elapsed.TotalMilliseconds / (People * Each);
    }

    private static async Task PushAsync(FakeDingTalk dingTalk, int each)
    {
        dingTalk.Forget();
        for (var message = 0; message < each * People; message++)
            await dingTalk.Gateway.PushAsync(dingTalk.Sessions.Text(string.Create(CultureInfo.InvariantCulture, $"消息{message}"), string.Create(CultureInfo.InvariantCulture, $"staff-{message % People}")));
        await FakeDingTalk.UntilAsync(() => dingTalk.Said.Count >= each * People, "Not all were answered.");
    }

    private static async Task LimitAsync()
    {
        await using var dingTalk = await FakeDingTalk.StartAsync();
        dingTalk.Api.Add("staff-1", "同事");
        var folder = Directory.CreateTempSubdirectory("planbot-bench-");
        try
        {
            await using var app = await HostAsync(dingTalk, folder.FullName);
            var sends = app.Services.GetRequiredService<RobotSends>();
            var all = Enumerable.Range(0, PerSecond * (int)Sending.TotalSeconds).Select(at => sends.SendAsync("staff-1", new RobotReply.Words(string.Create(CultureInfo.InvariantCulture, $"第{at}条")), CancellationToken.None));
            await Task.WhenAll(all);
            await app.StopAsync();
            var times = dingTalk.Calls.Where(call => call.Path.EndsWith("batchSend", StringComparison.Ordinal)).Select(call => call.At).Order().ToList();
            // The first second's calls leave at once; from then on each takes the place of one that is a second old.
            var used = (times.Count - PerSecond) / ((times[^1] - times[0]).TotalSeconds * PerSecond);
            var most = times.Select((from, at) => times.Skip(at).TakeWhile(time => time - from < TimeSpan.FromSeconds(1)).Count()).Max();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A limit of {PerSecond} calls a second for {Sending.TotalSeconds:0} s: {used:0.000} of it used (aim: at least 0.98), at most {most} in any second as they arrive"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> HostAsync(FakeDingTalk dingTalk, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(dingTalk.Settings("Stream").Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)).Concat(
        [
            new("ConnectionStrings:PlanBot", $"Data Source={Path.Combine(folder, "planbot.db")}"), new("Urls", "http://127.0.0.1:0"), new("Channels:DingTalk:RepliesPerMinute", "1000"), new("Channels:DingTalk:FindByMobile", "false"),
        ]));
        var clock = new FastClock(new Clock().GetUtcNow(), times: 1);
        builder.Services.AddSingleton<TimeProvider>(clock).AddKeyedSingleton<TimeProvider>("wall", clock);
        builder.Services.AddSingleton<IBot>(new Echo());
        builder.Services.AddData(builder.Configuration).AddCalendar().AddPlans().AddPeople().AddReminders(builder.Configuration).AddConversation().AddBrowser(builder.Configuration).AddDingTalk(builder.Configuration);
        foreach (var hosted in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("PlanBot", StringComparison.Ordinal) == true).ToList())
            builder.Services.Remove(hosted);
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    private sealed class Clock : TimeProvider;

    private sealed class Echo : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            await turnContext.SendActivityAsync(MessageFactory.Text(turnContext.Activity.Text), cancellationToken);
    }
}
