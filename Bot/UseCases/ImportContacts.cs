using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Importing.Contacts;

namespace PlanBot.UseCases;

/// <summary>What importing a list does, or would do.</summary>
/// <param name="NotListed">Contacts of units of the list who are not in it: left alone, and named so that somebody looks.</param>
/// <param name="Problems">When there is one, nothing is stored.</param>
public sealed record ContactImport(
    IReadOnlyList<ListedChange> Added, IReadOnlyList<ListedChange> Changed, IReadOnlyList<ListedPerson> Unchanged, IReadOnlyList<UnlistedContact> NotListed,
    IReadOnlyList<ContactProblem> Problems);

/// <param name="Changes">What becomes different; for somebody new, everything.</param>
public sealed record ListedChange(ListedPerson Listed, Person Person, IReadOnlyList<FieldChange> Changes);

public sealed record UnlistedContact(string Name, string Unit, ContactKind Kind);

/// <summary>Brings the people up to a list: adds, updates, and never removes. All of the list or nothing; the same list twice changes nothing.</summary>
public sealed class ImportContacts(
    IDatabase database, IPersonRepository people, IContactListRepository list, IUnitRepository units, IAuditRepository audit, TimeProvider clock)
{
    private static readonly JsonSerializerOptions AuditJson = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="store">False to look only.</param>
    /// <param name="importedBy">Null when it comes by the command line.</param>
    public Task<ContactImport> RunAsync(ContactList given, bool store, Guid? importedBy, string channel, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async token =>
            {
                // Looks for who is there already; two imports at once would both find nobody.
                await database.OneAtATimeAsync("people", token);
                var now = clock.GetUtcNow();
                var known = new KnownPeople(await people.AllAsync(token), await list.PlacesAsync(token), await list.AccountsAsync(token));
                var comparison = new ListComparison(known, ContactDay.Of(now), now);
                var import = comparison.Compare(given) with { NotListed = await NotListedAsync(given, known, comparison, token) };
                if (store && import.Problems.Count == 0)
                {
                    foreach (var change in import.Added)
                        await StoreAsync(change, isNew: true, importedBy, channel, now, token);
                    foreach (var change in import.Changed)
                        await StoreAsync(change, isNew: false, importedBy, channel, now, token);
                }
                return import;
            },
            cancellationToken);

    private async Task<IReadOnlyList<UnlistedContact>> NotListedAsync(ContactList given, KnownPeople known, ListComparison comparison, CancellationToken cancellationToken)
    {
        var concerned = given.People.SelectMany(person => person.Units).Select(place => place.Unit.Id).ToHashSet();
        var names = (await units.AllAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        return [.. known.People.Where(person => !comparison.Listed.Contains(person.Id))
            .SelectMany(person => person.Contacts.Where(place => concerned.Contains(place.UnitId)).Select(place => new UnlistedContact(person.Name, names[place.UnitId], place.Kind)))];
    }

    private async Task StoreAsync(ListedChange change, bool isNew, Guid? importedBy, string channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (isNew)
            await people.AddAsync(change.Person with { Contacts = [] }, cancellationToken);
        else
        {
            await list.SaveAsync(change.Person, cancellationToken);
            foreach (var role in change.Person.Roles)
                await list.AddRoleAsync(change.Person.Id, role, cancellationToken);
        }
        foreach (var place in change.Person.Contacts)
            await list.SetPlaceAsync(place, cancellationToken);
        foreach (var (accountChannel, account) in change.Listed.Accounts)
            await list.ListAsync(new(accountChannel, account, change.Person.Id), cancellationToken);
        await audit.AddAsync(
            new AuditRecord
            {
                Id = Guid.CreateVersion7(now), At = now, PersonId = importedBy, Channel = channel, Action = isNew ? "add-person" : "change-person", Subject = "person",
                SubjectId = change.Person.Id,
                Before = isNew ? null : JsonSerializer.Serialize(change.Changes.Select(field => new { field.Field, value = field.Before }), AuditJson),
                After = JsonSerializer.Serialize(change.Changes.Select(field => new { field.Field, value = field.After }), AuditJson),
            },
            cancellationToken);
    }
}
