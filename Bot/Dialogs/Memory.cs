using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Bot.Builder;

namespace PlanBot.Dialogs;

/// <summary>What the conversation remembers beside the dialogs' own place: kept as JSON text, so that the store needs to know none of our types.</summary>
public sealed class Memory(ConversationState conversation)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    /// <summary>Null when nothing of that name is remembered.</summary>
    public async Task<T?> ReadAsync<T>(ITurnContext context, string name, CancellationToken cancellationToken)
        where T : class
    {
        var text = await conversation.CreateProperty<string>(name).GetAsync(context, () => "", cancellationToken);
        return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<T>(text, Json);
    }

    public Task KeepAsync<T>(ITurnContext context, string name, T value, CancellationToken cancellationToken) =>
        conversation.CreateProperty<string>(name).SetAsync(context, JsonSerializer.Serialize(value, Json), cancellationToken);

    public Task ForgetAsync(ITurnContext context, string name, CancellationToken cancellationToken) =>
        conversation.CreateProperty<string>(name).DeleteAsync(context, cancellationToken);
}
