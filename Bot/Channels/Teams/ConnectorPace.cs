namespace PlanBot.Channels.Teams;

/// <summary>A bucket of <paramref name="Tokens"/>; each comes back <paramref name="Within"/> after it was taken, so that never more are taken in that time.</summary>
public sealed record PaceBucket(int Tokens, TimeSpan Within);

/// <summary>Keeps the bot within the rates that Teams publishes, for each conversation and over all of them.</summary>
public sealed class ConnectorPace([FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>Sending to one conversation, and opening one.</summary>
    public static readonly IReadOnlyList<PaceBucket> Sends =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    /// <summary>Asking about one conversation.</summary>
    public static readonly IReadOnlyList<PaceBucket> Reads =
        [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3600, TimeSpan.FromHours(1))];

    /// <summary>All calls of the app within a tenant; as most offices have one tenant, all calls.</summary>
    public static readonly IReadOnlyList<PaceBucket> Everything = [new(50, TimeSpan.FromSeconds(1))];

    private const string Whole = "";
    private readonly Dictionary<(string Place, bool IsRead), List<long>> taken = [];

    /// <summary>Returns when the call may go out.</summary>
    /// <param name="place">The conversation; empty where there is none yet.</param>
    public async Task WaitAsync(string place, bool isRead, CancellationToken cancellationToken)
    {
        while (Take(place, isRead) is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, wall, cancellationToken);
    }

    /// <summary>Takes one token of each bucket.</summary>
    /// <returns>Zero when that was possible, else how long it is not; nothing is taken then.</returns>
    internal TimeSpan Take(string place, bool isRead)
    {
        lock (taken)
        {
            var now = wall.GetTimestamp();
            var (own, all) = (Of((place, isRead)), Of((Whole, true)));
            var wait = Max(Missing(own, isRead ? Reads : Sends, now), Missing(all, Everything, now));
            if (wait > TimeSpan.Zero)
                return wait;
            own.Add(now);
            all.Add(now);
            Trim(own, (isRead ? Reads : Sends)[^1].Tokens);
            Trim(all, Everything[^1].Tokens);
            ForgetQuietPlaces(now);
            return TimeSpan.Zero;
        }
    }

    private List<long> Of((string, bool) key)
    {
        if (!taken.TryGetValue(key, out var times))
            taken[key] = times = [];
        return times;
    }

    private TimeSpan Missing(List<long> times, IReadOnlyList<PaceBucket> buckets, long now)
    {
        var wait = TimeSpan.Zero;
        foreach (var bucket in buckets)
        {
            if (times.Count >= bucket.Tokens)
                wait = Max(wait, bucket.Within - wall.GetElapsedTime(times[^bucket.Tokens], now));
        }
        return wait;
    }

    private static void Trim(List<long> times, int most)
    {
        if (times.Count > most)
            times.RemoveRange(0, times.Count - most);
    }

    // A place where nothing was said for an hour is as one never seen.
    private void ForgetQuietPlaces(long now)
    {
        if (taken.Count < 1000 || taken.Count % 1000 != 0)
            return;
        foreach (var (key, times) in taken)
        {
            if (times.Count == 0 || wall.GetElapsedTime(times[^1], now) > TimeSpan.FromHours(1))
                taken.Remove(key);
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>Innermost of the handlers: every try waits for its turn.</summary>
public sealed class PacedCalls(ConnectorPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        const string mark = "/v3/conversations";
        if (path.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
        {
            var place = path[(at + mark.Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "new";
            await pace.WaitAsync(place, request.Method == HttpMethod.Get, cancellationToken);
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
