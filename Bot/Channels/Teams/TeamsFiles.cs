using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.Teams;

/// <summary>Files that people send in a private chat: Teams keeps them and names an address, which is good for a while without a token.</summary>
/// <remarks>The address comes with an authenticated activity and is still followed to listed hosts only, without redirections and up to a size.</remarks>
public sealed partial class TeamsFiles(IHttpClientFactory clients, IOptions<TeamsOptions> options, IOptions<EvidenceOptions> evidence, ILogger<TeamsFiles> logger) : IFiles
{
    public const string Client = "teams-files";
    private const int MostFiles = 5;

    public async Task<IReadOnlyList<FileContent>> ReceiveAsync(IMessageActivity activity, CancellationToken cancellationToken)
    {
        var files = new List<FileContent>();
        foreach (var attachment in (activity.Attachments ?? []).Where(attachment => attachment?.ContentType == FileDownloadInfo.ContentType).Take(MostFiles))
        {
            if (AddressOf(attachment) is { } address && options.Value.AllowsFileHost(address) && await FetchAsync(address, cancellationToken) is { } content)
                files.Add(new(FileNames.Safe(attachment.Name ?? ""), content.Type, content.Bytes));
            else
                LogNotFetched(activity.Conversation.Id);
        }
        return files;
    }

    private static Uri? AddressOf(Attachment attachment)
    {
        try
        {
            return Uri.TryCreate((attachment.Content as JObject)?.ToObject<FileDownloadInfo>()?.DownloadUrl, UriKind.Absolute, out var address) ? address : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null when it cannot be had, or is too big.</returns>
    private async Task<(string Type, byte[] Bytes)?> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return null;
            await response.Content.LoadIntoBufferAsync(evidence.Value.LargestFile, cancellationToken);
            return (response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file in conversation {ConversationId} was not fetched: too big, gone, or at a host that is not listed")]
    private partial void LogNotFetched(string conversationId);
}
