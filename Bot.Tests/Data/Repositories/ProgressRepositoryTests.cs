using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class ProgressRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private ProgressRepository Progress => new(Database);

    [DatabaseFact]
    public async Task Every_version_is_kept_and_the_last_one_counts()
    {
        var (first, second, other) = (NewEntry(0, 1, "已完成选址"), NewEntry(0, 2, "已开工"), NewEntry(1, 1, "已立项"));
        foreach (var entry in new[] { second, first, other })
            await Progress.AddAsync(entry, None);

        Assert.Equivalent(new[] { first, second }, await Progress.VersionsAsync(Ledger.Obligations[0].Id, None), strict: true);
        Assert.Equal([1, 2], (await Progress.VersionsAsync(Ledger.Obligations[0].Id, None)).Select(entry => entry.Version));
        var latest = await Progress.LatestAsync(Ledger.Obligations.Select(obligation => obligation.Id).ToList(), None);
        Assert.Equal(new HashSet<Guid> { second.Id, other.Id }, latest.Select(entry => entry.Id).ToHashSet());
    }

    [DatabaseFact]
    public async Task A_version_is_written_once()
    {
        await Progress.AddAsync(NewEntry(0, 1, "已完成选址"), None);

        await Assert.ThrowsAnyAsync<DbException>(() => Progress.AddAsync(NewEntry(0, 1, "别的内容"), None));

        Assert.Equal("已完成选址", Assert.Single(await Progress.VersionsAsync(Ledger.Obligations[0].Id, None)).Sections[1]);
    }

    [DatabaseFact]
    public async Task An_entry_with_a_blank_section_is_not_kept_at_all()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Progress.AddAsync(NewEntry(0, 1, " "), None));

        Assert.Empty(await Progress.VersionsAsync(Ledger.Obligations[0].Id, None));
    }

    [DatabaseFact]
    public async Task An_entry_belongs_to_an_obligation_and_an_author()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Progress.AddAsync(NewEntry(0, 1, "已立项") with { ObligationId = Guid.CreateVersion7() }, None));
        await Assert.ThrowsAnyAsync<DbException>(() => Progress.AddAsync(NewEntry(0, 1, "已立项") with { AuthorId = Guid.CreateVersion7() }, None));
    }

    [DatabaseFact]
    public async Task A_draft_is_replaced_as_a_whole_and_can_be_thrown_away()
    {
        var draft = new ReportDraft(
            Ledger.Obligations[0].Id, Ledger.People[0].Id, Ledgers.At("2020-03-31 10:00"), new Dictionary<int, string> { [1] = "已完成选址", [2] = "资金未到位" });
        await Progress.SaveDraftAsync(draft, None);
        var later = draft with { SavedAt = draft.SavedAt.AddMinutes(1), Sections = new Dictionary<int, string> { [1] = "已开工" } };
        await Progress.SaveDraftAsync(later, None);

        Assert.Equivalent(later, Assert.Single(await Progress.DraftsAsync([draft.ObligationId, Ledger.Obligations[1].Id], None)), strict: true);

        await Progress.DeleteDraftAsync(draft.ObligationId, None);
        Assert.Empty(await Progress.DraftsAsync([draft.ObligationId], None));
    }

    private ProgressEntry NewEntry(int obligation, int version, string progress) => new()
    {
        Id = Guid.CreateVersion7(),
        ObligationId = Ledger.Obligations[obligation].Id,
        Version = version,
        AuthorId = Ledger.People[0].Id,
        Channel = Ledgers.Browser,
        SubmittedAt = Ledgers.At("2020-03-31 10:00").AddHours(version),
        Sections = new Dictionary<int, string> { [1] = progress, [2] = "无", [3] = "无", [4] = "继续推进" },
    };
}
