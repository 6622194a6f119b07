using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PlanBot.Channels.Browser;
using PlanBot.Composition;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Bench;

/// <summary>
/// A thousand people talking at the same time, each in a conversation of their own, against a bot that counts and echoes: same channel, same database, same number of
/// messages, state of every conversation read and written in every turn. Both run in this process and take turns. Aim: at least a third of the echo's turns per second.
/// </summary>
internal static class Crowd
{
    private const int People = 1000;
    private const int Rounds = 3;

    /// <summary>A contact's quarter: question, report, correction, confirmation, question.</summary>
    private static readonly string[] Messages = ["我的任务", "第一项：进展：完成选址 问题：资金尚未到位 成效：覆盖三个区 下一步：五月底前完成招标", "什么时候截止", "成效改成覆盖四个区", "存草稿"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (!arguments.Contains("postgres"))
            await MeasureAsync("SQLite", (folder, name) => Task.FromResult<string[]>([$"--ConnectionStrings:PlanBot=Data Source={Path.Combine(folder, name + ".db")}"]));
        if (arguments.Contains("sqlite"))
            return 0;
        await using var server = await PostgresServer.StartOwnAsync(durable: true);
        await MeasureAsync("PostgreSQL", async (_, _) => ["--Database:Provider=postgres", $"--ConnectionStrings:PlanBot={await server.NewDatabaseAsync()}"]);
        return 0;
    }

    private static async Task MeasureAsync(string database, Func<string, string, Task<string[]>> settings)
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        await using var echo = await ServeAsync(folder, await settings(folder, "echo"), builder => builder.Services.Replace(ServiceDescriptor.Transient<IBot, CountingEcho>()));
        await using var planbot = await ServeAsync(folder, await settings(folder, "planbot"), _ => { });
        var (echoes, turns) = (await GatherAsync(echo), await GatherAsync(planbot));
        await TalkAsync(echoes[..50]);
        await TalkAsync(turns[..50]);
        var (echoRates, rates) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            echoRates.Add(await TalkAsync(echoes));
            rates.Add(await TalkAsync(turns));
        }
        var (echoRate, rate) = (echoRates.Order().ElementAt(Rounds / 2), rates.Order().ElementAt(Rounds / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{People} conversations at once, {database}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  echo with state: {echoRate:0} turns/s ({echoRates.Min():0} to {echoRates.Max():0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  planbot: {rate:0} turns/s ({rates.Min():0} to {rates.Max():0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  echo / planbot: {echoRate / rate:0.00}, aim: at most 3, {(echoRate / rate <= 3 ? "met" : "missed")}"));
    }

    private static async Task<WebApplication> ServeAsync(string folder, string[] settings, Action<WebApplicationBuilder> replace)
    {
        var app = Serving.Build(
            [.. settings, "--Urls=http://127.0.0.1:0", "--Demo:Enabled=true", "--Channels:Browser:MessageBurst=100000", $"--Evidence:Folder={folder}"], TimeProvider.System,
            builder =>
            {
                builder.Logging.ClearProviders();
                replace(builder);
            });
        await app.Services.GetRequiredService<StartUp>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    /// <summary>Contacts of the plan's units in turn, each with a conversation.</summary>
    private static async Task<Conversation[]> GatherAsync(WebApplication app)
    {
        var people = app.Services.GetRequiredService<IPersonRepository>();
        var units = (await app.Services.GetRequiredService<IUnitRepository>().AllAsync(CancellationToken.None)).Where(unit => unit.Kind == UnitKind.Unit).ToList();
        var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = TimeSpan.FromMinutes(5) };
        var conversations = new Conversation[People];
        for (var i = 0; i < People; i++)
        {
            var (id, user) = (Guid.CreateVersion7(), $"bench-{i}");
            await people.AddAsync(new Person { Id = id, Name = $"联络员{i}", Contacts = [new(id, units[i % units.Count].Id, ContactKind.Backup)] }, CancellationToken.None);
            await people.BindAsync(new ChannelIdentity { Channel = BrowserOptions.Channel, UserId = user, PersonId = id }, CancellationToken.None);
            conversations[i] = await Conversation.OpenAsync(http, user);
        }
        return conversations;
    }

    /// <returns>Turns per second.</returns>
    private static async Task<double> TalkAsync(Conversation[] conversations)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(conversations.Select(async conversation =>
        {
            foreach (var message in Messages)
                await conversation.SayAsync(message);
        }));
        return conversations.Length * Messages.Length / watch.Elapsed.TotalSeconds;
    }

    private sealed class CountingEcho(ConversationState conversation) : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            var count = conversation.CreateProperty<string>("count");
            var said = int.Parse(await count.GetAsync(turnContext, () => "0", cancellationToken), CultureInfo.InvariantCulture) + 1;
            await count.SetAsync(turnContext, said.ToString(CultureInfo.InvariantCulture), cancellationToken);
            await turnContext.SendActivityAsync(MessageFactory.Text($"{said}: {turnContext.Activity.Text}"), cancellationToken);
            await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
        }
    }
}
