using Microsoft.Bot.Builder;

namespace PlanBot.Dialogs.Cards;

/// <summary>Puts another card in the place of one that a conversation shows, in the channels that can.</summary>
public interface ICardChanges
{
    /// <summary>Never fails the turn: a card that cannot be changed any more stays as it is, and its buttons say that they are out of date.</summary>
    /// <param name="card">An Adaptive Card as JSON text.</param>
    /// <returns>False when the channel does not answer in time, so that it is of no use to try another now.</returns>
    Task<bool> ReplaceAsync(ITurnContext context, string activityId, string card, CancellationToken cancellationToken);
}
