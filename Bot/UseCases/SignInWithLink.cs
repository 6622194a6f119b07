using System.Buffers.Text;
using System.Security.Cryptography;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Uses a personal link up and binds the browser to its person.</summary>
public sealed class SignInWithLink(
    IDatabase database, ISignInLinkRepository links, IBindingRepository binding, IPersonRepository people, IAuditRepository audit, TimeProvider clock)
{
    /// <param name="channel">channelId of the browser.</param>
    /// <returns>The identity to act as; null when the link is unknown, expired or used. A person who was here before keeps their identity, and with it their conversation.</returns>
    public Task<ChannelIdentity?> RunAsync(string token, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            if (await links.UseAsync(InviteToBrowser.HashOf(token), clock.GetUtcNow(), transaction) is not { } personId)
                return null;
            // An invitation is a link and a code for one use: whichever comes first.
            await binding.EndInvitationsAsync(personId, clock.GetUtcNow(), transaction);
            var identity = (await people.IdentitiesAsync(personId, transaction)).FirstOrDefault(known => known.Channel == channel);
            if (identity is null)
            {
                identity = new ChannelIdentity { Channel = channel, UserId = NewUserId(), PersonId = personId };
                await people.BindAsync(identity, transaction);
            }
            await audit.AddAsync(SignedIn(personId, channel), transaction);
            return identity;
        },
        cancellationToken);

    private static string NewUserId() => "person-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    private AuditRecord SignedIn(Guid personId, string channel)
    {
        var now = clock.GetUtcNow();
        return new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "sign-in", Subject = "person", SubjectId = personId,
        };
    }
}
