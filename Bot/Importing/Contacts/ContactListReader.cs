using PlanBot.Data.Model;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Texts;

namespace PlanBot.Importing.Contacts;

/// <summary>Reads a list of contacts in the shapes that offices keep. Pure: what is known already is compared later.</summary>
public static class ContactListReader
{
    /// <param name="units">Units that the list may name.</param>
    public static ContactList Read(IReadOnlyList<Sheet> sheets, IReadOnlyList<Unit> units)
    {
        var listed = new ListedUnits(units);
        var read = new List<ContactRows>();
        foreach (var sheet in sheets)
        {
            // A sheet without a heading is something else: instructions, a table of words to choose from.
            if (ContactColumns.Find(sheet) is not var (columns, headingEnd))
                continue;
            var rows = new ContactRows(sheet, columns, listed);
            rows.Read(headingEnd);
            read.Add(rows);
        }
        var problems = read.SelectMany(rows => rows.Problems).ToList();
        var people = Joined(read.SelectMany(rows => rows.People), problems);
        if (read.Count == 0)
            problems.Add(new(new(sheets[0].Name, sheets[0].Rows.Count > 0 ? sheets[0].Rows[0].Number : 1), ContactIssue.NoHeader, "", []));
        else if (people.Count == 0 && problems.Count == 0)
            problems.Add(new(new(sheets[0].Name, 1), ContactIssue.NoPeople, "", []));
        return new(people, problems, read.SelectMany(rows => rows.Hints).ToList());
    }

    /// <summary>One person in several rows, for several units, is one: by number or account, else by name within a unit.</summary>
    private static List<ListedPerson> Joined(IEnumerable<ListedPerson> rows, List<ContactProblem> problems)
    {
        var people = new List<ListedPerson>();
        foreach (var row in rows)
        {
            var keys = Keys(row).ToList();
            if (people.Find(person => person.Name != row.Name && Keys(person).Intersect(keys).Any()) is { } other)
            {
                problems.Add(new(row.Place, ContactIssue.SharedByTwo, Keys(other).Intersect(keys).First(), [other.Name, row.Name]));
                continue;
            }
            var index = people.FindIndex(person => person.Name == row.Name && (Keys(person).Intersect(keys).Any() || IsSameByName(person, row)));
            if (index < 0)
                people.Add(row);
            else
                people[index] = Join(people[index], row);
        }
        return people;
    }

    /// <summary>Two of one name in one unit are one person, unless their numbers or accounts differ.</summary>
    private static bool IsSameByName(ListedPerson one, ListedPerson other) =>
        !(one.Mobile is not null && other.Mobile is not null && one.Mobile != other.Mobile)
        && (one.Units.Any(place => other.Units.Any(its => its.Unit.Id == place.Unit.Id)) || (one.Units.Count == 0 && other.Units.Count == 0));

    private static ListedPerson Join(ListedPerson first, ListedPerson second) => first with
    {
        Duty = first.Duty ?? second.Duty, Phone = first.Phone ?? second.Phone, Mobile = first.Mobile ?? second.Mobile, Email = first.Email ?? second.Email,
        Accounts = [.. first.Accounts.Union(second.Accounts)], Roles = [.. first.Roles.Union(second.Roles)],
        Units = [.. first.Units.Concat(second.Units).DistinctBy(place => (place.Unit.Id, place.Kind))],
    };

    private static IEnumerable<string> Keys(ListedPerson person) =>
        person.Accounts.Select(account => account.Account).Concat(person.Mobile is { } mobile ? [mobile] : []);
}
