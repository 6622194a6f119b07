using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>What one node holds of a rate: a lease, how much of it is left, and when the rest was used. Not safe for several threads; its owner locks.</summary>
internal sealed class PaceShare(PaceRate rate)
{
    private readonly List<DateTimeOffset> uses = [];
    private string? lease;
    private int left;
    private DateTimeOffset from = DateTimeOffset.MinValue;
    private DateTimeOffset nothingUntil = DateTimeOffset.MinValue;

    public PaceRate Rate => rate;

    /// <summary>Held by whoever asks the database.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    // A clock that was set back ends the lease too.
    public bool IsUsable(DateTimeOffset now) => left > 0 && now >= from && now < from + rate.Lease;

    public bool IsQuiet(DateTimeOffset now) => !IsUsable(now) && Gate.CurrentCount > 0 && now > from + rate.Longest;

    /// <returns>Zero when there is a token, the wait where it is known that none is to be had, null when the database must be asked.</returns>
    public TimeSpan? Look(DateTimeOffset now) => IsUsable(now) ? TimeSpan.Zero : now >= from && now < nothingUntil ? nothingUntil - now : null;

    public void Use(DateTimeOffset now)
    {
        left--;
        uses.Add(now);
    }

    /// <summary>Nothing more of it is used from here on.</summary>
    /// <returns>The lease and when its tokens were used; null where there is none to settle.</returns>
    public (string Lease, IReadOnlyList<DateTimeOffset> Uses)? End()
    {
        left = 0;
        return lease is null ? null : (lease, [.. uses]);
    }

    /// <param name="tokens">Zero where none was to be had, for <paramref name="wait"/>.</param>
    public void Begin(string taken, int tokens, DateTimeOffset now, TimeSpan wait)
    {
        (lease, left, from, nothingUntil) = (tokens > 0 ? taken : null, tokens, now, now + wait);
        uses.Clear();
    }
}
