using System.Collections.Concurrent;

namespace PlanBot.Channels.DingTalk;

/// <summary>Where each conversation can be answered without a call of the API, for as long as DingTalk said. In memory only: the address is a key.</summary>
/// <remarks>A node that has none, after a restart or because another had the message, answers by the robot API.</remarks>
public sealed class SessionWebhooks([FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>An answer must not be under way when the address ends.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, (Uri Address, DateTimeOffset Until)> known = [];

    public void Keep(string conversationId, Uri address, DateTimeOffset until)
    {
        if (known.Count >= Most)
            ForgetEnded();
        known[conversationId] = (address, until);
    }

    /// <returns>Null when there is none that is still good.</returns>
    public Uri? Find(string conversationId) =>
        known.TryGetValue(conversationId, out var place) && place.Until - Margin > wall.GetUtcNow() ? place.Address : null;

    public void Forget(string conversationId) => known.TryRemove(conversationId, out _);

    private void ForgetEnded()
    {
        var now = wall.GetUtcNow();
        foreach (var (conversation, place) in known)
        {
            if (place.Until < now)
                known.TryRemove(conversation, out _);
        }
        if (known.Count >= Most)
            known.Clear();
    }
}
