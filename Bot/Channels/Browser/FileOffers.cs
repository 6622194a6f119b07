using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Channels.Browser;

/// <summary>Files that the bot hands out: Direct Line carries an address, so each gets one that nobody can guess, that expires, and that is good for its reader only.</summary>
public sealed class FileOffers(IFileOfferRepository offers, PublicAddress address, [FromKeyedServices("wall")] TimeProvider wall)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public const string Path = "/v3/directline/files";

    /// <summary>The activity with addresses in place of the files themselves.</summary>
    public async Task ReplaceAsync(Activity activity, string userId, CancellationToken cancellationToken)
    {
        foreach (var attachment in activity.Attachments ?? [])
        {
            if (await KeepAsync(attachment, userId, cancellationToken) is { } token)
                attachment.ContentUrl = AddressOf(token);
        }
    }

    /// <summary>Keeps a file for a while.</summary>
    /// <returns>The key to it; null when the attachment holds no file.</returns>
    public async Task<string?> KeepAsync(Attachment attachment, string userId, CancellationToken cancellationToken)
    {
        if (Base64Of(attachment) is not { } content)
            return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = wall.GetUtcNow();
        await offers.AddAsync(HashOf(token), new(userId, attachment.Name, attachment.ContentType, content), now, now + Lifetime, cancellationToken);
        return token;
    }

    /// <summary>Without the file's name: an address that is found later in a log or a history is to tell nothing.</summary>
    public string AddressOf(string token) => $"{address.Address}{Path}/{token}";

    /// <summary>Null when the attachment is no file but an address, or a card.</summary>
    public static string? Base64Of(Attachment attachment)
    {
        const string mark = ";base64,";
        return attachment.ContentUrl is { } inline && inline.StartsWith("data:", StringComparison.Ordinal) && inline.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at
            ? inline[(at + mark.Length)..]
            : null;
    }

    public Task<FileOffer?> FindAsync(string token, CancellationToken cancellationToken) => offers.FindAsync(HashOf(token), wall.GetUtcNow(), cancellationToken);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
