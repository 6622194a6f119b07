using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A coordinator confirms who a stranger is: the user acts for that person from then on, and is told.</summary>
/// <remarks>Somebody who is not in the list becomes the unit's contact, or its backup where it has a contact: nobody is pushed out by a claim.</remarks>
public sealed class GrantClaim(
    IPersonRepository people, IContactListRepository list, IUnitRepository units, IPlanRepository plans, BindStranger bind, WriteLetter letters, TimeProvider clock) : IGrantRequest
{
    public bool Grants(RequestKind kind) => kind == RequestKind.Claim;

    public async Task<Granted?> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken)
    {
        var claim = ClaimRequest.Read(request.Body);
        // Bound meanwhile by a code or by the list: then the claim has nothing to decide any more.
        if (request.UserId is not { } userId || Permissions.IsBound(await people.FindByIdentityAsync(request.Channel, userId, cancellationToken)))
            return null;
        var personId = claim.PersonId ?? await AddAsync(request.UnitId, claim.Name, cancellationToken);
        if (personId is not { } person || !Permissions.IsBound(await people.FindAsync(person, cancellationToken)))
            return null;
        await bind.BindAsync(person, request.Channel, userId, "claim", cancellationToken);
        var unit = request.UnitId is { } id ? (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == id)?.Name : null;
        if (await plans.AllAsync(cancellationToken) is [var plan, ..])
            await letters.RunAsync(
                new DecisionLetter(request.Number, RequestKind.Claim, true, unit, null, [], null), decidedBy, [person], plan.Id, plan.Reporting.FirstPeriod, ReminderKind.Letter, cancellationToken);
        return new(null);
    }

    /// <summary>Who was let in has an account from then on; that is ended by changing the contact.</summary>
    public Task<bool> TakeBackAsync(string undo, Guid by, string channel, CancellationToken cancellationToken) => Task.FromResult(false);

    private async Task<Guid?> AddAsync(Guid? unitId, string? name, CancellationToken cancellationToken)
    {
        if (unitId is not { } unit || name is null)
            return null;
        var now = clock.GetUtcNow();
        var person = new Person { Id = Guid.CreateVersion7(now), Name = name };
        var kind = (await people.ContactsOfAsync([unit], cancellationToken)).Any(place => place.Kind == ContactKind.Primary) ? ContactKind.Backup : ContactKind.Primary;
        await people.AddAsync(person, cancellationToken);
        await list.SetPlaceAsync(new(person.Id, unit, kind) { From = ContactDay.Of(now) }, cancellationToken);
        return person.Id;
    }
}
