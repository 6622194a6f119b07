using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <param name="Units">The places that the person holds today.</param>
public sealed record InvitedContact(Person Person, IReadOnlyList<(string Unit, ContactKind Kind)> Units, Invitation Invitation);

/// <summary>Invitations for all contacts whom no channel knows yet, to be handed on from a list.</summary>
public sealed class InviteUnbound(IDatabase database, IPersonRepository people, IUnitRepository units, InvitePerson invitations)
{
    /// <summary>Invites all of them or, when something fails, nobody. Earlier invitations of theirs end.</summary>
    /// <returns>By unit, then by name; empty when everybody is known.</returns>
    public Task<IReadOnlyList<InvitedContact>> RunAsync(string channel, CancellationToken cancellationToken) => database.InTransactionAsync<IReadOnlyList<InvitedContact>>(
        async token =>
        {
            var names = (await units.AllAsync(token)).ToDictionary(unit => unit.Id, unit => unit.Name);
            var invited = new List<InvitedContact>();
            foreach (var person in (await people.AllAsync(token)).Where(person => person.Contacts.Count > 0))
            {
                if ((await people.IdentitiesAsync(person.Id, token)).Count == 0)
                    invited.Add(new(person, [.. person.Contacts.Select(place => (names[place.UnitId], place.Kind))], await invitations.InviteAsync(person.Id, invitedBy: null, channel, token)));
            }
            return [.. invited.OrderBy(one => one.Units[0].Unit, StringComparer.Ordinal).ThenBy(one => one.Person.Name, StringComparer.Ordinal)];
        },
        cancellationToken);
}
