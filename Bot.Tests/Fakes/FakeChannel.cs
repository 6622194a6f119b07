using System.Collections.Concurrent;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Tests.Fakes;

/// <summary>A channel that delivers into a list, unless a test lets it fail.</summary>
public sealed class FakeChannel(string name = "directline") : IOutbound
{
    private readonly ConcurrentQueue<(string UserId, ReminderContent Content)> sent = new();
    private int abandoned;

    public string Channel => name;

    /// <summary>What was handed over and taken, in order.</summary>
    public IReadOnlyList<(string UserId, ReminderContent Content)> Sent => [.. sent];

    /// <summary>Answers instead of delivering, where it returns one.</summary>
    public Func<ReminderContent, Delivery?> Fail { get; set; } = _ => null;

    public void Clear() => sent.Clear();

    /// <summary>Calls without an answer whose token was cancelled.</summary>
    public int Abandoned => abandoned;

    /// <summary>Neither delivers nor answers, where it says so, and heeds no token.</summary>
    public Func<ReminderContent, bool> Hang { get; set; } = _ => false;

    /// <summary>What it knows to have arrived, and when.</summary>
    public ConcurrentDictionary<Guid, DateTimeOffset> Arrived { get; } = new();

    public Task<DateTimeOffset?> ArrivedAsync(ChannelIdentity to, Guid messageId, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(Arrived.TryGetValue(messageId, out var at) ? at : null);

    public Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        if (Hang(content))
        {
            cancellationToken.Register(() => Interlocked.Increment(ref abandoned));
            return new TaskCompletionSource<Delivery>().Task;
        }
        if (Fail(content) is { } failure)
            return Task.FromResult(failure);
        sent.Enqueue((to.UserId, content));
        return Task.FromResult<Delivery>(new Delivery.Sent());
    }
}
