using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>Holiday lists, the demo clock, sign-in links and protection keys.</summary>
public abstract class SmallRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    [DatabaseFact]
    public async Task A_loaded_year_of_holidays_is_replaced_as_a_whole()
    {
        var holidays = new HolidayRepository(Database);
        var first = new HolidayYear(2027, ["国办发明电〔2026〕1号"], [new(new(2027, 1, 1), false, "元旦", 2027), new(new(2026, 12, 31), false, "元旦", 2027)]);
        var revised = new HolidayYear(2027, ["国办发明电〔2026〕1号", "国办发明电〔2027〕2号"], [new(new(2026, 12, 31), false, "元旦", 2027), new(new(2027, 1, 3), true, "元旦", 2027)]);
        var other = new HolidayYear(2026, [], [new(new(2026, 12, 31), true, "别的通知", 2026)]);
        foreach (var year in new[] { first, other, revised })
            await holidays.SaveAsync(year, None);

        Assert.Equivalent(new[] { other, revised }, await holidays.AllAsync(None), strict: true);
        Assert.Equal([2026, 2027], (await holidays.AllAsync(None)).Select(year => year.Year));
    }

    [DatabaseFact]
    public async Task A_list_of_holidays_that_does_not_fit_leaves_the_old_one()
    {
        var holidays = new HolidayRepository(Database);
        var day = new CalendarDay(new(2027, 1, 1), false, "元旦", 2027);
        await holidays.SaveAsync(new(2027, ["1号"], [day]), None);

        await Assert.ThrowsAnyAsync<DbException>(() => holidays.SaveAsync(new(2027, ["2号"], [day, day]), None));

        Assert.Equal("1号", Assert.Single(Assert.Single(await holidays.AllAsync(None)).Documents));
    }

    [DatabaseFact]
    public async Task The_demo_clock_never_goes_back()
    {
        var clock = new DemoClockRepository(Database);
        Assert.Null(await clock.ReadAsync(None));

        await clock.KeepAsync(Ledgers.At("2020-04-07 09:00"), None);
        await clock.KeepAsync(Ledgers.At("2020-03-31 08:55"), None);
        Assert.Equal(Ledgers.At("2020-04-07 09:00"), await clock.ReadAsync(None));

        await clock.KeepAsync(Ledgers.At("2020-04-07 09:01"), None);
        Assert.Equal(Ledgers.At("2020-04-07 09:01"), await clock.ReadAsync(None));
    }

    [DatabaseFact]
    public async Task A_sign_in_link_works_once_and_in_time()
    {
        var links = new SignInLinkRepository(Database);
        var expires = Ledgers.At("2020-04-01 09:00");
        await links.AddAsync("a", Ledger.Coordinator.Id, expires, None);
        await links.AddAsync("b", Ledger.Coordinator.Id, expires, None);

        Assert.Equal(Ledger.Coordinator.Id, await links.UseAsync("a", expires.AddSeconds(-1), None));
        Assert.Null(await links.UseAsync("a", expires.AddSeconds(-1), None)); // used
        Assert.Null(await links.UseAsync("b", expires, None)); // expired
        Assert.Null(await links.UseAsync("c", expires.AddSeconds(-1), None)); // unknown
    }

    [DatabaseFact]
    public async Task Of_many_clicks_on_a_link_one_comes_in()
    {
        var links = new SignInLinkRepository(Database);
        await links.AddAsync("a", Ledger.Coordinator.Id, Ledgers.At("2020-04-01 09:00"), None);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => links.UseAsync("a", Ledgers.At("2020-04-01 08:00"), None))));

        Assert.Single(used, person => person is not null);
    }

    [DatabaseFact]
    public async Task The_latest_text_that_waits_for_its_task_is_found_until_it_is_forgotten()
    {
        var texts = new KeptTextRepository(Database);
        var (first, second) = (new KeptText(Guid.CreateVersion7(), Ledger.People[1].Id, Ledgers.At("2020-04-01 09:00"), "甲"), new KeptText(Guid.CreateVersion7(), Ledger.People[1].Id, Ledgers.At("2020-04-01 10:00"), "乙"));
        await texts.KeepAsync(first, None);
        await texts.KeepAsync(second, None);
        await texts.KeepAsync(second with { Document = "乙二" }, None);

        Assert.Equal("乙二", (await texts.LatestAsync(Ledger.People[1].Id, None))!.Document);
        Assert.Null(await texts.LatestAsync(Ledger.Coordinator.Id, None));
        await texts.ForgetAsync(second.Id, None);
        Assert.Equal(first, await texts.LatestAsync(Ledger.People[1].Id, None));
    }

    [DatabaseFact]
    public async Task Evidence_goes_with_the_version_it_is_filed_with()
    {
        var files = new EvidenceRepository(Database);
        var file = new Evidence
        {
            Id = Guid.CreateVersion7(), ObligationId = Ledger.Obligations[0].Id, Version = 0, AuthorId = Ledger.People[1].Id, Name = "会议纪要.pdf", ContentType = "application/pdf", Size = 12,
            Sha256 = new string('a', 64), AddedAt = Ledgers.At("2020-04-01 09:00"),
        };
        await files.AddAsync(file, None);

        await FileVersionAsync(1);
        await FileVersionAsync(2); // what is filed stays with its version

        Assert.Equal(file with { Version = 1 }, Assert.Single(await files.OfAsync([file.ObligationId], None)));
        Assert.Empty(await files.OfAsync([Ledger.Obligations[1].Id], None));
        Assert.True(await files.RefersToAsync(file.Sha256, None));
        Assert.False(await files.RefersToAsync(new string('b', 64), None));
    }

    [DatabaseFact]
    public async Task A_file_that_is_handed_out_expires()
    {
        var offers = new FileOfferRepository(Database);
        var (now, offer) = (Ledgers.At("2020-04-01 09:00"), new FileOffer("unit-1", "填报表.docx", "application/x", "AQI="));
        await offers.AddAsync("h1", offer, now, now.AddHours(1), None);

        Assert.Equal(offer, await offers.FindAsync("h1", now.AddMinutes(59), None));
        Assert.Null(await offers.FindAsync("h1", now.AddHours(1), None));
        Assert.Null(await offers.FindAsync("h2", now, None));
        await offers.AddAsync("h2", offer, now.AddHours(2), now.AddHours(3), None);
        Assert.Null(await offers.FindAsync("h1", now, None)); // and is forgotten
    }

    [DatabaseFact]
    public async Task Messages_are_known_to_be_read_once_and_old_ones_forgotten()
    {
        var receipts = new ReceiptRepository(Database);
        var at = Ledgers.At("2020-04-01 09:00");
        foreach (var (user, activity, day) in new[] { ("29:a", "1", 0), ("29:a", "2", 1), ("29:b", "1", 1), ("29:a", "2", 1) })
            await receipts.AddAsync(new("msteams", user, activity, Guid.CreateVersion7(), at.AddDays(day)), at.AddDays(-1), None);

        await receipts.MarkSeenAsync("msteams", "29:a", ["1", "3"], at.AddDays(2), None);
        var unseen = await receipts.UnseenAsync("msteams", "29:a", None);
        await receipts.AddAsync(new("msteams", "29:a", "4", Guid.CreateVersion7(), at.AddDays(9)), at.AddDays(5), None);

        Assert.Equal(["2"], unseen);
        Assert.Equal(["4"], await receipts.UnseenAsync("msteams", "29:a", None));
        Assert.Equal(["1"], await receipts.UnseenAsync("msteams", "29:b", None));
    }

    [DatabaseFact]
    public void Protection_keys_are_kept()
    {
        var keys = new ProtectionKeyRepository(Database);
        Assert.Empty(keys.All());

        keys.Add("key-2", "<key id='2'/>");
        keys.Add("key-1", "<key id='1'/>");

        Assert.Equal(["<key id='1'/>", "<key id='2'/>"], keys.All());
    }

    private Task FileVersionAsync(int version) => new ProgressRepository(Database).AddAsync(
        new ProgressEntry
        {
            Id = Guid.CreateVersion7(), ObligationId = Ledger.Obligations[0].Id, Version = version, AuthorId = Ledger.People[1].Id, Channel = Ledgers.Browser,
            SubmittedAt = Ledgers.At("2020-04-01 10:00"), Sections = new Dictionary<int, string> { [1] = "甲" },
        },
        None);
}
