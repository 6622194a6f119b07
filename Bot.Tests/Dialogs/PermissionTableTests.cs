using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Tests.Dialogs;

/// <summary>Who may do what, to whose unit, on which channel, alone and in company: the whole table.</summary>
public sealed class PermissionTableTests
{
    private static readonly Guid Own = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    /// <summary>In the order of the columns below; those of units are asked about their own unit, "other" ones about another's.</summary>
    private static readonly (string Who, Person? Person, Guid Unit)[] Columns =
    [
        ("stranger", null, Own), ("without a place", Somebody(), Own), ("contact", Contact(ContactKind.Primary), Own), ("other's contact", Contact(ContactKind.Primary), Other),
        ("backup", Contact(ContactKind.Backup), Own), ("unit leader", Contact(ContactKind.UnitLeader), Own), ("other's unit leader", Contact(ContactKind.UnitLeader), Other),
        ("leader", Somebody(PersonRole.Leader), Own), ("coordinator", Somebody(PersonRole.Coordinator), Own),
        ("reading system", System(ApiScopes.Read), Own), ("reporting system", System(ApiScopes.Report), Own), ("managing system", System(ApiScopes.Manage), Own),
        ("other unit's system", System(ApiScopes.Read | ApiScopes.Report | ApiScopes.Manage, Other), Own), ("revoked system", System(ApiScopes.None), Own),
    ];

    public static TheoryData<Ability, string> Table => new()
    {
        //                          stranger, nobody, contact, other's, backup, unit leader, other's leader, leader, coordinator; systems: reading, reporting, managing, other unit's, revoked
        { Ability.SeeOverview,     "- - - - - - - + + + - - - -" },
        { Ability.SeeUnit,         "- - + - + + - + + + - - - -" },
        { Ability.Report,          "- - + - + - - - - - + - - -" },
        { Ability.SignOff,         "- - - - - + - - - - - - - -" },
        { Ability.SeeContacts,     "- - + - + + - + + - - - - -" },
        { Ability.HandOver,        "- - + - + - - - - - - - - -" },
        { Ability.Urge,            "- - - - - - - - + - - + - -" },
        { Ability.RunPlan,         "- - - - - - - - + - - + - -" }, // a leader changes nothing
        { Ability.ChangeContact,   "- - - - - - - - + - - - - -" },
        { Ability.Invite,          "- - - - - - - - + - - - - -" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void By_role_and_relation_on_every_channel(Ability ability, string expected)
    {
        Assert.Equal(expected, Row((person, unit) => Permissions.Allows(person, ability, unit)));
        foreach (var channel in new[] { "directline", "msteams", "dingtalk" })
            Assert.Equal(expected, Row((person, unit) => person is not null && new Asker(person, Language.Chinese, channel).Sees(ability, unit)));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void In_company_only_what_everybody_may(Ability ability, string expected)
    {
        Assert.DoesNotContain('+', Row((person, unit) => person is not null && With(person, [null]).Sees(ability, unit)));
        foreach (var reader in Columns.Select(column => column.Person).OfType<Person>())
            Assert.Equal(
                Row((person, unit) => Permissions.Allows(person, ability, unit) && Permissions.Allows(reader, ability, unit)),
                Row((person, unit) => person is not null && With(person, [reader]).Sees(ability, unit)));
        Assert.Equal(expected, Row((person, unit) => person is not null && With(person, []).Sees(ability, unit)));
    }

    [Fact]
    public void No_ability_is_left_out() => Assert.Equal(Enum.GetValues<Ability>().Order(), Table.Select(row => (Ability)row[0]).Order());

    private static string Row(Func<Person?, Guid, bool> allows) => string.Join(' ', Columns.Select(column => allows(column.Person, column.Unit) ? '+' : '-'));

    private static Asker With(Person person, IReadOnlyList<Person?> readers) => new(person, Language.Chinese, "msteams") { Readers = readers };

    private static Person Somebody(params PersonRole[] roles) => new() { Id = Guid.CreateVersion7(), Name = "某人", Roles = roles };

    private static Person System(ApiScopes scopes, params Guid[] units) => Somebody() with { Access = new(scopes, [], units) };

    private static Person Contact(ContactKind kind)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, Name = "某人", Contacts = [new(id, Own, kind)] };
    }
}
