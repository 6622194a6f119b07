namespace PlanBot.Data.Repositories;

/// <summary>Direct Line's lasting conversations and their history.</summary>
public interface IChatRepository
{
    /// <summary>The one conversation of this user, made with the id <paramref name="newId"/> when there is none yet.</summary>
    Task<ChatConversation> OpenAsync(string userId, string newId, CancellationToken cancellationToken);

    Task<ChatConversation?> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Marks that the bot was told of its member.</summary>
    /// <returns>False when it had been already.</returns>
    Task<bool> MarkGreetedAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Adds activities at the end, together. One whose id the conversation already has is left out: safe to repeat.</summary>
    /// <returns>The sequence number of the conversation's last activity.</returns>
    Task<long> AppendAsync(string conversationId, IReadOnlyList<NewChatActivity> activities, CancellationToken cancellationToken);

    /// <summary>Whether the conversation has an activity of this id.</summary>
    Task<bool> HasAsync(string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>The activity of this id in the user's lasting conversation, as JSON; null when it is not there.</summary>
    Task<string?> FindActivityAsync(string userId, string activityId, CancellationToken cancellationToken);

    /// <summary>Activities after sequence number <paramref name="after"/>, oldest first; when there are more than <paramref name="take"/>, the newest of them.</summary>
    Task<IReadOnlyList<ChatActivity>> ReadAsync(string conversationId, long after, int take, CancellationToken cancellationToken);
}

public sealed record ChatConversation
{
    public required string Id { get; init; }
    public required string UserId { get; init; }
    public required bool Greeted { get; init; }
}

/// <param name="Id">The activity's own id.</param>
/// <param name="Activity">JSON as it goes to the client.</param>
public sealed record NewChatActivity(string Id, string Activity);

public sealed record ChatActivity
{
    public required long Sequence { get; init; }

    /// <summary>JSON as it goes to the client.</summary>
    public required string Activity { get; init; }
}
