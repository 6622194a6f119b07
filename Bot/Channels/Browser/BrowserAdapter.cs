using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Channels.Browser;

/// <summary>
/// Runs the turns of the browser channel. What a turn says is collected and written together with the words that caused it, those first;
/// only typing is shown at once.
/// </summary>
public sealed partial class BrowserAdapter : BotAdapter
{
    private readonly ChatLog log;
    private readonly FileOffers files;
    private readonly TimeProvider clock;
    private readonly ILogger<BrowserAdapter> logger;

    public BrowserAdapter(ChatLog log, FileOffers files, OneTurnAtATime oneTurnAtATime, TimeProvider clock, ILogger<BrowserAdapter> logger)
    {
        (this.log, this.files, this.clock, this.logger) = (log, files, clock, logger);
        Use(oneTurnAtATime);
        OnTurnError = ApologiseAsync;
    }

    /// <summary>Runs one turn. It goes on when the client hangs up: what a person has said is not lost.</summary>
    /// <returns><see cref="TurnOutcome.Failed"/> when the bot failed and the person has been told so; <see cref="TurnOutcome.Unavailable"/> when not even that could be kept.</returns>
    public async Task<TurnOutcome> ProcessAsync(Activity activity, IBot bot)
    {
        using var context = new TurnContext(this, activity);
        var turn = new Turn(activity.Conversation.Id);
        context.TurnState.Add(turn);
        if (activity.Type is ActivityTypes.Message or ActivityTypes.Event)
            turn.Add(Echo(activity));

        // Written inside the pipeline, so that the next turn of the conversation cannot get its words in before.
        await RunPipelineAsync(context, RunBotAsync, CancellationToken.None);
        await WriteAsync(turn); // the apology of a turn that failed
        return turn.Outcome;

        async Task RunBotAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            // Posted again because the answer was lost on the way: it has had its turn.
            if (BrowserActivity.IsNamedByClient(activity) && await log.HasAsync(turn.ConversationId, activity.Id, cancellationToken))
            {
                turn.Take();
                return;
            }
            await bot.OnTurnAsync(turnContext, cancellationToken);
            await WriteAsync(turn);
        }
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        // A turn that did not come in here, e.g. a continued conversation, has nothing to be written with.
        var turn = turnContext.TurnState.Get<Turn>() ?? new Turn(turnContext.Activity.Conversation.Id);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await SendAsync(turn, activities[i], turnContext.Activity.From?.Id ?? "", cancellationToken);
        if (turnContext.TurnState.Get<Turn>() is null)
            await WriteAsync(turn);
        return responses;
    }

    /// <exception cref="NotSupportedException">Always: Direct Line has no way to change what a client has been shown.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Direct Line cannot change an activity that was sent; send a new one.");

    /// <exception cref="NotSupportedException">Always: Direct Line has no way to take back what a client has been shown.</exception>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Direct Line cannot take an activity back.");

    private async Task<ResourceResponse> SendAsync(Turn turn, Activity activity, string userId, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypesEx.Delay:
                await Task.Delay(TimeSpan.FromMilliseconds(Convert.ToDouble(activity.Value ?? 1000, CultureInfo.InvariantCulture)), cancellationToken);
                return new ResourceResponse("");
            case ActivityTypes.Typing:
                log.Pass(Stamp(activity));
                return new ResourceResponse(activity.Id);
            case ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation:
                await files.ReplaceAsync(activity, userId, cancellationToken);
                turn.Add(ChatLog.Entry(Stamp(activity)));
                return new ResourceResponse(activity.Id);
            default: // traces and the like are not for clients
                return new ResourceResponse("");
        }
    }

    private Activity Stamp(Activity activity)
    {
        var now = clock.GetUtcNow();
        (activity.Id, activity.Timestamp) = (Guid.CreateVersion7(now).ToString("N"), now);
        (activity.ChannelId, activity.From, activity.ServiceUrl) = (BrowserOptions.Channel, BrowserActivity.Bot, null);
        return activity;
    }

    private async Task WriteAsync(Turn turn) => await log.AppendAsync(turn.ConversationId, turn.Take(), CancellationToken.None);

    // The bot gets the files; the log names them and does not grow by them.
    private static NewChatActivity Echo(Activity activity)
    {
        var given = activity.Attachments;
        activity.Attachments = given?.Select(NameOnly).ToList();
        var entry = ChatLog.Entry(activity);
        activity.Attachments = given;
        return entry;
    }

    private static Attachment NameOnly(Attachment attachment) =>
        attachment.ContentUrl?.StartsWith("data:", StringComparison.OrdinalIgnoreCase) == true
            ? new Attachment { ContentType = attachment.ContentType, Name = attachment.Name }
            : attachment;

    private async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        var turn = turnContext.TurnState.Get<Turn>();
        if (turn is not null && exception is DatabaseUnavailableException problem)
        {
            // The client is told instead, and keeps the words: sent again, they begin the same turn as though never said.
            LogPutOffTurn(turnContext.Activity.Conversation.Id, turnContext.Activity.Id, problem.Message);
            turn.End(TurnOutcome.Unavailable);
            turn.Take();
            return;
        }
        LogFailedTurn(exception, turnContext.Activity.Conversation.Id, turnContext.Activity.Id);
        turn?.End(TurnOutcome.Failed);
        await turnContext.SendActivityAsync(FailureTexts.Apology(LanguageOf(turnContext.Activity)), cancellationToken: CancellationToken.None);
    }

    /// <summary>The language of what was said, else of the browser.</summary>
    internal static Language LanguageOf(Activity activity) => Languages.Of(activity.Text ?? "") ?? Languages.Parse(activity.Locale?.Split('-')[0]);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The turn of activity {ActivityId} in conversation {ConversationId} was put off: {Problem}")]
    private partial void LogPutOffTurn(string conversationId, string activityId, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of activity {ActivityId} in conversation {ConversationId} failed")]
    private partial void LogFailedTurn(Exception exception, string conversationId, string activityId);

    /// <summary>What is to be written at the end of a turn.</summary>
    private sealed class Turn(string conversationId)
    {
        private readonly List<NewChatActivity> entries = [];

        public string ConversationId => conversationId;

        public TurnOutcome Outcome { get; private set; } = TurnOutcome.Done;

        public void Add(NewChatActivity entry)
        {
            lock (entries)
                entries.Add(entry);
        }

        public void End(TurnOutcome outcome) => Outcome = outcome;

        public NewChatActivity[] Take()
        {
            lock (entries)
            {
                var taken = entries.ToArray();
                entries.Clear();
                return taken;
            }
        }
    }
}

/// <summary>What became of a turn.</summary>
public enum TurnOutcome
{
    Done = 1,

    /// <summary>The bot broke; the words are kept, with an apology after them.</summary>
    Failed = 2,

    /// <summary>The database could not be used; nothing of the turn is kept.</summary>
    Unavailable = 3,
}
