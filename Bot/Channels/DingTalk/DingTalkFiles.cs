using System.Net;
using System.Net.Sockets;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>In the pipeline of DingTalk: fetches pictures and files of people that are known, so that they come inside the message as everywhere else.</summary>
/// <remarks>DingTalk gives a code, its API an address for the code. It is followed to listed hosts only, encrypted, without a token, without redirections, to no private network and up to a size.</remarks>
public sealed partial class DingTalkFiles(
    DingTalkApi api, IHttpClientFactory clients, IPersonRepository people, IOptions<DingTalkOptions> options, IOptions<EvidenceOptions> evidence, ILogger<DingTalkFiles> logger) : Microsoft.Bot.Builder.IMiddleware
{
    public const string Client = "dingtalk-files";
    private const int MostFiles = 5;

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var wanted = (activity.Attachments ?? []).Where(attachment => attachment.ContentUrl?.StartsWith(RobotActivity.Download, StringComparison.Ordinal) == true).ToList();
        if (wanted.Count > 0 && Permissions.IsBound(await people.FindByIdentityAsync(activity.ChannelId, activity.From.Id, cancellationToken)))
        {
            var fetched = new List<Attachment>();
            foreach (var attachment in wanted.Take(MostFiles))
            {
                if (await FetchAsync(attachment, cancellationToken) is { } file)
                    fetched.Add(file);
            }
            activity.Attachments = fetched;
            if (fetched.Count < wanted.Count)
            {
                LogNotFetched(activity.Conversation.Id);
                await turnContext.SendActivityAsync(ReplyActivity.Of(new Reply(DingTalkTexts.FileNotFetched(Languages.Of(activity.Text ?? "") ?? Language.Chinese))), cancellationToken);
                if (fetched.Count == 0 && string.IsNullOrEmpty(activity.Text))
                    return;
            }
        }
        await next(cancellationToken);
    }

    /// <returns>Null when it cannot be had, or is too big.</returns>
    private async Task<Attachment?> FetchAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            var asked = new JObject { ["downloadCode"] = attachment.ContentUrl[RobotActivity.Download.Length..], ["robotCode"] = options.Value.RobotCode!.Trim() };
            var answer = await api.CallAsync(HttpMethod.Post, "/v1.0/robot/messageFiles/download", asked, cancellationToken);
            if (AddressIn(answer) is not { } address)
                return null;
            using var client = clients.CreateClient(Client);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return null;
            await response.Content.LoadIntoBufferAsync(evidence.Value.LargestFile, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var (type, ending) = KindOf(bytes);
            var name = attachment.Name is { Length: > 0 } given ? FileNames.Safe(given) : $"picture.{ending}";
            return new Attachment { ContentType = type, Name = name, ContentUrl = $"data:{type};base64,{Convert.ToBase64String(bytes)}" };
        }
        catch (Exception exception) when (exception is DingTalkException or HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogTrouble(exception.Message, (exception as DingTalkException)?.Scope ?? "");
            return null;
        }
    }

    /// <summary>The documented sample is plain http; where the host is listed it is asked by https all the same.</summary>
    private Uri? AddressIn(JObject answer)
    {
        if (!Uri.TryCreate(RobotMessage.Text(answer["downloadUrl"]), UriKind.Absolute, out var given))
            return null;
        if (given.Scheme == "http" && given.IsDefaultPort)
            given = new UriBuilder(given) { Scheme = "https", Port = 443 }.Uri;
        return options.Value.AllowsFileHost(given) ? given : null;
    }

    /// <summary>By what it begins with; DingTalk tells neither the type nor, of a picture, a name.</summary>
    private static (string Type, string Ending) KindOf(byte[] bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, ..] => ("image/png", "png"),
        [0xFF, 0xD8, 0xFF, ..] => ("image/jpeg", "jpg"),
        [0x47, 0x49, 0x46, 0x38, ..] => ("image/gif", "gif"),
        _ => ("application/octet-stream", "bin"),
    };

    /// <summary>Connects to no private network, whatever a listed name leads to; this machine only where it is listed itself.</summary>
    internal static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var isNumber = IPAddress.TryParse(context.DnsEndPoint.Host, out _);
        if (addresses.FirstOrDefault(address => isNumber || !PrivateNetworks.Contain(address)) is not { } there)
            throw new HttpRequestException("Refused: the host is in a private network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(there, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk's file cannot be had: {Reason} {Scope}")]
    private partial void LogTrouble(string reason, string scope);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file in conversation {ConversationId} was not fetched: too big, gone, or at a host that is not listed")]
    private partial void LogNotFetched(string conversationId);
}
