using Microsoft.Bot.Schema;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>How a channel hands over the files that people send. What goes to people is <see cref="Texts.Reply.File"/>; its channel gives it the form it has for files.</summary>
public interface IFiles
{
    /// <summary>Files of this message that the channel carries; empty when there are none, or they are another channel's.</summary>
    Task<IReadOnlyList<FileContent>> ReceiveAsync(IMessageActivity activity, CancellationToken cancellationToken);
}

/// <summary>Files that came inside the message itself, as data addresses: so the browser channel hands them over. No other address is ever followed.</summary>
public sealed class InlineFiles : IFiles
{
    public Task<IReadOnlyList<FileContent>> ReceiveAsync(IMessageActivity activity, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FileContent>>([.. (activity.Attachments ?? []).Select(Decode).OfType<FileContent>()]);

    private static FileContent? Decode(Attachment attachment)
    {
        const string mark = ";base64,";
        var address = attachment.ContentUrl ?? "";
        var at = address.IndexOf(mark, StringComparison.Ordinal);
        if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || at is < 0 or > 200)
            return null;
        try
        {
            return new(Domain.FileNames.Safe(attachment.Name ?? ""), attachment.ContentType ?? "", Convert.FromBase64String(address[(at + mark.Length)..]));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
