using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Mobile">Null when it is not known.</param>
/// <param name="From">First day of the new contact; until then the old one reports.</param>
/// <param name="Kind">The place that is taken: contact, backup or the unit's leader.</param>
public sealed record ContactChange(Guid UnitId, string Name, string? Mobile, DateOnly From, ContactKind Kind = ContactKind.Primary)
{
    /// <summary>Null when it is not known.</summary>
    public string? Email { get; init; }

    /// <summary>Whoever is the contact now stays on as the backup; only where the contact changes.</summary>
    public bool KeepsOldAsBackup { get; init; }
}

public enum ContactChangeProblem
{
    /// <summary>There is no such unit, or the person may not change its contact.</summary>
    NotAllowed = 1,

    /// <summary>The number is known as somebody else's.</summary>
    NumberOfAnother = 2,

    /// <summary>The person has that place already, or is the contact and would only become the backup.</summary>
    AlreadyContact = 3,
}

/// <summary>What a change would do.</summary>
/// <param name="Old">Contacts whose place ends; empty when the unit has none.</param>
/// <param name="Known">The new contact, where somebody of that number or name is known; null when a person will be made.</param>
/// <param name="NumberOwner">Whose number it is, with <see cref="ContactChangeProblem.NumberOfAnother"/>.</param>
public sealed record ContactChangePreview(ContactChange Change, Unit? Unit, IReadOnlyList<Person> Old, Person? Known, ContactChangeProblem? Problem, string? NumberOwner = null);

/// <summary>What was done, to be taken back.</summary>
/// <param name="Before">The unit's places as they were.</param>
/// <param name="After">As they were written.</param>
public sealed record ContactChangeDone(Guid UnitId, Guid PersonId, ContactKind Kind, IReadOnlyList<Contact> Before, IReadOnlyList<Contact> After, Guid? LetterId);

/// <summary>One person takes another's place as a unit's contact, from a day on. Both are told; reminders go to whoever is the contact on the day.</summary>
public sealed class ChangeContacts(
    IDatabase database, IPersonRepository people, IContactListRepository list, IUnitRepository units, IPlanRepository plans, IAuditRepository audit, IReminderRepository outbox,
    WriteLetter letters, InvitePerson invite, IReminderSignal signal, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<ContactChangePreview> PreviewAsync(ContactChange change, CancellationToken cancellationToken)
    {
        var unit = (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == change.UnitId);
        if (unit is null)
            return new(change, null, [], null, ContactChangeProblem.NotAllowed);
        var old = new List<Person>();
        Person? known = null;
        foreach (var place in (await list.PlacesOfAsync(change.UnitId, cancellationToken)).Where(place => place.IsOnOrAfter(change.From)))
        {
            var person = (await people.FindAsync(place.PersonId, cancellationToken))!;
            known ??= person.Name == change.Name ? person : null;
            if (place.Kind == change.Kind)
                old.Add(person);
        }
        if (change.Mobile is { } mobile && await list.FindByMobileAsync(mobile, cancellationToken) is { } ownerId)
        {
            var owner = (await people.FindAsync(ownerId, cancellationToken))!;
            if (owner.Name != change.Name)
                return new(change, unit, old, null, ContactChangeProblem.NumberOfAnother, owner.Name);
            known = owner;
        }
        var others = old.Where(person => person.Id != known?.Id).ToList();
        var isThere = known is not null && ((old.Exists(person => person.Id == known.Id) && others.Count == 0)
            || (change.Kind == ContactKind.Backup && known.Contacts.Any(place => place.UnitId == unit.Id && place.Kind == ContactKind.Primary)));
        return new(change, unit, others, known, isThere ? ContactChangeProblem.AlreadyContact : null);
    }

    /// <returns>Null when <see cref="PreviewAsync"/> has a problem with it by now, or the person may not.</returns>
    public async Task<(ContactChangeDone Done, Invitation Invitation)?> RunAsync(ContactChange change, Guid by, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(by, cancellationToken), Ability.ChangeContact))
            return null;
        var done = await database.InTransactionAsync<(ContactChangeDone, Invitation)?>(
            async token => await RunWithinAsync(change, by, channel, token) is { } changed ? (changed, await invite.InviteAsync(changed.PersonId, by, channel, token)) : null, cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
        return done;
    }

    /// <summary>The same inside a transaction, without an invitation.</summary>
    internal async Task<ContactChangeDone?> RunWithinAsync(ContactChange change, Guid by, string channel, CancellationToken cancellationToken)
    {
        await database.OneAtATimeAsync("people", cancellationToken);
        var preview = await PreviewAsync(change, cancellationToken);
        if (preview.Problem is not null)
            return null;
        var now = clock.GetUtcNow();
        var person = preview.Known ?? new Person { Id = Guid.CreateVersion7(now), Name = change.Name, Mobile = change.Mobile, Email = change.Email };
        if (preview.Known is null)
            await people.AddAsync(person, cancellationToken);
        else if (change.Mobile is { } mobile && person.Mobile != mobile)
            await list.SaveAsync(person = person with { Mobile = mobile }, cancellationToken);
        if (preview.Known is not null && change.Email is { } email && person.Email is null)
            await list.SaveAsync(person with { Email = email }, cancellationToken);

        var before = await list.PlacesOfAsync(change.UnitId, cancellationToken);
        var after = After(before, change, person.Id);
        await WriteAsync(before, after, cancellationToken);
        await audit.AddAsync(Record("change-contact", change.UnitId, before, after, by, channel, now), cancellationToken);
        var letter = await TellAsync(preview.Unit!, preview.Old, person, change.Kind, change.From, isUndone: false, by, cancellationToken, change.KeepsOldAsBackup);
        return new(change.UnitId, person.Id, change.Kind, before, after, letter);
    }

    /// <summary>Puts the unit's contacts back as they were, and ends the invitation.</summary>
    /// <returns>False when they have changed since.</returns>
    public async Task<bool> UndoAsync(ContactChangeDone done, Guid by, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(by, cancellationToken), Ability.ChangeContact))
            return false;
        var isDone = await database.InTransactionAsync(token => TakeBackWithinAsync(done, by, channel, token), cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
        return isDone;
    }

    /// <summary>The same inside a transaction.</summary>
    internal async Task<bool> TakeBackWithinAsync(ContactChangeDone done, Guid by, string channel, CancellationToken cancellationToken)
    {
        await database.OneAtATimeAsync("people", cancellationToken);
        if (!(await list.PlacesOfAsync(done.UnitId, cancellationToken)).ToHashSet().SetEquals(done.After))
            return false;
        await WriteAsync(done.After, done.Before, cancellationToken);
        await invite.EndAsync(done.PersonId, by, channel, cancellationToken);
        await audit.AddAsync(Record("undo-change-contact", done.UnitId, done.After, done.Before, by, channel, clock.GetUtcNow()), cancellationToken);
        // Who has not been told of the change need not be told that it is off.
        if (done.LetterId is not { } letter || (await outbox.RecallLetterAsync(letter, ReminderOutcome.Undone, cancellationToken)).Gone == 0)
            return true;
        var unit = (await units.AllAsync(cancellationToken)).First(unit => unit.Id == done.UnitId);
        var old = new List<Person>();
        foreach (var place in done.Before.Where(place => place.Kind == done.Kind && place.PersonId != done.PersonId && !done.After.Contains(place)))
            old.Add((await people.FindAsync(place.PersonId, cancellationToken))!);
        await TellAsync(unit, old, (await people.FindAsync(done.PersonId, cancellationToken))!, done.Kind, ContactDay.Of(clock.GetUtcNow()), isUndone: true, by, cancellationToken);
        return true;
    }

    /// <summary>Every other contact ends on the day; of the new one's other places in the unit (a backup who steps in) none goes on beside it.</summary>
    private static List<Contact> After(IReadOnlyList<Contact> before, ContactChange change, Guid personId)
    {
        var after = before.Where(place => !(place.PersonId == personId && place.Kind == change.Kind))
            .Select(place => (place.Kind == change.Kind || place.PersonId == personId) && place.IsOnOrAfter(change.From)
                ? place with { Until = place.From > change.From ? place.From : change.From }
                : place).ToList();
        var own = before.FirstOrDefault(place => place.PersonId == personId && place.Kind == change.Kind && place.IsOn(change.From));
        if (change is { KeepsOldAsBackup: true, Kind: ContactKind.Primary })
            after.AddRange(before.Where(place => place.Kind == ContactKind.Primary && place.PersonId != personId && place.IsOnOrAfter(change.From) && !before.Any(other => other.PersonId == place.PersonId && other.Kind == ContactKind.Backup))
                .Select(place => new Contact(place.PersonId, change.UnitId, ContactKind.Backup) { From = change.From }).ToList());
        after.Add(own is null ? new(personId, change.UnitId, change.Kind) { From = change.From } : own with { Until = null });
        return after;
    }

    private async Task WriteAsync(IReadOnlyList<Contact> before, IReadOnlyList<Contact> after, CancellationToken cancellationToken)
    {
        var kept = after.Select(place => (place.PersonId, place.Kind)).ToHashSet();
        foreach (var gone in before.Where(place => !kept.Contains((place.PersonId, place.Kind))))
            await list.RemovePlaceAsync(gone, cancellationToken);
        foreach (var place in after.Except(before))
            await list.SetPlaceAsync(place, cancellationToken);
    }

    private async Task<Guid?> TellAsync(Unit unit, IReadOnlyList<Person> old, Person next, ContactKind kind, DateOnly from, bool isUndone, Guid by, CancellationToken cancellationToken, bool keepsOld = false)
    {
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            if ((await units.OfPlanAsync(plan.Id, cancellationToken)).Any(its => its.Id == unit.Id))
                return await letters.RunAsync(
                    new ContactLetter(unit.Name, [.. old.Select(person => person.Name)], next.Name, kind, from, isUndone) { KeepsOldAsBackup = keepsOld }, by, [.. old.Select(person => person.Id), next.Id], plan.Id, plan.Reporting.FirstPeriod,
                    ReminderKind.Letter, cancellationToken);
        }
        return null;
    }

    private static AuditRecord Record(string action, Guid unitId, IReadOnlyList<Contact> before, IReadOnlyList<Contact> after, Guid by, string channel, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), At = now, PersonId = by, Channel = channel, Action = action, Subject = "unit", SubjectId = unitId,
        Before = JsonSerializer.Serialize(before, Json), After = JsonSerializer.Serialize(after, Json),
    };
}
