using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A way in for one person, to be handed on by the coordinator: a code for any channel, or a link for the browser. The first of them that is used ends the other.</summary>
/// <param name="Code">Shown once; only its hash is kept.</param>
/// <param name="Link">Personal sign-in link.</param>
public sealed record Invitation(string Code, string Link, DateTimeOffset ExpiresAt);

/// <summary>Makes an invitation; earlier ones of the same person end.</summary>
public sealed class InvitePerson(
    IDatabase database, IPersonRepository people, IContactListRepository list, IBindingRepository binding, InviteToBrowser inviteToBrowser, PublicAddress address, IAuditRepository audit, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <returns>Null when there is no such contact, or <paramref name="invitedBy"/> may not invite.</returns>
    /// <remarks>Contacts only: whoever holds the invitation of a coordinator or a leader could decide in that name. Those get theirs by the command line.</remarks>
    public async Task<Invitation?> RunAsync(Guid personId, Guid invitedBy, string channel, CancellationToken cancellationToken) =>
        Permissions.Allows(await people.FindAsync(invitedBy, cancellationToken), Ability.Invite) && await IsContactAsync(personId, cancellationToken)
            ? await database.InTransactionAsync(token => InviteAsync(personId, invitedBy, channel, token), cancellationToken)
            : null;

    /// <summary>Now or from a later day on, and nothing more than that.</summary>
    private async Task<bool> IsContactAsync(Guid personId, CancellationToken cancellationToken) =>
        await people.FindAsync(personId, cancellationToken) is { Access: null, Roles.Count: 0 } person
        && (person.Contacts.Count > 0 || (await list.PlacesAsync(cancellationToken)).Any(place => place.PersonId == personId && place.IsOnOrAfter(ContactDay.Of(clock.GetUtcNow()))));

    /// <summary>Inside the transaction of a change that brings somebody in.</summary>
    /// <param name="invitedBy">Null when it comes by the command line.</param>
    internal async Task<Invitation> InviteAsync(Guid personId, Guid? invitedBy, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await binding.EndInvitationsAsync(personId, now, cancellationToken);
        var code = InvitationCode.New();
        await binding.AddInvitationAsync(InvitationCode.HashOf(code), personId, invitedBy, now, now + Lifetime, cancellationToken);
        var link = address.SignInLink(await inviteToBrowser.RunAsync(personId, Lifetime, cancellationToken));
        var record = new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = invitedBy, Channel = channel, Action = "invite", Subject = "person", SubjectId = personId,
        };
        await audit.AddAsync(record, cancellationToken);
        return new(code, link, now + Lifetime);
    }

    /// <summary>Takes every open invitation of the person back.</summary>
    public async Task<bool> EndAsync(Guid personId, Guid endedBy, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(endedBy, cancellationToken), Ability.Invite))
            return false;
        await database.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow();
                await binding.EndInvitationsAsync(personId, now, token);
                await audit.AddAsync(new() { Id = Guid.CreateVersion7(now), At = now, PersonId = endedBy, Channel = channel, Action = "undo-invite", Subject = "person", SubjectId = personId }, token);
            },
            cancellationToken);
        return true;
    }
}
