using PlanBot.Data.Model;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Texts;

namespace PlanBot.Importing.Contacts;

/// <summary>A list of contacts as it was read.</summary>
/// <param name="People">Each once, whatever number of rows names them; in the order of the list.</param>
/// <param name="Problems">When there is one, nothing of the list may be stored.</param>
/// <param name="Hints">Worth a look, no hindrance.</param>
public sealed record ContactList(IReadOnlyList<ListedPerson> People, IReadOnlyList<ContactProblem> Problems, IReadOnlyList<ContactProblem> Hints);

/// <summary>Somebody of the list. What the list does not say is null and leaves alone what is known.</summary>
public sealed record ListedPerson
{
    public required CellPlace Place { get; init; }
    public required string Name { get; init; }
    public string? Duty { get; init; }
    public string? Phone { get; init; }
    public string? Mobile { get; init; }
    public string? Email { get; init; }

    /// <summary>Teams and DingTalk accounts, in the form in which they are compared.</summary>
    public IReadOnlyList<(string Channel, string Account)> Accounts { get; init; } = [];

    public IReadOnlyList<ListedPlace> Units { get; init; } = [];
    public IReadOnlyList<PersonRole> Roles { get; init; } = [];
}

public sealed record ListedPlace(Unit Unit, ContactKind Kind, DateOnly? From, DateOnly? Until);

/// <param name="Column">From 0; null for a whole row.</param>
/// <param name="Row">0 for a whole sheet.</param>
public sealed record CellPlace(string? Sheet, int Row, int? Column = null)
{
    /// <summary>B12, or 12 for a row.</summary>
    public string Name => Column is { } column ? CellName.Of(column, Row) : Row.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Subject">What stands in the cell.</param>
/// <param name="Likely">Names that may be meant.</param>
public sealed record ContactProblem(CellPlace Place, ContactIssue Issue, string Subject, IReadOnlyList<string> Likely)
{
    public string Message => ContactListTexts.Of(Issue, Subject, Likely);

    /// <summary>The number or account is known, but under another name.</summary>
    public static ContactProblem KnownAsOther(ListedPerson listed, string key, string knownName) => new(listed.Place, ContactIssue.KnownAsOther, key, [knownName]);

    /// <summary>Numbers and accounts of one row belong to several people.</summary>
    public static ContactProblem PointsAtTwo(ListedPerson listed, IEnumerable<string> names) => new(listed.Place, ContactIssue.PointsAtTwo, listed.Name, [.. names]);
}
