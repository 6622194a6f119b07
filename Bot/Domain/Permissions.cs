using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What somebody wants to see or do.</summary>
public enum Ability
{
    /// <summary>Lists and figures over all units.</summary>
    SeeOverview = 1,

    /// <summary>How far one unit is, and what it wrote.</summary>
    SeeUnit = 2,

    /// <summary>File and correct a unit's reports.</summary>
    Report = 3,

    /// <summary>Write to the contacts of units that still owe.</summary>
    Urge = 4,

    /// <summary>Return, accept, extend, waive, change contacts, broadcast, export.</summary>
    RunPlan = 5,

    /// <summary>Agree to a unit's report as its leader.</summary>
    SignOff = 6,

    /// <summary>See who a unit's contacts are and how to reach them.</summary>
    SeeContacts = 7,

    /// <summary>Change a unit's contact.</summary>
    ChangeContact = 8,

    /// <summary>Hand out a way in.</summary>
    Invite = 9,

    /// <summary>Ask that somebody else report for the unit.</summary>
    HandOver = 10,
}

/// <summary>Who may do what: the one place that knows.</summary>
public static class Permissions
{
    /// <param name="person">Null for a stranger, who may nothing.</param>
    /// <param name="unitId">The unit concerned; needed for <see cref="Ability.SeeUnit"/>, <see cref="Ability.Report"/>, <see cref="Ability.SignOff"/>, <see cref="Ability.SeeContacts"/> and <see cref="Ability.HandOver"/>.</param>
    public static bool Allows(Person? person, Ability ability, Guid? unitId = null) => person is not null && (person.Access is { } access ? Allows(access, ability, unitId) : ability switch
    {
        Ability.SeeOverview => person.IsCoordinator || person.IsLeader,
        Ability.SeeUnit => person.IsCoordinator || person.IsLeader || person.Contacts.Any(contact => contact.UnitId == unitId),
        Ability.Report => ReportsFor(person).Any(own => own == unitId),
        Ability.SignOff => person.Contacts.Any(contact => contact.UnitId == unitId && contact.Kind == ContactKind.UnitLeader),
        Ability.SeeContacts => person.IsCoordinator || person.IsLeader || person.Contacts.Any(contact => contact.UnitId == unitId),
        Ability.HandOver => ReportsFor(person).Any(own => own == unitId),
        Ability.Urge or Ability.RunPlan or Ability.ChangeContact or Ability.Invite => person.IsCoordinator,
        _ => false,
    });

    /// <summary>Another system goes as far as its token; what lies between people (signing off, contacts, invitations) is none of its.</summary>
    private static bool Allows(ApiAccess access, Ability ability, Guid? unitId) => ability switch
    {
        Ability.SeeOverview => access.Scopes.HasFlag(ApiScopes.Read) && access.CoversUnit(null),
        Ability.SeeUnit => access.Scopes.HasFlag(ApiScopes.Read) && access.CoversUnit(unitId),
        Ability.Report => access.Scopes.HasFlag(ApiScopes.Report) && access.CoversUnit(unitId),
        Ability.Urge or Ability.RunPlan => access.Scopes.HasFlag(ApiScopes.Manage) && access.CoversUnit(unitId),
        _ => false,
    };

    /// <summary>Units for which the person reports. Their leader reads and reminds, but does not report.</summary>
    public static IEnumerable<Guid> ReportsFor(Person person) =>
        person.Contacts.Where(contact => contact.Kind is ContactKind.Primary or ContactKind.Backup).Select(contact => contact.UnitId);

    /// <summary>Known, but with nothing to do here: neither role nor unit.</summary>
    public static bool IsBound(Person? person) => person is not null && (person.Roles.Count > 0 || person.Contacts.Count > 0);
}
