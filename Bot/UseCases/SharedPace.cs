using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Keeps all nodes together within the rates of a channel. Each takes a few tokens at a time from the database and uses them on its own, so that not every message costs a commit.</summary>
/// <remarks>A node that dies takes the tokens along that it had not used; they are back as if it had used them last of all. The nodes' clocks are to agree, as servers' clocks do.</remarks>
/// <param name="wall">Real time: a channel counts by it, whatever day the demo's clock shows.</param>
public sealed class SharedPace(IDatabase database, IPaceRepository paces, [FromKeyedServices("wall")] TimeProvider wall)
{
    private const int Many = 1000;
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, PaceShare> shares = [];
    private DateTimeOffset forgotten = DateTimeOffset.MinValue;

    /// <summary>Returns when what all of <paramref name="rates"/> are about may happen.</summary>
    /// <exception cref="DatabaseUnavailableException">Nobody knows what the other nodes have taken.</exception>
    public async Task WaitAsync(IReadOnlyList<PaceRate> rates, CancellationToken cancellationToken)
    {
        while (await TryAsync(rates, cancellationToken) is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), wall, cancellationToken); // a wait of less than one would be none
    }

    /// <summary>Uses one token of each rate.</summary>
    /// <returns>Zero when that was possible, else how long it is not; nothing is used then.</returns>
    internal async Task<TimeSpan> TryAsync(IReadOnlyList<PaceRate> rates, CancellationToken cancellationToken)
    {
        var own = rates.Select(ShareOf).ToList();
        do
        {
            foreach (var share in own)
            {
                if (await FillAsync(share, cancellationToken) is { } wait && wait > TimeSpan.Zero)
                    return wait;
            }
        }
        while (!TryUse(own)); // somebody else took the last while we asked for another
        return TimeSpan.Zero;
    }

    private PaceShare ShareOf(PaceRate rate)
    {
        lock (shares)
        {
            if (shares.TryGetValue(rate.Key, out var share))
                return share;
            if (shares.Count >= Many && shares.Count % Many == 0)
                ForgetQuietShares();
            return shares[rate.Key] = new PaceShare(rate);
        }
    }

    private bool TryUse(List<PaceShare> own)
    {
        lock (shares)
        {
            var now = wall.GetUtcNow();
            if (!own.TrueForAll(share => share.IsUsable(now)))
                return false;
            own.ForEach(share => share.Use(now));
            return true;
        }
    }

    /// <returns>Zero when the share has a token, else how long there is none to be had.</returns>
    private async Task<TimeSpan> FillAsync(PaceShare share, CancellationToken cancellationToken)
    {
        if (Look(share) is { } known)
            return known;
        await share.Gate.WaitAsync(cancellationToken);
        try
        {
            return Look(share) ?? await TakeAsync(share, cancellationToken);
        }
        finally
        {
            share.Gate.Release();
        }
    }

    /// <returns>Null when the database must be asked.</returns>
    private TimeSpan? Look(PaceShare share)
    {
        lock (shares)
            return share.Look(wall.GetUtcNow());
    }

    private async Task<TimeSpan> TakeAsync(PaceShare share, CancellationToken cancellationToken)
    {
        var lease = Guid.CreateVersion7().ToString("N")[^12..];
        (string Lease, IReadOnlyList<DateTimeOffset> Uses)? ended;
        lock (shares)
            ended = share.End();
        while (true)
        {
            var (isStored, tokens, wait, now) = await database.TogetherInFileAsync(
                async token =>
                {
                    var row = await paces.FindAsync(share.Rate.Key, token);
                    var now = wall.GetUtcNow(); // after waiting for the turn to write
                    var log = PaceLog.Read(share.Rate, row?.Taken, now);
                    if (ended is { } before)
                        log.Settle(before.Lease, before.Uses);
                    var (tokens, wait) = log.Take(lease, now);
                    return (await paces.StoreAsync(share.Rate.Key, log.Write(now), row?.Version ?? 0, log.BackAt(now), token), tokens, wait, now);
                },
                cancellationToken);
            if (!isStored)
                continue;
            lock (shares)
                share.Begin(lease, tokens, now, wait);
            await ForgetNowAndThenAsync(now, cancellationToken);
            return wait;
        }
    }

    private async Task ForgetNowAndThenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (shares)
        {
            if (now - forgotten < BetweenForgetting && now >= forgotten)
                return;
            forgotten = now;
        }
        await paces.ForgetAsync(now, cancellationToken);
    }

    private void ForgetQuietShares()
    {
        var now = wall.GetUtcNow();
        foreach (var (key, share) in shares)
        {
            if (share.IsQuiet(now))
                shares.Remove(key);
        }
    }
}
