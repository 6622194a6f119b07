using Microsoft.Extensions.Options;

namespace PlanBot.Channels.Browser;

/// <summary>Lets each conversation post at the pace of a person: a bucket of activities that fills again with time, and few at once.</summary>
public sealed class FloodGate(IOptions<BrowserOptions> options, [FromKeyedServices("wall")] TimeProvider wall)
{
    private readonly BrowserOptions limits = options.Value;
    private readonly Dictionary<string, Bucket> buckets = [];

    /// <summary>Takes one activity out of the conversation's bucket.</summary>
    /// <returns>The turn's place, to dispose of at its end; or the whole seconds, at least 1, after which there is room again.</returns>
    public (IDisposable? Place, int RetryAfter) Enter(string conversationId)
    {
        lock (buckets)
        {
            var now = wall.GetTimestamp();
            if (!buckets.TryGetValue(conversationId, out var bucket))
            {
                ForgetFullOnes(now);
                buckets[conversationId] = bucket = new Bucket { Activities = limits.MessageBurst, At = now };
            }
            Fill(bucket, now);
            if (bucket.Activities < 1 || bucket.Running >= limits.WaitingTurns)
                return (null, Math.Max(1, (int)Math.Ceiling((1 - bucket.Activities) / limits.MessagesPerSecond)));
            bucket.Activities--;
            bucket.Running++;
            return (new Place(this, bucket), 0);
        }
    }

    private void Fill(Bucket bucket, long now)
    {
        bucket.Activities = Math.Min(limits.MessageBurst, bucket.Activities + (wall.GetElapsedTime(bucket.At, now).TotalSeconds * limits.MessagesPerSecond));
        bucket.At = now;
    }

    // A full bucket says nothing that a new one would not; forgetting keeps the table as small as the number of people writing.
    private void ForgetFullOnes(long now)
    {
        if (buckets.Count < 1000 || buckets.Count % 1000 != 0)
            return;
        foreach (var (conversation, bucket) in buckets)
        {
            Fill(bucket, now);
            if (bucket.Running == 0 && bucket.Activities >= limits.MessageBurst)
                buckets.Remove(conversation);
        }
    }

    private sealed class Bucket
    {
        public double Activities { get; set; }
        public long At { get; set; }
        public int Running { get; set; }
    }

    private sealed class Place(FloodGate gate, Bucket bucket) : IDisposable
    {
        public void Dispose()
        {
            lock (gate.buckets)
                bucket.Running--;
        }
    }
}
