using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PlanBot.Bench.Messages;

/// <summary>
/// An echo through /api/messages: the bot seam, which checks the channel's token, against a bare endpoint that does not, but reads and writes the same JSON. Each is a process of its own;
/// they take turns. Callers and connector are in this process and as cheap as can be, yet the turns per second hold their work too; the processor time of the server alone does not.
/// Aim: at least half of the bare endpoint's turns per second.
/// </summary>
internal static class MessageTurns
{
    private const int Rounds = 7;
    private static readonly int[] Concurrencies = [1, 16, 256];
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        await using var channel = await Channel.StartAsync();
        await TokenCheck.RunAsync(channel);
        await using var bare = await Server.StartAsync("messages-bare", channel);
        await using var seam = await Server.StartAsync("messages-seam", channel);
        await CheckTheyDoTheSameAsync(channel, bare, seam);
        foreach (var concurrency in Concurrencies)
            await MeasureAsync(channel, bare, seam, concurrency);
        return 0;
    }

    private static async Task MeasureAsync(Channel channel, Server bare, Server seam, int concurrency)
    {
        var (bareCallers, seamCallers) = (await Caller.OpenAsync(channel, bare.Address, concurrency), await Caller.OpenAsync(channel, seam.Address, concurrency));
        await bare.ServeAsync(bareCallers, Length);
        await seam.ServeAsync(seamCallers, Length);
        var (bareLoads, seamLoads) = (new List<Load>(), new List<Load>());
        for (var round = 0; round < Rounds; round++)
        {
            bareLoads.Add(await bare.ServeAsync(bareCallers, Length));
            seamLoads.Add(await seam.ServeAsync(seamCallers, Length));
        }
        foreach (var caller in (Caller[])[.. bareCallers, .. seamCallers])
            caller.Dispose();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an echo through /api/messages, {concurrency} at once"));
        Line("bare endpoint", bareLoads);
        Line("bot seam", seamLoads);
        Ratio(Median(bareLoads, load => load.PerSecond) / Median(seamLoads, load => load.PerSecond), Of(load => load.Bytes), Of(load => load.Microseconds));

        double Of(Func<Load, double> measure) => Median(seamLoads, measure) / Median(bareLoads, measure);
    }

    /// <summary>What is compared must be equal work: the same message is to reach the connector.</summary>
    private static async Task CheckTheyDoTheSameAsync(Channel channel, Server bare, Server seam)
    {
        var (one, other) = (await EchoedBy(bare), await EchoedBy(seam));
        if (!JToken.DeepEquals(one, other))
            throw new InvalidOperationException($"The bare endpoint sends {one}, the bot seam {other}");

        async Task<JToken> EchoedBy(Server server)
        {
            var received = channel.NextMessageAsync();
            using var caller = (await Caller.OpenAsync(channel, server.Address, 1))[0];
            await caller.CallAsync();
            return JToken.Parse(await received);
        }
    }

    private static void Line(string name, List<Load> loads) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name}: {Median(loads, load => load.PerSecond):0} turns/s ({loads.Min(load => load.PerSecond):0} to {loads.Max(load => load.PerSecond):0}), {Median(loads, load => load.Bytes):0} bytes and {Median(loads, load => load.Microseconds):0} us of processor a turn"));

    private static void Ratio(double slower, double bytes, double processor) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  bare / seam: {slower:0.00}, aim: at most 2, {(slower <= 2 ? "met" : "missed")}; bytes {bytes:0.00}, processor {processor:0.00} times the bare endpoint's"));

    private static double Median(IEnumerable<Load> loads, Func<Load, double> measure) => loads.Select(measure).Order().ElementAt(Rounds / 2);
}
