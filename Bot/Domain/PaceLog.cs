using System.Globalization;

namespace PlanBot.Domain;

/// <summary>What was taken of one rate, and when. Each token comes back when its bucket's time has passed since it was used, so that never more are used in that time.</summary>
/// <remarks>A node takes several tokens at once, as a lease. Until it tells when it used them they count as used when the lease ends, which is the latest that they can be.</remarks>
public sealed class PaceLog
{
    /// <summary>What only the longest bucket still counts is known to a sixtieth of its time.</summary>
    private const int Fineness = 60;

    private readonly PaceRate rate;
    private readonly List<Entry> entries;

    private PaceLog(PaceRate rate, List<Entry> entries) => (this.rate, this.entries) = (rate, entries);

    /// <param name="text">As <see cref="Write"/> makes it; null or empty where nothing was taken.</param>
    public static PaceLog Read(PaceRate rate, string? text, DateTimeOffset now)
    {
        // A clock that was set back must not let tokens stay away until it is as late again.
        var (latest, gone) = (Milliseconds(now + rate.Lease), Milliseconds(now - rate.Longest));
        var entries = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Entry.Read)
            .Select(entry => entry with { At = Math.Min(entry.At, latest) }).Where(entry => entry.At > gone);
        return new(rate, [.. entries]);
    }

    /// <summary>Replaces a lease by what became of it: tokens not used are back at once.</summary>
    /// <remarks>A lease that is not known, because it was over long ago, is none to change.</remarks>
    public void Settle(string lease, IEnumerable<DateTimeOffset> uses)
    {
        if (entries.RemoveAll(entry => entry.Lease == lease) > 0)
            entries.AddRange(uses.Select(use => new Entry(Milliseconds(use) + 1, 1, "")));
    }

    /// <summary>Takes up to the rate's number of tokens at once.</summary>
    /// <returns>How many; where none, how long it is until there may be one.</returns>
    public (int Tokens, TimeSpan Wait) Take(string lease, DateTimeOffset now)
    {
        var room = rate.Buckets.Min(bucket => bucket.Tokens - entries.Where(entry => Counts(entry, bucket, now)).Sum(entry => entry.Tokens));
        if (room <= 0)
            return (0, rate.Buckets.Max(bucket => WaitFor(bucket, now)));
        var tokens = Math.Min(room, rate.AtOnce);
        entries.Add(new Entry(Milliseconds(now + rate.Lease), tokens, lease));
        return (tokens, TimeSpan.Zero);
    }

    /// <summary>When nothing of this counts any more.</summary>
    public DateTimeOffset BackAt(DateTimeOffset now) => now + rate.Lease + rate.Longest;

    public string Write(DateTimeOffset now)
    {
        var coarse = rate.Buckets.Count > 1 ? Milliseconds(now - rate.Buckets[^2].Within - rate.Lease) : long.MinValue;
        var step = Math.Max(1, (long)rate.Longest.TotalMilliseconds / Fineness);
        var old = entries.Where(entry => entry.At < coarse).GroupBy(entry => entry.At / step).Select(group => new Entry(group.Max(entry => entry.At), group.Sum(entry => entry.Tokens), ""));
        return string.Join(' ', old.Concat(entries.Where(entry => entry.At >= coarse)).OrderBy(entry => entry.At));
    }

    private TimeSpan WaitFor(PaceBucket bucket, DateTimeOffset now)
    {
        var counted = entries.Where(entry => Counts(entry, bucket, now)).OrderBy(entry => entry.At).ToList();
        var left = counted.Sum(entry => entry.Tokens);
        foreach (var entry in counted)
        {
            if (left < bucket.Tokens)
                break;
            left -= entry.Tokens;
            if (left < bucket.Tokens)
                return DateTimeOffset.FromUnixTimeMilliseconds(entry.At) + bucket.Within - now;
        }
        return TimeSpan.Zero;
    }

    private static bool Counts(Entry entry, PaceBucket bucket, DateTimeOffset now) => DateTimeOffset.FromUnixTimeMilliseconds(entry.At) + bucket.Within > now;

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <param name="At">Milliseconds of Unix time.</param>
    /// <param name="Lease">Empty where it is known when they were used.</param>
    private readonly record struct Entry(long At, int Tokens, string Lease)
    {
        public static Entry Read(string text) => text.Split(':') is [var at, var tokens, ..] and var parts
            ? new(long.Parse(at, CultureInfo.InvariantCulture), int.Parse(tokens, CultureInfo.InvariantCulture), parts is [_, _, var lease] ? lease : "")
            : throw new FormatException($"'{text}' is no entry of a pace.");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}:{Tokens}{(Lease.Length > 0 ? ":" : "")}{Lease}");
    }
}
