using System.Collections.Concurrent;

namespace PlanBot.UseCases;

/// <summary>Keeps messages from a channel that answers nobody. After some failures in a row nothing is handed to it for a while; then one message tries, and its fate decides for all.</summary>
/// <remarks>Each node finds out for itself: it may be the node's own way to the channel that is broken.</remarks>
/// <param name="wall">Real time: an outage goes by it, whatever day the demo's clock shows.</param>
public sealed partial class ChannelBreaker([FromKeyedServices("wall")] TimeProvider wall, Random chance, ILogger<ChannelBreaker> logger)
{
    /// <summary>Failures of the channel in a row after which it counts as down.</summary>
    public const int Failures = 5;

    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WhileOneTries = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Circuit> circuits = [];

    /// <summary>Asks to hand one message over. Who may, tells <see cref="Tell"/> what came of it.</summary>
    internal ChannelPass Ask(string channel)
    {
        var circuit = circuits.GetOrAdd(channel, _ => new());
        lock (circuit)
        {
            if (circuit.Until is not { } until)
                return new(MayTry: true);
            var left = until - wall.GetUtcNow();
            if (left > TimeSpan.Zero || circuit.IsOneTrying)
                return new(MayTry: false, Wait: left > TimeSpan.Zero ? left : WhileOneTries, Trouble: circuit.Trouble);
            circuit.IsOneTrying = true;
            return new(MayTry: true, IsProbe: true);
        }
    }

    /// <param name="delivery">Null when the handing over was broken off.</param>
    internal void Tell(string channel, ChannelPass pass, Delivery? delivery)
    {
        var circuit = circuits[channel];
        lock (circuit)
        {
            if (pass.IsProbe)
                circuit.IsOneTrying = false;
            if (delivery is Delivery.TryLater { IsOfChannel: true } failure)
                CountFailure(channel, circuit, pass, failure.Reason);
            else if (delivery is Delivery.Sent)
                CloseCircuit(channel, circuit); // a refusal tells nothing: for most the channel need not be asked
        }
    }

    private void CountFailure(string channel, Circuit circuit, ChannelPass pass, string reason)
    {
        circuit.Trouble = reason;
        if (circuit.IsOpen ? !pass.IsProbe : ++circuit.Failures < Failures)
            return; // begun before it opened, or too early to say
        if (!circuit.IsOpen)
            LogDown(channel, reason);
        var pause = FirstPause * Math.Pow(2, Math.Min(circuit.Openings++, 10));
        circuit.Until = wall.GetUtcNow() + ((pause < LongestPause ? pause : LongestPause) * (1 + (chance.NextDouble() / 4)));
    }

    private void CloseCircuit(string channel, Circuit circuit)
    {
        if (circuit.IsOpen)
            LogBack(channel);
        (circuit.Failures, circuit.Openings, circuit.Until) = (0, 0, null);
    }

    private sealed class Circuit
    {
        public int Failures { get; set; }
        public int Openings { get; set; }
        public DateTimeOffset? Until { get; set; }
        public bool IsOneTrying { get; set; }
        public string Trouble { get; set; } = "";
        public bool IsOpen => Until is not null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Channel {Channel} is down: {Reason}. Messages wait; now and then one is tried")]
    private partial void LogDown(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Channel {Channel} is back")]
    private partial void LogBack(string channel);
}

/// <param name="IsProbe">The one message that finds out whether the channel is back.</param>
/// <param name="Wait">How long not, where it may not.</param>
/// <param name="Trouble">What the channel failed with.</param>
internal readonly record struct ChannelPass(bool MayTry, bool IsProbe = false, TimeSpan Wait = default, string Trouble = "");
