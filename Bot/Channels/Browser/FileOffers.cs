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
            const string mark = ";base64,";
            if (attachment.ContentUrl is not { } inline || !inline.StartsWith("data:", StringComparison.Ordinal) || inline.IndexOf(mark, StringComparison.Ordinal) is not (> 0 and var at))
                continue;
            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            var now = wall.GetUtcNow();
            await offers.AddAsync(HashOf(token), new(userId, attachment.Name, attachment.ContentType, inline[(at + mark.Length)..]), now, now + Lifetime, cancellationToken);
            attachment.ContentUrl = $"{address.Address}{Path}/{token}/{Uri.EscapeDataString(attachment.Name)}";
        }
    }

    public Task<FileOffer?> FindAsync(string token, CancellationToken cancellationToken) => offers.FindAsync(HashOf(token), wall.GetUtcNow(), cancellationToken);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
