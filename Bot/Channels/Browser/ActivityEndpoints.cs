using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace PlanBot.Channels.Browser;

/// <summary>Direct Line: reading what was said, and saying something.</summary>
internal static class ActivityEndpoints
{
    public static void Map(RouteGroupBuilder directLine)
    {
        directLine.MapGet("/conversations/{conversationId}/activities", ReadAsync);
        directLine.MapPost("/conversations/{conversationId}/activities", PostAsync);
        directLine.MapPost("/conversations/{conversationId}/upload", UploadAsync);
    }

    /// <summary>What was said after the watermark; without one, the history.</summary>
    private static async Task<IResult> ReadAsync(
        string conversationId, string? watermark, HttpRequest request, DirectLineAccess access, ChatLog log, SeenInBrowser seen, CancellationToken cancellationToken)
    {
        var (token, refusal) = await access.CheckAsync(request, conversationId, cancellationToken);
        if (token is null)
            return refusal!;
        if (ActivitySet.ReadWatermark(watermark) is not { } after)
            return DirectLineError.Bad("The watermark is not one of ours.");
        var said = await log.ReadAsync(conversationId, after, cancellationToken);
        if (said.Activities.Count > 0)
            await seen.MarkAsync(token.UserId, cancellationToken);
        return TypedResults.Text(said.ToJson(), "application/json");
    }

    private static async Task<IResult> PostAsync(
        string conversationId, HttpRequest request, DirectLineAccess access, BrowserAdapter adapter, IBot bot, FloodGate flood, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (token, refusal) = await access.CheckAsync(request, conversationId, cancellationToken);
        if (token is null)
            return refusal!;
        var (place, retryAfter) = flood.Enter(conversationId);
        using (place)
        {
            if (place is null)
                return DirectLineError.TooMany(retryAfter);
            var (body, unreadable) = await RequestBody.ReadAsync(request, cancellationToken);
            if (unreadable is not null)
                return unreadable;
            var (activity, unfit) = BrowserActivity.FromClient(body!, token, clock.GetUtcNow());
            return activity is null ? unfit! : await RunTurnAsync(activity, adapter, bot);
        }
    }

    /// <summary>A message with files. The bot gets each as an attachment whose contentUrl is a data address; the log keeps its name only.</summary>
    private static async Task<IResult> UploadAsync(
        string conversationId, HttpRequest request, DirectLineAccess access, UploadReader upload, BrowserAdapter adapter, IBot bot, FloodGate flood,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var (token, refusal) = await access.CheckAsync(request, conversationId, cancellationToken);
        if (token is null)
            return refusal!;
        var (place, retryAfter) = flood.Enter(conversationId);
        using (place)
        {
            if (place is null)
                return DirectLineError.TooMany(retryAfter);
            var (body, files, unreadable) = await upload.ReadAsync(request, cancellationToken);
            if (unreadable is not null)
                return unreadable;
            var (activity, unfit) = BrowserActivity.FromClient(body!, token, clock.GetUtcNow());
            if (activity is null)
                return unfit!;
            activity.Attachments = [.. files!];
            return await RunTurnAsync(activity, adapter, bot);
        }
    }

    private static async Task<IResult> RunTurnAsync(Activity activity, BrowserAdapter adapter, IBot bot) => await adapter.ProcessAsync(activity, bot) switch
    {
        TurnOutcome.Done => TypedResults.Ok(new { id = activity.Id }),
        TurnOutcome.Unavailable => DirectLineError.Unavailable(BrowserAdapter.LanguageOf(activity)),
        _ => DirectLineError.BotFailed,
    };
}
