using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Personal ways into the browser for people who are out of reach, to be handed on by SMS or WeChat. Earlier invitations stay good.</summary>
public sealed class LinksToPaste(IDatabase database, IPersonRepository people, InviteToBrowser inviteToBrowser, PublicAddress address, IAuditRepository audit, TimeProvider clock)
{
    /// <returns>By person; empty when <paramref name="askedBy"/> may not invite.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(IReadOnlyList<Guid> personIds, Guid askedBy, string channel, CancellationToken cancellationToken)
    {
        if (personIds.Count == 0 || !Permissions.Allows(await people.FindAsync(askedBy, cancellationToken), Ability.Invite))
            return new Dictionary<Guid, string>();
        return await database.InTransactionAsync(token => MakeAsync(personIds, askedBy, channel, token), cancellationToken);
    }

    /// <summary>Inside a transaction, for whoever may.</summary>
    /// <param name="askedBy">Null when it comes by the command line.</param>
    internal async Task<IReadOnlyDictionary<Guid, string>> MakeAsync(IEnumerable<Guid> personIds, Guid? askedBy, string channel, CancellationToken cancellationToken)
    {
        var (links, now) = (new Dictionary<Guid, string>(), clock.GetUtcNow());
        foreach (var person in personIds.Distinct())
        {
            links[person] = address.SignInLink(await inviteToBrowser.RunAsync(person, InvitePerson.Lifetime, cancellationToken));
            await audit.AddAsync(new() { Id = Guid.CreateVersion7(now), At = now, PersonId = askedBy, Channel = channel, Action = "invite", Subject = "person", SubjectId = person }, cancellationToken);
        }
        return links;
    }
}
