using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sending;

/// <summary>
/// The outbox emptied into a loopback channel, against a loop that only posts the same bytes with the same number of posts at once (aim: at least half); a limit of 30 a second kept;
/// 150,000 rows leased by 1, 2 and 4 nodes; what a reminder costs with a thousand and a million rows behind it.
/// </summary>
internal static class SendingSpeed
{
    private const int Units = 2000;
    private const int Rounds = 3;
    private static readonly TimeSpan PacedFor = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (!arguments.Contains("postgres"))
        {
            var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
            await MeasureAsync("SQLite", name => Task.FromResult(new DatabaseOptions { Provider = "sqlite", ConnectionString = $"Data Source={Path.Combine(folder, name)}.db" }));
            Directory.Delete(folder, recursive: true);
        }
        if (arguments.Contains("sqlite"))
            return 0;
        await using var server = await PostgresServer.StartOwnAsync(durable: true);
        async Task<DatabaseOptions> NewAsync(string name) => new() { Provider = "postgres", ConnectionString = await server.NewDatabaseAsync() };
        await MeasureAsync("PostgreSQL", NewAsync);
        await Leasing.MeasureAsync(await NewAsync("leasing"));
        return 0;
    }

    private static async Task MeasureAsync(string title, Func<string, Task<DatabaseOptions>> newDatabase)
    {
        Console.WriteLine($"\n{title}");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        await using var server = await LoopbackServer.StartAsync();
        var options = await newDatabase("one");
        await AgainstBareAsync(options, http, server);
        await PacedAsync(await newDatabase("paced"), http, server);
        await BesideHistoryAsync(newDatabase, http);
    }

    private static async Task AgainstBareAsync(DatabaseOptions options, HttpClient http, LoopbackServer server)
    {
        foreach (var atOnce in new[] { 8, 64 })
        {
            var channel = new LoopbackChannel(http, server.Address);
            await using var office = await OpenAsync(options, channel, atOnce, isNew: atOnce == 8);
            await SendAllAsync(office);
            var (ours, bare) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(await PostAllAsync(http, server.Address, channel.Latest, atOnce));
                ours.Add(await SendAllAsync(office));
            }
            var (rate, bareRate) = (Middle(ours), Middle(bare));
            Write($"  {Units} messages to a loopback channel, {atOnce} at once: {rate:0}/s ({ours.Min():0} to {ours.Max():0}); a bare HttpClient loop {bareRate:0}/s ({bare.Min():0} to {bare.Max():0}); share {rate / bareRate:0.00}, aim: at least 0.5, {(rate / bareRate >= 0.5 ? "met" : "missed")}");
        }
    }

    private static async Task PacedAsync(DatabaseOptions options, HttpClient http, LoopbackServer server)
    {
        const int limit = 30;
        SharedPace? pace = null;
        var handedOver = new System.Collections.Concurrent.ConcurrentQueue<long>();
        IReadOnlyList<PaceRate> rates = [new("bench", [new(limit, TimeSpan.FromSeconds(1))], AtOnce: 6, Lease: TimeSpan.FromSeconds(0.3))];
        var channel = new LoopbackChannel(http, server.Address, async token =>
        {
            await pace!.WaitAsync(rates, token);
            handedOver.Enqueue(Stopwatch.GetTimestamp());
        });
        await using var office = await OpenAsync(options, channel, atOnce: 8, isNew: true);
        pace = new SharedPace(office.Database, new PaceRepository(office.Database), TimeProvider.System);
        server.Arrivals.Clear();
        using var stop = new CancellationTokenSource(PacedFor + TimeSpan.FromSeconds(5));
        try
        {
            await office.Get<SendReminders>().RunAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            // there was more to send than the time allowed
        }
        var (left, came) = (Within([.. handedOver]), Within([.. server.Arrivals]));
        var rate = left.Count(at => at < PacedFor.TotalSeconds) / PacedFor.TotalSeconds;
        Write($"  limit {limit}/s for {PacedFor.TotalSeconds:0} s: {rate:0.00}/s, {rate / limit:0.000} of it, aim: at least 0.98, {(rate / limit >= 0.98 ? "met" : "missed")}; most in any second {MostInASecond(left)} handed over, {MostInASecond(came)} arrived, aim: {limit}, {(MostInASecond(left) <= limit ? "met" : "missed")}");
    }

    private static async Task BesideHistoryAsync(Func<string, Task<DatabaseOptions>> newDatabase, HttpClient http)
    {
        await using var few = await OpenAsync(await newDatabase("few"), new LoopbackChannel(http, address: null), atOnce: 8, isNew: true);
        await using var many = await OpenAsync(await newDatabase("many"), new LoopbackChannel(http, address: null), atOnce: 8, isNew: true);
        await Outboxes.AddHistoryAsync(many, 1_000_000);
        await SendAllAsync(few);
        await SendAllAsync(many);
        await Parts.MeasureAsync(few);
        var (costFew, costMany) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            costFew.Add(1000 / await SendAllAsync(few));
            costMany.Add(1000 / await SendAllAsync(many));
        }
        Report.Ratio("  cost of one message without network, thousands of rows against a million more", "few", costFew, "a million", costMany, aim: 1.2);
        await Memory.CompareAsync("sending", few, many, async office => await SendAllAsync(office));
    }

    private static async Task<Office> OpenAsync(DatabaseOptions options, LoopbackChannel channel, int atOnce, bool isNew)
    {
        void Configure(IServiceCollection services) => services.AddSingleton<IOutbound>(channel)
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new SendingOptions { AtOnce = atOnce, Batch = Math.Max(64, atOnce * 4) }));
        var office = isNew ? await Office.FoundAsync(options, Units, 1, Configure) : Office.At(options, Units, Configure);
        if (isNew)
            await Outboxes.QueueAsync(office);
        ((StoppedClock)office.Get<TimeProvider>()).Now = Outboxes.Morning;
        return office;
    }

    /// <returns>Messages per second.</returns>
    private static async Task<double> SendAllAsync(Office office)
    {
        await Outboxes.ResetAsync(office);
        var watch = Stopwatch.GetTimestamp();
        var outcome = await office.Get<SendReminders>().RunAsync(CancellationToken.None);
        if (outcome.Sent != Units)
            throw new InvalidOperationException($"{outcome} instead of {Units} messages.");
        return Units / Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }

    /// <returns>Posts per second.</returns>
    private static async Task<double> PostAllAsync(HttpClient http, Uri address, string body, int atOnce)
    {
        var watch = Stopwatch.GetTimestamp();
        var left = Units;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await LoopbackChannel.PostAsync(http, address, body, CancellationToken.None);
        }));
        return Units / Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }

    /// <summary>Seconds since the first.</summary>
    private static List<double> Within(IReadOnlyList<long> stamps) => [.. stamps.Order().Select(stamp => Stopwatch.GetElapsedTime(stamps.Min(), stamp).TotalSeconds)];

    private static int MostInASecond(List<double> times)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= 1)
                first++;
            most = Math.Max(most, last - first + 1);
        }
        return most;
    }

    private static double Middle(List<double> rates) => rates.Order().ElementAt(Rounds / 2);

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
