using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>A channel's REST interface for one service url.</summary>
public interface IConnectorClient : IDisposable
{
    IConversations Conversations { get; }
}

/// <summary>Conversations of a channel; what can be done with them stands in <see cref="ConversationsExtensions"/>.</summary>
/// <remarks>The official interface answers with types of Microsoft.Rest, which programs had better not use.</remarks>
public interface IConversations
{
    /// <param name="path">Under the service url, its parts escaped.</param>
    /// <param name="body">Written as JSON; null for none.</param>
    /// <returns>The default of <typeparamref name="T"/> when the answer has no body.</returns>
    internal Task<T> CallAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken);
}

public static class ConversationsExtensions
{
    public static Task<ConversationResourceResponse> CreateConversationAsync(
        this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", Given(parameters, nameof(parameters)), cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Post, $"{Path(conversationId)}/activities", Given(activity, nameof(activity)), cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Post, Path(conversationId, activityId), Given(activity, nameof(activity)), cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Put, Path(conversationId, activityId), Given(activity, nameof(activity)), cancellationToken);

    public static Task DeleteActivityAsync(
        this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        operations.CallAsync<object>(HttpMethod.Delete, Path(conversationId, activityId), null, cancellationToken);

    public static Task<IList<ChannelAccount>> GetConversationMembersAsync(
        this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        operations.CallAsync<IList<ChannelAccount>>(HttpMethod.Get, $"{Path(conversationId)}/members", null, cancellationToken);

    /// <returns>A page; the last one has no continuation token. Pages can repeat a member.</returns>
    public static Task<PagedMembersResult> GetConversationPagedMembersAsync(
        this IConversations operations, string conversationId, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default)
    {
        var query = new List<string>();
        if (pageSize is { } size)
            query.Add(FormattableString.Invariant($"pageSize={size}"));
        if (continuationToken is { Length: > 0 })
            query.Add($"continuationToken={Uri.EscapeDataString(continuationToken)}");
        var path = $"{Path(conversationId)}/pagedmembers{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
        return operations.CallAsync<PagedMembersResult>(HttpMethod.Get, path, null, cancellationToken);
    }

    internal static Task<T> GetMemberAsync<T>(this IConversations operations, string userId, string conversationId, CancellationToken cancellationToken) =>
        operations.CallAsync<T>(HttpMethod.Get, $"{Path(conversationId)}/members/{Escaped(userId, nameof(userId))}", null, cancellationToken);

    private static string Path(string conversationId) => $"v3/conversations/{Escaped(conversationId, nameof(conversationId))}";

    private static string Path(string conversationId, string activityId) => $"{Path(conversationId)}/activities/{Escaped(activityId, nameof(activityId))}";

    private static string Escaped(string id, string name) => string.IsNullOrEmpty(id) ? throw new ArgumentNullException(name) : Uri.EscapeDataString(id);

    private static object Given(object value, string name) => value ?? throw new ArgumentNullException(name);
}
