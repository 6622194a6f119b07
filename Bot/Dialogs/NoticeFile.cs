using Microsoft.Bot.Schema;

namespace PlanBot.Dialogs;

/// <summary>A file that a coordinator sends, or a text pasted whole, to be imported.</summary>
public sealed record NoticeFile(string Name, byte[] Content)
{
    /// <summary>Name under which a pasted text is kept.</summary>
    public const string Pasted = "粘贴的通知.txt";

    public static NoticeFile OfText(string text) => new(Pasted, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The first file that came with its content; null when none did. A channel hands an upload over as a data address.</summary>
    public static NoticeFile? Of(IMessageActivity activity)
    {
        foreach (var attachment in activity.Attachments ?? [])
        {
            const string marker = ";base64,";
            if (attachment.ContentUrl is not { } url || !url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || url.IndexOf(marker, StringComparison.OrdinalIgnoreCase) is not (> 0 and var at))
                continue;
            var content = new byte[url.Length];
            if (Convert.TryFromBase64Chars(url.AsSpan(at + marker.Length), content, out var length))
                return new(attachment.Name ?? "file", content[..length]);
        }
        return null;
    }
}
