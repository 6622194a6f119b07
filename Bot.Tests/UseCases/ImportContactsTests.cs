using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Importing.Contacts;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Data;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>Bringing the people up to a list, on both databases. The office has 张敏 (市教委), 李强 and 赵磊 (市卫生健康委, 赵磊 as backup) and 王芳 (市商务局), nobody with a number.</summary>
public abstract class ImportContactsTests(TestDatabase store) : DatabaseTests(store)
{
    private StoppedClock Clock { get; } = new(Ledgers.At("2020-04-01 08:00"));

    private PersonRepository People => new(Database, Clock);

    private ContactListRepository List => new(Database);

    [DatabaseFact]
    public async Task People_are_added_and_known_ones_are_brought_up_to_date()
    {
        var import = await ImportAsync("""
            单位,姓名,手机,Teams账号,类型
            市教委,张敏,13600000001,Zhang@Example.com,
            市教委,周敏,13600000002,,备用
            市卫生健康委,李强,,,
            """);

        Assert.Equal("周敏|张敏|李强", $"{Names(import.Added)}|{Names(import.Changed)}|{string.Join(',', import.Unchanged.Select(person => person.Name))}");
        Assert.Equal(["赵磊"], import.NotListed.Select(person => person.Name)); // 王芳's unit is not in the list: nothing is said of her
        Assert.Equal("13600000001", (await People.FindAsync(Ledger.People[0].Id, None))!.Mobile);
        Assert.Equal(Ledger.People[0].Id, await List.FindListedAsync("msteams", ["zhang@example.com"], None));
        var added = (await People.FindAsync((await List.FindByMobileAsync("13600000002", None))!.Value, None))!;
        Assert.Equal([(Ledger.Units[0].Id, ContactKind.Backup)], added.Contacts.Select(place => (place.UnitId, place.Kind)));
        Assert.Equal("add-person", Assert.Single(await new AuditRepository(Database).OfAsync(added.Id, None)).Action);
        Assert.Contains("13600000001", Assert.Single(await new AuditRepository(Database).OfAsync(Ledger.People[0].Id, None)).After, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task The_same_list_again_changes_nothing()
    {
        const string list = """
            单位,姓名,手机,钉钉ID,类型,启用日期
            市教委,张敏,13600000001,z01,,
            市教委,周敏,13600000002,z02,备用,2020-05-01
            ,陈静,13600000009,,管理员,
            """;
        await ImportAsync(list);
        var before = (await People.AllAsync(None), await List.PlacesAsync(None), await List.AccountsAsync(None));

        var again = await ImportAsync(list);

        Assert.Equal((0, 0, 3), (again.Added.Count, again.Changed.Count, again.Unchanged.Count));
        Assert.Equivalent(before, (await People.AllAsync(None), await List.PlacesAsync(None), await List.AccountsAsync(None)), strict: true);
        Assert.Equal(2, before.Item1.Count(person => person.Mobile is "13600000001" or "13600000009"));
        Assert.Single(await People.InRoleAsync(PersonRole.Coordinator, None)); // 陈静 was one and is no second
    }

    [DatabaseFact]
    public async Task A_look_stores_nothing_and_a_mistake_neither()
    {
        var look = await ImportAsync("单位,姓名,手机\n市教委,周敏,13600000002\n", store: false);
        Assert.Equal(("周敏", 0), (Names(look.Added), look.Problems.Count));

        var wrong = await ImportAsync("单位,姓名,手机\n市教委,周敏,13600000002\n市民航局,吴刚,13600000003\n");
        Assert.Equal(ContactIssue.UnitUnknown, Assert.Single(wrong.Problems).Issue);
        Assert.Equal(Ledger.People.Count, (await People.AllAsync(None)).Count);
    }

    [DatabaseFact]
    public async Task A_number_that_is_known_under_another_name_is_no_proof()
    {
        await ImportAsync("单位,姓名,手机,钉钉ID\n市教委,张敏,13600000001,z01\n市商务局,王芳,13600000003,w01\n");

        Assert.Equal(ContactIssue.KnownAsOther, Assert.Single((await ImportAsync("单位,姓名,手机\n市教委,周敏,13600000001\n")).Problems).Issue); // a successor with the post's number
        Assert.Equal(ContactIssue.PointsAtTwo, Assert.Single((await ImportAsync("单位,姓名,手机,钉钉ID\n市教委,张敏,13600000001,w01\n")).Problems).Issue);
        var renamed = await ImportAsync("单位,姓名,手机,钉钉ID\n市教委,张敏敏,13600000001,z01\n");
        Assert.Equal(("name", "张敏", "张敏敏"), (renamed.Changed[0].Changes[0].Field, renamed.Changed[0].Changes[0].Before, renamed.Changed[0].Changes[0].After));
    }

    [DatabaseFact]
    public async Task A_changed_number_and_a_changed_unit_are_the_same_person()
    {
        await ImportAsync("单位,姓名,手机\n市教委,张敏,13600000001\n");
        await ImportAsync("单位,姓名,手机\n市教委,张敏,13600000009\n");
        await ImportAsync("单位,姓名,手机\n市商务局,张敏,13600000009\n");

        Assert.Equal(
            new[] { Ledger.Units[0].Id, Ledger.Units[2].Id }.Order(), (await People.FindAsync(Ledger.People[0].Id, None))!.Contacts.Select(place => place.UnitId).Order());
        Assert.Single(await People.AllAsync(None), person => person.Name == "张敏");
    }

    [DatabaseFact]
    public async Task A_handover_by_the_list_takes_effect_on_its_day()
    {
        await ImportAsync("""
            单位,姓名,类型,启用日期,停用日期
            市卫生健康委,李强,联络员,,2020-05-06
            市卫生健康委,赵磊,联络员,2020/5/6,
            """);

        Assert.Equal([Ledger.People[1].Id, Ledger.People[3].Id], (await People.ContactsOfAsync([Ledger.Units[1].Id], None)).Select(place => place.PersonId));
        Clock.Now = Ledgers.At("2020-05-06 08:00");
        var place = Assert.Single(await People.ContactsOfAsync([Ledger.Units[1].Id], None));
        Assert.Equal((Ledger.People[3].Id, ContactKind.Primary), (place.PersonId, place.Kind)); // no longer the backup beside it
        Assert.Empty((await People.FindAsync(Ledger.People[1].Id, None))!.Contacts);
    }

    private static string Names(IReadOnlyList<ListedChange> changes) => string.Join(',', changes.Select(change => change.Listed.Name));

    private async Task<ContactImport> ImportAsync(string csv, bool store = true)
    {
        var units = new UnitRepository(Database);
        var list = ContactListReader.Read(SpreadsheetReader.Read(System.Text.Encoding.UTF8.GetBytes(csv)).Sheets, await units.AllAsync(None));
        return await new ImportContacts(Database, People, List, units, new AuditRepository(Database), Clock).RunAsync(list, store, null, "command", None);
    }
}

public sealed class ImportContactsOnSqlite() : ImportContactsTests(new SqliteTestDatabase());

public sealed class ImportContactsOnPostgres() : ImportContactsTests(new PostgresTestDatabase());
