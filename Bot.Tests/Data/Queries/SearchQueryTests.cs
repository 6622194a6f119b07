using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Queries;

/// <summary>Words in reports: what the index gives is what reading every text gives.</summary>
public abstract class SearchQueryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Dictionary<int, int> versions = [];

    [DatabaseTheory]
    [InlineData("选址", 1)] // two characters
    [InlineData("成选", 1)] // across words
    [InlineData("WI-FI", 1)] // whatever the case
    [InlineData(">覆", 1)]
    [InlineData("50%", 1)]
    [InlineData("5_%", 0)] // no placeholders
    [InlineData("选覆", 0)]
    [InlineData("完成选址", 1)]
    [InlineData("成选完成", 0)] // the pairs are there, the words are not
    [InlineData("<b>", 1)]
    [InlineData("，<", 1)] // marks are characters too
    [InlineData("\\甲", 1)]
    [InlineData("👍好", 1)]
    [InlineData("三家 医院", 1)]
    [InlineData("\"快\"", 1)] // quotes of every kind
    [InlineData("it's", 1)]
    [InlineData("'; --", 0)]
    [InlineData("NOT 完成", 0)] // no operators
    [InlineData("完成*", 0)]
    [InlineData("Ⅲ级", 1)] // in lower case to some and not to others
    [InlineData("ＡＰＰ", 1)]
    public async Task Words_are_found_wherever_they_stand(string words, int found)
    {
        await FileAsync(0, "完成选址50%，<b>Wi-Fi</b>覆盖三家 医院\\甲。👍好\"快\"it's，启动Ⅲ级响应，ＡＰＰ上线");
        await FileAsync(1, "另一家的报告");

        Assert.Equal(found, (await LookUpAsync(words)).Count);
        Assert.Equal(found, (await ReadAsync(words)).Count);
    }

    [DatabaseFact]
    public async Task What_the_index_finds_is_what_reading_everything_finds()
    {
        const string letters = "甲乙丙AaBb %_。1";
        var random = new Random(19);
        for (var report = 0; report < 40; report++)
            await FileAsync(report % 5, Text(12) + "末", Text(30) + "末");

        for (var search = 0; search < 60; search++)
        {
            var words = Text(2 + (search % 3));

            Assert.Equal(Places(await ReadAsync(words)), Places(await LookUpAsync(words)));
            Assert.Equal(Places(await ReadAsync(words)), Places((await new SearchQuery(Database, Wall, fewUnits: 0, firstStretch: 3, stretch: 4).RunAsync(words, [Ledger.Period.Id], Units, 500, Patience, None)).Texts));
        }

        string Text(int length) => new([.. Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)])]);
        static IEnumerable<(Guid, int)> Places(IEnumerable<FoundText> texts) => texts.Select(text => (text.EntryId, text.Ordinal)).Order();
    }

    [DatabaseFact]
    public async Task Only_the_version_that_counts_of_units_and_periods_that_are_meant()
    {
        await FileAsync(0, "已经完成招标");
        await FileAsync(0, "已经签约");
        await FileAsync(1, "已经签约");
        await FileAsync(2, "已经签约");
        await new ObligationRepository(Database).SaveAsync(await OwedAsync(2), await OwedAsync(2) with { State = ObligationState.Returned, Round = 1 }, None);

        Assert.Empty(await LookUpAsync("招标"));
        Assert.Equal([Ledger.Obligations[1].Id, Ledger.Obligations[0].Id], (await LookUpAsync("签约")).Select(text => text.ObligationId));
        Assert.Equal([Ledger.Obligations[0].Id], (await LookUpAsync("签约", [Ledger.Units[0].Id])).Select(text => text.ObligationId));
        Assert.Empty((await Index.RunAsync("签约", [Guid.CreateVersion7()], Units, 50, Patience, None)).Texts);
    }

    [DatabaseFact]
    public async Task The_newest_come_first_and_no_more_than_asked_for()
    {
        foreach (var obligation in Enumerable.Range(0, 5))
            await FileAsync(obligation, $"第{obligation}项开工", "按期开工");

        var found = await Index.RunAsync("开工", [Ledger.Period.Id], Units, 3, Patience, None);

        Assert.Equal([(4, 1), (4, 2), (3, 1)], found.Texts.Select(text => (Ledger.Obligations.ToList().FindIndex(owed => owed.Id == text.ObligationId), text.Ordinal)));
        Assert.False(found.IsCutShort);
    }

    [DatabaseFact]
    public async Task What_is_changed_or_deleted_is_no_longer_found()
    {
        await FileAsync(0, "收回的内容");
        await FileAsync(1, "原来的内容");
        var (first, second) = ((await LookUpAsync("收回"))[0].EntryId, (await LookUpAsync("原来"))[0].EntryId);

        await Database.WriteAsync("DELETE FROM progress_entry_section WHERE entry_id = @first", new { first }, None);
        await Database.WriteAsync("UPDATE progress_entry_section SET text = '后来的内容' WHERE entry_id = @second", new { second }, None);
        await FileAsync(2, "别的内容"); // SQLite may give it the number of the deleted one

        Assert.Empty(await LookUpAsync("收回"));
        Assert.Empty(await LookUpAsync("原来"));
        Assert.Equal(second, Assert.Single(await LookUpAsync("后来")).EntryId);
        Assert.Equal(2, (await LookUpAsync("内容")).Count);
        if (Database.Dialect == Dialect.Sqlite) // what was deleted has left no pair behind
            Assert.Equal(2, (await Database.QueryAsync<long>("SELECT rowid FROM report_search WHERE report_search MATCH @pairs", new { pairs = TextPairs.Words("内容") }, None)).Count);
    }

    [DatabaseFact]
    public async Task Who_has_no_time_is_told_so()
    {
        await FileAsync(0, "完成选址");

        Assert.True((await Index.RunAsync("选址", [Ledger.Period.Id], Units, 50, TimeSpan.Zero, None)).IsCutShort);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Index.RunAsync("选址", [Ledger.Period.Id], Units, 50, Patience, new CancellationToken(canceled: true)));
    }

    [DatabaseFact]
    public async Task A_late_report_on_an_older_period_comes_before_earlier_ones_on_a_newer_one()
    {
        var later = await Ledger.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00")).OpenAsync(Database);
        await new ProgressRepository(Database).AddAsync(EntryOf(later.Obligations[1], 1, Ledgers.At("2020-04-02 09:00"), "下一期开工", "提前开工"), None);
        await new ObligationRepository(Database).SaveAsync(later.Obligations[1], later.Obligations[1] with { State = ObligationState.Submitted, Version = 1, SubmittedAt = Ledgers.At("2020-04-02 09:00") }, None);
        await FileAsync(0, "这一期开工", "如期开工");

        foreach (var query in new[] { Index, Reading })
            Assert.Equal(["这一期开工", "如期开工"], (await query.RunAsync("开工", [later.Period.Id, Ledger.Period.Id], Units, 2, Patience, None)).Texts.Select(text => text.Text));
    }

    private static StoppedClock Wall => new(Ledgers.At("2020-04-01 08:00"));

    /// <summary>By the index alone, in several stretches: on PostgreSQL the first would be read without it.</summary>
    private SearchQuery Index => new(Database, Wall, fewUnits: 0, firstStretch: 0, stretch: 3);

    private SearchQuery Reading => new(Database, Wall);

    private List<Guid> Units => [.. Ledger.Units.Select(unit => unit.Id)];

    private async Task<IReadOnlyList<FoundText>> LookUpAsync(string words, IReadOnlyCollection<Guid>? units = null) =>
        (await Index.RunAsync(words, [Ledger.Period.Id], units ?? Units, 500, Patience, None)).Texts;

    private async Task<IReadOnlyList<FoundText>> ReadAsync(string words) =>
        (await Reading.RunAsync(words, [Ledger.Period.Id], Units, 500, Patience, None)).Texts;

    private async Task<Obligation> OwedAsync(int obligation) =>
        (await new ObligationRepository(Database).FindAsync(Ledger.Obligations[obligation].Id, None))!;

    private async Task FileAsync(int obligation, params string[] texts)
    {
        var version = versions[obligation] = versions.GetValueOrDefault(obligation) + 1;
        var at = Ledgers.At("2020-04-02 10:00").AddMinutes(versions.Values.Sum());
        await new ProgressRepository(Database).AddAsync(EntryOf(Ledger.Obligations[obligation], version, at, texts), None);
        var owed = await OwedAsync(obligation);
        Assert.True(await new ObligationRepository(Database).SaveAsync(owed, owed with { State = ObligationState.Submitted, Version = version, SubmittedAt = at }, None));
    }

    private ProgressEntry EntryOf(Obligation obligation, int version, DateTimeOffset at, params string[] texts) => new()
    {
        Id = Guid.CreateVersion7(), ObligationId = obligation.Id, Version = version, AuthorId = Ledger.People[0].Id, Channel = Ledgers.Browser, SubmittedAt = at,
        Sections = texts.Select((text, index) => (text, index)).ToDictionary(section => section.index + 1, section => section.text),
    };
}
