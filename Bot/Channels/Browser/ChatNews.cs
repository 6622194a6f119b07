using System.Threading.Channels;

namespace PlanBot.Channels.Browser;

/// <summary>Tells the open sockets of a conversation, on this node, that there is something to show.</summary>
public sealed class ChatNews
{
    private readonly Dictionary<string, List<Subscription>> listeners = [];

    public Subscription Listen(string conversationId)
    {
        lock (listeners)
        {
            if (!listeners.TryGetValue(conversationId, out var ofConversation))
                listeners[conversationId] = ofConversation = [];
            var subscription = new Subscription(this, conversationId);
            ofConversation.Add(subscription);
            return subscription;
        }
    }

    /// <summary>There is more in the log.</summary>
    public void TellWritten(string conversationId) => Tell(conversationId, null);

    /// <summary>Shows an activity (JSON) that is not kept, such as typing.</summary>
    public void TellPassing(string conversationId, string activity) => Tell(conversationId, activity);

    private void Tell(string conversationId, string? passing)
    {
        lock (listeners)
        {
            foreach (var listener in listeners.GetValueOrDefault(conversationId) ?? [])
                listener.Add(passing);
        }
    }

    private void Forget(Subscription subscription)
    {
        lock (listeners)
        {
            var ofConversation = listeners[subscription.ConversationId];
            ofConversation.Remove(subscription);
            if (ofConversation.Count == 0)
                listeners.Remove(subscription.ConversationId);
        }
    }

    public sealed class Subscription(ChatNews news, string conversationId) : IDisposable
    {
        // The log is what counts: a reader that is too slow may miss a typing, and reads the log at the next look in any case.
        private readonly Channel<string?> passing = Channel.CreateBounded<string?>(new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropOldest });

        internal string ConversationId => conversationId;

        /// <summary>Waits for news, at most as long as <paramref name="patience"/>.</summary>
        /// <returns>The passing activities since the last call, oldest first; the log is to be looked at in any case.</returns>
        public async Task<IReadOnlyList<string>> NextAsync(TimeSpan patience, TimeProvider wall, CancellationToken cancellationToken)
        {
            using var impatience = new CancellationTokenSource(patience, wall);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
            try
            {
                await passing.Reader.WaitToReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return [];
            }
            var activities = new List<string>();
            while (passing.Reader.TryRead(out var activity))
            {
                if (activity is not null)
                    activities.Add(activity);
            }
            return activities;
        }

        internal void Add(string? activity) => passing.Writer.TryWrite(activity);

        public void Dispose() => news.Forget(this);
    }
}
