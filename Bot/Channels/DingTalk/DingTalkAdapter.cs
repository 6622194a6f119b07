using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Channels.Browser;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Channels.DingTalk;

/// <summary>Runs the turns of DingTalk. What a turn says is collected and goes out once its state is kept, in order, before the conversation's next turn.</summary>
public sealed partial class DingTalkAdapter : BotAdapter
{
    private static readonly HashSet<string> Carried = ["xlsx", "pdf", "zip", "rar", "doc", "docx"];
    private const int LargestUpload = 20 * 1024 * 1024;

    private readonly DingTalkReplies replies;
    private readonly DingTalkApi api;
    private readonly FileOffers files;
    private readonly DingTalkOptions settings;
    private readonly ILogger<DingTalkAdapter> logger;

    public DingTalkAdapter(
        DingTalkReplies replies, DingTalkApi api, FileOffers files, OneTurnAtATime oneTurnAtATime, SeenActivities seen, DingTalkPeople people, DingTalkFiles received,
        IOptions<DingTalkOptions> options, ILogger<DingTalkAdapter> logger)
    {
        (this.replies, this.api, this.files, settings, this.logger) = (replies, api, files, options.Value, logger);
        Use(oneTurnAtATime).Use(seen).Use(people).Use(received);
        OnTurnError = ApologiseAsync;
    }

    /// <exception cref="DatabaseUnavailableException">Nothing of the turn is kept; it is to have its turn again.</exception>
    internal async Task ProcessAsync(RobotMessage message, IBot bot)
    {
        var activity = message.Kind == DingTalkCards.PressKind ? PressOf(message) : RobotActivity.Of(message, settings.RobotCode!.Trim(), settings.ApiUrl);
        using var context = new TurnContext(this, activity);
        var said = new Said();
        context.TurnState.Add(message);
        context.TurnState.Add(said);
        var place = new RobotPlace(message.ConversationId, message.IsGroup, message.StaffId);

        // Said inside the pipeline, so that the conversation's next turn cannot get its words in before.
        await RunPipelineAsync(context, async (turnContext, cancellationToken) =>
        {
            await bot.OnTurnAsync(turnContext, cancellationToken);
            await SayAsync(place, said);
        }, CancellationToken.None);
        await SayAsync(place, said); // what was said without the bot, and the apology of a turn that failed
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var said = turnContext.TurnState.Get<Said>();
        foreach (var activity in activities.Where(activity => activity.Type == ActivityTypes.Message))
            said?.Activities.Add(activity);
        return Task.FromResult(activities.Select(_ => new ResourceResponse(Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture))).ToArray());
    }

    /// <exception cref="NotSupportedException">Always: what DingTalk has been told stays.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("DingTalk cannot change a message that was sent; send a new one.");

    /// <exception cref="NotSupportedException">Always: what DingTalk has been told stays.</exception>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("DingTalk cannot take a message back.");

    private Activity PressOf(RobotMessage press)
    {
        var activity = RobotActivity.Of(press, settings.RobotCode!.Trim(), settings.ApiUrl);
        (activity.Text, activity.Value) = (RobotMessage.Text(press.Body["say"]), press.Body["value"] as JObject);
        return activity;
    }

    private async Task SayAsync(RobotPlace place, Said said)
    {
        foreach (var activity in said.Take())
        {
            var carried = new List<RobotReply>();
            foreach (var attachment in activity.Attachments ?? [])
            {
                if (FileOffers.Base64Of(attachment) is { } content)
                    await CarryAsync(place, activity, attachment, Convert.FromBase64String(content), carried);
            }
            foreach (var reply in RobotForm.Of(activity, place.IsGroup).Concat(carried))
                await replies.SayAsync(place, reply, CancellationToken.None);
        }
    }

    /// <summary>Uploads the file where DingTalk carries its kind; else the words say where it is.</summary>
    private async Task CarryAsync(RobotPlace place, Activity activity, Attachment file, byte[] content, List<RobotReply> carried)
    {
        var ending = Path.GetExtension(file.Name).TrimStart('.').ToLowerInvariant();
        if (Carried.Contains(ending) && content.Length <= LargestUpload && place.StaffId is not null)
        {
            try
            {
                carried.Add(new RobotReply.UploadedFile(await api.UploadAsync(file.Name, content, CancellationToken.None), file.Name, ending));
                return;
            }
            catch (Exception exception) when (exception is DingTalkException or HttpRequestException or OperationCanceledException)
            {
                LogNotUploaded(place.ConversationId, exception.Message);
            }
        }
        if (await files.KeepAsync(file, place.StaffId ?? "", CancellationToken.None) is { } token)
            activity.Text = $"{activity.Text}\n{DingTalkTexts.FileAt(file.Name, files.AddressOf(token))}".TrimStart();
    }

    private async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        if (exception is DatabaseUnavailableException)
        {
            turnContext.TurnState.Get<Said>()?.Take();
            ExceptionDispatchInfo.Throw(exception);
        }
        LogFailedTurn(exception, turnContext.Activity.Conversation.Id, turnContext.Activity.Id);
        await turnContext.SendActivityAsync(FailureTexts.Apology(Languages.Of(turnContext.Activity.Text ?? "") ?? Language.Chinese), cancellationToken: CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of message {ActivityId} in conversation {ConversationId} failed")]
    private partial void LogFailedTurn(Exception exception, string conversationId, string? activityId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file for conversation {ConversationId} could not be uploaded and is offered by an address: {Reason}")]
    private partial void LogNotUploaded(string conversationId, string reason);

    /// <summary>What is to be said at the end of a turn.</summary>
    private sealed class Said
    {
        public List<Activity> Activities { get; } = [];

        public Activity[] Take()
        {
            var taken = Activities.ToArray();
            Activities.Clear();
            return taken;
        }
    }
}
