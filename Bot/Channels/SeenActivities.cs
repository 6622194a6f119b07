using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace PlanBot.Channels;

/// <summary>In the pipeline, after <see cref="OneTurnAtATime"/>: an activity that was dealt with before is answered and has no effect a second time.</summary>
/// <remarks>Channels send again what was not answered in time; whoever got hold of a request can send it again too. The conversation's own state keeps the latest ids, so every node knows
/// them, and they are stored together with what the turn has changed. The channel and the conversation are that state's key.</remarks>
public sealed class SeenActivities(ConversationState conversation) : Microsoft.Bot.Builder.IMiddleware
{
    private const int Kept = 64;
    private const int Length = 16;
    private const string Name = "seen";

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (string.IsNullOrEmpty(activity.Id) || activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation })
        {
            await next(cancellationToken);
            return;
        }
        var property = conversation.CreateProperty<string>(Name);
        var seen = await property.GetAsync(turnContext, () => "", cancellationToken);
        var own = Mark(activity);
        if (Enumerable.Range(0, seen.Length / Length).Any(at => string.CompareOrdinal(seen, at * Length, own, 0, Length) == 0))
        {
            if (activity.Type == ActivityTypes.Invoke)
                await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 200 } }, cancellationToken);
            return;
        }
        var longest = (Kept - 1) * Length;
        await property.SetAsync(turnContext, (seen.Length > longest ? seen[^longest..] : seen) + own, cancellationToken);
        await next(cancellationToken);
        await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    // Both are ids of one conversation; a message and its later edit or reaction share none.
    private static string Mark(Activity activity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.Type} {activity.Id}")))[..Length];
}
