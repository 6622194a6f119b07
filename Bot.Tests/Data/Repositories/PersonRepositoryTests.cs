using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class PersonRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private StoppedClock Clock { get; } = new(Ledgers.At("2020-04-01 08:00"));

    private PersonRepository People => new(Database, Clock);

    [DatabaseFact]
    public async Task A_person_comes_back_with_roles_and_units()
    {
        var id = Guid.CreateVersion7();
        var person = new Person
        {
            Id = id,
            Name = "孙丽",
            Phone = "022-00000001",
            Email = "sun@example.com",
            Language = "en",
            Roles = [PersonRole.Coordinator, PersonRole.Leader],
            Contacts = [new(id, Ledger.Units[0].Id, ContactKind.Primary), new(id, Ledger.Units[2].Id, ContactKind.UnitLeader)],
        };
        await People.AddAsync(person, None);

        Assert.Equivalent(person, await People.FindAsync(id, None), strict: true);
        Assert.Null(await People.FindAsync(Guid.CreateVersion7(), None));
        Assert.Equivalent(new[] { person }, await People.FindAsync([id, Guid.CreateVersion7()], None), strict: true);
    }

    [DatabaseFact]
    public async Task Somebody_is_found_by_the_identity_of_the_same_channel_only()
    {
        Assert.Equal(Ledger.ContactOf(2).Id, (await People.FindByIdentityAsync(Ledgers.Browser, "unit-2", None))?.Id);
        Assert.Null(await People.FindByIdentityAsync("msteams", "unit-2", None));
        Assert.Null(await People.FindByIdentityAsync(Ledgers.Browser, "unit-9", None));
    }

    [DatabaseFact]
    public async Task Everybody_and_those_in_a_role_are_listed()
    {
        Assert.Equal(Ledger.People.Select(person => person.Name).Order(), (await People.AllAsync(None)).Select(person => person.Name).Order());
        Assert.Equal(Ledger.Coordinator.Id, Assert.Single(await People.InRoleAsync(PersonRole.Coordinator, None)).Id);
        Assert.Equal(Ledger.Leader.Id, Assert.Single(await People.InRoleAsync(PersonRole.Leader, None)).Id);
    }

    [DatabaseFact]
    public async Task Contacts_of_a_unit_begin_with_the_primary_one()
    {
        var contacts = await People.ContactsOfAsync([Ledger.Units[1].Id], None);

        Assert.Equal([(Ledger.People[1].Id, ContactKind.Primary), (Ledger.People[3].Id, ContactKind.Backup)], contacts.Select(contact => (contact.PersonId, contact.Kind)));
        Assert.Empty(await People.ContactsOfAsync([], None));
    }

    [DatabaseFact]
    public async Task The_language_written_last_is_kept()
    {
        await People.SetLanguageAsync(Ledger.People[0].Id, "en", None);
        await People.SetLanguageAsync(Ledger.People[0].Id, "zh", None);

        Assert.Equal("zh", (await People.FindAsync(Ledger.People[0].Id, None))!.Language);
        await Assert.ThrowsAnyAsync<DbException>(() => People.SetLanguageAsync(Ledger.People[0].Id, "fr", None));
    }

    [DatabaseFact]
    public async Task A_conversation_is_remembered_for_who_is_bound_and_outlives_a_change_of_person()
    {
        await People.RememberConversationAsync(Ledgers.Browser, "unit-1", """{"conversation":{"id":"1"}}""", None);
        await People.RememberConversationAsync(Ledgers.Browser, "stranger", "{}", None);

        await People.BindAsync(new() { Channel = Ledgers.Browser, UserId = "unit-1", PersonId = Ledger.People[3].Id }, None);

        var identity = Assert.Single(await People.IdentitiesAsync(Ledger.People[3].Id, None));
        Assert.Equal("""{"conversation":{"id":"1"}}""", identity.ConversationReference);
        Assert.Empty(await People.IdentitiesAsync(Ledger.People[0].Id, None));
        Assert.Empty(await People.IdentitiesAsync([Ledger.People[0].Id, Guid.CreateVersion7()], None));
        Assert.Equal(identity, Assert.Single(await People.IdentitiesAsync([Ledger.People[0].Id, Ledger.People[3].Id], None)));
        Assert.Equal(["coordinator", "leader", "unit-1", "unit-2", "unit-3"], (await People.IdentitiesOnAsync(Ledgers.Browser, None)).Select(one => one.UserId));
    }

    [DatabaseFact]
    public async Task Nobody_is_nameless_or_a_contact_of_no_unit()
    {
        var id = Guid.CreateVersion7();

        await Assert.ThrowsAnyAsync<DbException>(() => People.AddAsync(new() { Id = id, Name = " " }, None));
        await Assert.ThrowsAnyAsync<DbException>(
            () => People.AddAsync(new() { Id = id, Name = "孙丽", Contacts = [new(id, Guid.CreateVersion7(), ContactKind.Primary)] }, None));
        Assert.Null(await People.FindAsync(id, None));
    }
}
