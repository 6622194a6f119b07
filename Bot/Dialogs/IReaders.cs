using Microsoft.Bot.Builder;

namespace PlanBot.Dialogs;

/// <summary>Who reads along in a group; channels that can tell implement it.</summary>
public interface IReaders
{
    /// <returns>User ids of the group's members without the bot; null where the channel cannot tell, which counts as if strangers were reading.</returns>
    Task<IReadOnlyList<string>?> OfAsync(ITurnContext context, CancellationToken cancellationToken);
}
