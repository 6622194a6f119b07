using System.Net.Http.Headers;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Channels.Browser;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Channels.Teams;

/// <summary>In the pipeline of Teams: puts a file into the store of the person who has agreed to it, and nowhere else.</summary>
/// <remarks>The address to put it to comes with an authenticated activity and is still followed to listed hosts only, without a token and without redirections.
/// Source: Microsoft, "Send and receive files using bot".</remarks>
public sealed partial class FileConsents(
    FileOffers files, IPersonRepository people, IHttpClientFactory clients, IOptions<TeamsOptions> options, ILogger<FileConsents> logger) : Microsoft.Bot.Builder.IMiddleware
{
    private const string Invoke = "fileConsent/invoke";
    private const string Key = "planbotFile";

    /// <summary>The card that asks.</summary>
    /// <param name="size">Bytes.</param>
    /// <param name="token">Of <see cref="FileOffers"/>.</param>
    internal static Attachment Ask(string name, long size, string token, Language language) => new()
    {
        ContentType = FileConsentCard.ContentType,
        Name = name,
        Content = new FileConsentCard(FileConsentTexts.Description(language), size, new JObject { [Key] = token }, new JObject { [Key] = token }),
    };

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity is not { Type: ActivityTypes.Invoke, Name: Invoke } activity || Read(activity.Value) is not var (answer, token))
        {
            await next(cancellationToken);
            return;
        }
        await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = StatusCodes.Status200OK } }, cancellationToken);
        var person = await people.FindByIdentityAsync(activity.ChannelId, activity.From.Id, cancellationToken);
        if (!Permissions.IsBound(person))
            return;
        var language = Languages.Parse(person!.Language);
        if (await files.FindAsync(token, cancellationToken) is not { } offer || offer.UserId != activity.From.Id)
            await SayAsync(turnContext, FileConsentTexts.Expired(language), cancellationToken);
        else if (answer.Action != "accept")
            await SayAsync(turnContext, FileConsentTexts.Declined(offer.Name, language), cancellationToken);
        else if (!await PutAsync(answer.UploadInfo, Convert.FromBase64String(offer.Content), cancellationToken))
        {
            LogNotSaved(activity.Conversation.Id);
            await SayAsync(turnContext, FileConsentTexts.NotSaved(offer.Name, files.AddressOf(token), language), cancellationToken);
        }
        else
            await turnContext.SendActivityAsync(Shown(answer.UploadInfo, offer.Name), cancellationToken);
        await RemoveAsync(turnContext, activity.ReplyToId, cancellationToken);
    }

    private static (FileConsentCardResponse Answer, string Token)? Read(object? value)
    {
        try
        {
            return (value as JObject)?.ToObject<FileConsentCardResponse>() is { Action: "accept" or "decline", Context: JObject context } answer
                && context[Key] is JValue { Value: string { Length: > 0 and <= 128 } token }
                    ? (answer, token)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IMessageActivity Shown(FileUploadInfo put, string name) => MessageFactory.Attachment(new Attachment
    {
        ContentType = FileInfoCard.ContentType, Name = put.Name ?? name, ContentUrl = put.ContentUrl, Content = new FileInfoCard(put.UniqueId, put.FileType),
    });

    /// <returns>False when it is not there now: not allowed, refused, or out of reach.</returns>
    private async Task<bool> PutAsync(FileUploadInfo? to, byte[] content, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(to?.UploadUrl, UriKind.Absolute, out var address) || !options.Value.AllowsFileHost(address)
            || !Uri.TryCreate(to.ContentUrl, UriKind.Absolute, out var shown) || !options.Value.AllowsFileHost(shown))
            return false;
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (content.Length > 0)
            body.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        try
        {
            using var client = clients.CreateClient(TeamsFiles.Client);
            using var response = await client.PutAsync(address, body, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The question is answered; where it cannot be taken away it does no harm.</summary>
    private async Task RemoveAsync(ITurnContext turnContext, string? cardId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(cardId))
            return;
        try
        {
            await turnContext.DeleteActivityAsync(cardId, cancellationToken);
        }
        catch (Exception exception) when (exception is ConnectorException or ErrorResponseException or HttpRequestException)
        {
            LogNotRemoved(turnContext.Activity.Conversation.Id, exception.Message);
        }
    }

    private static async Task SayAsync(ITurnContext turnContext, string text, CancellationToken cancellationToken) =>
        await turnContext.SendActivityAsync(ReplyActivity.Of(new Reply(text)), cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file for conversation {ConversationId} could not be put into its store: refused, out of reach, or at a host that is not listed")]
    private partial void LogNotSaved(string conversationId);

    [LoggerMessage(Level = LogLevel.Information, Message = "The question about a file in conversation {ConversationId} stays: {Reason}")]
    private partial void LogNotRemoved(string conversationId, string reason);
}
