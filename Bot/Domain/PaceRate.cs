namespace PlanBot.Domain;

/// <summary>At most <paramref name="Tokens"/> in any time of that length.</summary>
public sealed record PaceBucket(int Tokens, TimeSpan Within);

/// <summary>A rate that all nodes keep together.</summary>
/// <param name="Key">What it is the rate of.</param>
/// <param name="Buckets">All of them hold, the shortest first.</param>
/// <param name="AtOnce">Tokens that a node takes at a time.</param>
/// <param name="Lease">How long the node may use them; they come back so much later where it does not say when it did.</param>
public sealed record PaceRate(string Key, IReadOnlyList<PaceBucket> Buckets, int AtOnce, TimeSpan Lease)
{
    public TimeSpan Longest => Buckets[^1].Within;
}
