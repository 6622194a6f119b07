using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Importing.Contacts;

namespace PlanBot.UseCases;

/// <param name="Field">name, duty, phone, mobile, email, account, role or unit.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Everybody who is known, with places past and to come.</summary>
public sealed record KnownPeople(IReadOnlyList<Person> People, IReadOnlyList<Contact> Places, IReadOnlyList<ListedAccount> Accounts);

/// <summary>Compares a list with who is known. Pure.</summary>
/// <remarks>Somebody is the same person by mobile number or account, else by name within a unit (or a role). A number that is known under another name is no proof:
/// it may have passed to a successor, who must not come into the other's conversations.</remarks>
internal sealed class ListComparison(KnownPeople known, DateOnly today, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Person> people = known.People.ToDictionary(person => person.Id);
    private readonly Dictionary<string, Guid> byMobile = known.People.Where(person => person.Mobile is not null).ToDictionary(person => person.Mobile!, person => person.Id);
    private readonly Dictionary<(string, string), Guid> byAccount = known.Accounts.ToDictionary(account => (account.Channel, account.Account), account => account.PersonId);
    private readonly ILookup<Guid, Contact> places = known.Places.ToLookup(place => place.PersonId);
    private readonly ILookup<string, Person> byName = known.People.ToLookup(person => person.Name);

    /// <summary>Who of the known is in the list.</summary>
    public HashSet<Guid> Listed { get; } = [];

    public ContactImport Compare(ContactList given)
    {
        var (added, changed, unchanged) = (new List<ListedChange>(), new List<ListedChange>(), new List<ListedPerson>());
        var problems = given.Problems.ToList();
        foreach (var listed in given.People)
        {
            var (person, problem) = Find(listed);
            if (problem is not null)
            {
                problems.Add(problem);
                continue;
            }
            var before = person ?? new Person { Id = Guid.CreateVersion7(now), Name = listed.Name };
            Listed.Add(before.Id);
            var (after, changes) = Change(before, listed, isNew: person is null);
            if (person is null)
                added.Add(new(listed, after, changes));
            else if (changes.Count > 0)
                changed.Add(new(listed, after, changes));
            else
                unchanged.Add(listed);
        }
        return new(added, changed, unchanged, [], problems);
    }

    private (Person? Person, ContactProblem? Problem) Find(ListedPerson listed)
    {
        var keys = new List<(string Text, Guid PersonId)>();
        if (listed.Mobile is { } mobile && byMobile.TryGetValue(mobile, out var owner))
            keys.Add((mobile, owner));
        keys.AddRange(listed.Accounts.Where(byAccount.ContainsKey).Select(account => (account.Account, byAccount[account])));
        var found = keys.Select(key => key.PersonId).Distinct().ToList();
        if (found.Count > 1)
            return (null, ContactProblem.PointsAtTwo(listed, found.Select(id => people[id].Name)));
        if (found is [var only])
            return people[only].Name == listed.Name || keys.Count > 1
                ? (people[only], null)
                : (null, ContactProblem.KnownAsOther(listed, keys[0].Text, people[only].Name));
        return (byName[listed.Name].FirstOrDefault(person => !Listed.Contains(person.Id) && SharesPlace(person, listed)), null);
    }

    private bool SharesPlace(Person person, ListedPerson listed) =>
        listed.Units.Any(place => places[person.Id].Any(its => its.UnitId == place.Unit.Id)) || listed.Roles.Intersect(person.Roles).Any();

    private (Person After, IReadOnlyList<FieldChange> Changes) Change(Person before, ListedPerson listed, bool isNew)
    {
        var changes = new List<FieldChange>();
        // A cell left blank says nothing: it does not take away what is known.
        Note("name", isNew ? null : before.Name, listed.Name);
        Note("duty", before.Duty, listed.Duty);
        Note("phone", before.Phone, listed.Phone);
        Note("mobile", before.Mobile, listed.Mobile);
        Note("email", before.Email, listed.Email);
        foreach (var account in listed.Accounts.Where(account => !(byAccount.TryGetValue(account, out var owner) && owner == before.Id)))
            Note("account", null, account.Account);
        foreach (var role in listed.Roles.Except(before.Roles))
            Note("role", null, role.ToString());
        var changedPlaces = listed.Units.SelectMany(place => Places(before, place, changes)).ToList();
        var after = before with
        {
            Name = listed.Name, Duty = listed.Duty ?? before.Duty, Phone = listed.Phone ?? before.Phone, Mobile = listed.Mobile ?? before.Mobile,
            Email = listed.Email ?? before.Email, Roles = [.. before.Roles.Union(listed.Roles)], Contacts = changedPlaces,
        };
        return (after, changes);

        void Note(string field, string? from, string? to)
        {
            if (to is not null && from != to)
                changes.Add(new(field, from, to));
        }
    }

    /// <summary>Rows to be written for one place of the list: the place, and the end of another one in the same unit.</summary>
    private IEnumerable<Contact> Places(Person person, ListedPlace listed, List<FieldChange> changes)
    {
        var own = places[person.Id].Where(place => place.UnitId == listed.Unit.Id && place.IsOnOrAfter(today)).ToList();
        var same = own.Find(place => place.Kind == listed.Kind);
        var others = own.Where(place => place.Kind != listed.Kind).ToList();
        var begins = listed.From ?? (others.Count > 0 ? today : null);
        var wanted = same is null
            ? new Contact(person.Id, listed.Unit.Id, listed.Kind) { From = begins, Until = listed.Until }
            : same with { From = listed.From ?? same.From, Until = listed.Until ?? same.Until };
        if (wanted == same && others.Count == 0)
            return [];
        changes.Add(new("unit", own.Count == 0 ? null : string.Join(", ", own.Select(place => Describe(listed.Unit, place))), Describe(listed.Unit, wanted)));
        return [wanted, .. others.Select(other => other with { Until = Max(other.From, begins ?? today) })];
    }

    private static DateOnly Max(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static string Describe(Unit unit, Contact place) => string.Create(
        CultureInfo.InvariantCulture, $"{unit.Name} {place.Kind}{(place.From is { } from ? $" from {from:yyyy-MM-dd}" : "")}{(place.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}");
}
