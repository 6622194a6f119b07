using Microsoft.Bot.Builder;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels;

/// <summary>
/// First in every adapter's pipeline: turns of one conversation run one after another, on this node in the order in which they came, and on all nodes
/// never two at once; different conversations do not wait for each other. Bot state has no other guard, its last writer wins.
/// </summary>
public sealed class OneTurnAtATime(ISharedLocks locks) : Microsoft.Bot.Builder.IMiddleware
{
    private readonly Dictionary<(string Channel, string Conversation), Gate> gates = [];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var key = (turnContext.Activity.ChannelId, turnContext.Activity.Conversation.Id);
        var gate = Approach(key);
        try
        {
            await gate.Door.WaitAsync(cancellationToken);
            try
            {
                await using var held = await locks.TakeAsync($"turn {key.ChannelId}/{key.Id}", cancellationToken);
                await next(cancellationToken);
            }
            finally
            {
                gate.Door.Release();
            }
        }
        finally
        {
            Leave(key, gate);
        }
    }

    private Gate Approach((string, string) key)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(key, out var gate))
                gates[key] = gate = new Gate();
            gate.Turns++;
            return gate;
        }
    }

    private void Leave((string, string) key, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Turns > 0)
                return;
            gates.Remove(key);
            gate.Dispose();
        }
    }

    private sealed class Gate : IDisposable
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        /// <summary>Running and waiting.</summary>
        public int Turns { get; set; }

        public void Dispose() => Door.Dispose();
    }
}
