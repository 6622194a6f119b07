using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class ContactListRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private StoppedClock Clock { get; } = new(Ledgers.At("2020-04-01 08:00"));

    private PersonRepository People => new(Database, Clock);

    private ContactListRepository List => new(Database);

    private Person Old => Ledger.People[0];

    private Guid Unit => Ledger.Units[0].Id;

    [DatabaseFact]
    public async Task A_dated_handover_takes_effect_on_its_day()
    {
        var successor = new Person { Id = Guid.CreateVersion7(), Name = "周敏" };
        await People.AddAsync(successor with { Contacts = [new(successor.Id, Unit, ContactKind.Primary) { From = new(2020, 4, 10) }] }, None);
        await List.SetPlaceAsync(Old.Contacts[0] with { Until = new(2020, 4, 10) }, None);

        Clock.Now = Ledgers.At("2020-04-09 23:59");
        Assert.Equal([Old.Id], (await People.ContactsOfAsync([Unit], None)).Select(place => place.PersonId));
        Assert.Empty((await People.FindAsync(successor.Id, None))!.Contacts);

        Clock.Now = Ledgers.At("2020-04-10 00:00");
        Assert.Equal([successor.Id], (await People.ContactsOfAsync([Unit], None)).Select(place => place.PersonId));
        Assert.Empty((await People.FindByIdentityAsync(Ledgers.Browser, "unit-1", None))!.Contacts);
        Assert.Equal([successor.Id, Old.Id], (await List.PlacesOfAsync(Unit, None)).OrderByDescending(place => place.From).Select(place => place.PersonId));
    }

    [DatabaseFact]
    public async Task A_backup_may_become_the_contact_on_a_day()
    {
        var backup = new Contact(Ledger.People[3].Id, Ledger.Units[1].Id, ContactKind.Backup);
        await List.SetPlaceAsync(backup with { Until = new(2020, 4, 10) }, None);
        await List.SetPlaceAsync(backup with { Kind = ContactKind.Primary, From = new(2020, 4, 10) }, None);

        Assert.Equal([ContactKind.Backup], (await People.FindAsync(backup.PersonId, None))!.Contacts.Select(place => place.Kind));
        Clock.Now = Ledgers.At("2020-04-10 08:00");
        Assert.Equal([ContactKind.Primary], (await People.FindAsync(backup.PersonId, None))!.Contacts.Select(place => place.Kind));
    }

    [DatabaseFact]
    public async Task A_place_is_replaced_or_taken_back()
    {
        var place = new Contact(Ledger.People[3].Id, Unit, ContactKind.Backup) { From = new(2020, 5, 1) };
        await List.SetPlaceAsync(place, None);
        await List.SetPlaceAsync(place with { From = null, Until = new(2020, 6, 1) }, None);

        Assert.Contains(place with { From = null, Until = new(2020, 6, 1) }, await List.PlacesAsync(None));
        await List.RemovePlaceAsync(place, None);
        Assert.Equal([Old.Contacts[0]], await List.PlacesOfAsync(Unit, None));
        await Assert.ThrowsAnyAsync<DbException>(() => List.SetPlaceAsync(place with { Until = new(2020, 4, 1) }, None));
    }

    [DatabaseFact]
    public async Task What_the_list_says_of_a_person_is_kept_and_a_mobile_number_is_one_persons()
    {
        var listed = Old with { Name = "张敏敏", Duty = "科长", Phone = "83600000", Mobile = "13600000001", Email = "zhang@example.com" };
        await List.SaveAsync(listed, None);
        await List.AddRoleAsync(Old.Id, PersonRole.Leader, None);
        await List.AddRoleAsync(Old.Id, PersonRole.Leader, None);

        Assert.Equivalent(listed with { Roles = [PersonRole.Leader] }, await People.FindAsync(Old.Id, None), strict: true);
        Assert.Equal(Old.Id, await List.FindByMobileAsync("13600000001", None));
        Assert.Null(await List.FindByMobileAsync("13600000002", None));
        await Assert.ThrowsAnyAsync<DbException>(() => List.SaveAsync(Ledger.People[1] with { Mobile = "13600000001" }, None));
    }

    [DatabaseFact]
    public async Task An_account_is_listed_for_one_person_on_its_channel()
    {
        await List.ListAsync(new("msteams", "zhang@example.com", Old.Id), None);
        await List.ListAsync(new("msteams", "0a1b", Ledger.People[1].Id), None);
        await List.ListAsync(new("dingtalk", "0a1b", Old.Id), None);

        Assert.Equal(Old.Id, await List.FindListedAsync("msteams", ["none", "zhang@example.com"], None));
        Assert.Null(await List.FindListedAsync("dingtalk", ["zhang@example.com"], None));
        Assert.Null(await List.FindListedAsync("msteams", ["zhang@example.com", "0a1b"], None)); // two people: nobody is let in by guess
        await List.ListAsync(new("msteams", "0a1b", Old.Id), None);
        Assert.Equal(Old.Id, await List.FindListedAsync("msteams", ["zhang@example.com", "0a1b"], None));
        Assert.Equal([("dingtalk", "0a1b"), ("msteams", "0a1b"), ("msteams", "zhang@example.com")], (await List.AccountsAsync(None)).Select(one => (one.Channel, one.Account)));
    }
}
