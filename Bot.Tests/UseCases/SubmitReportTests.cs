using PlanBot.Data.Model;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class SubmitReportTests
{
    [Fact]
    public async Task A_report_becomes_version_one_with_all_its_sections_and_an_audit_row()
    {
        await using var office = await InCollectionAsync();
        var owed = (await office.OwedByAsync(1))[0];

        var filed = await FileAsync(office, 1, (owed, 0, "完成两期培训"));

        Assert.Equal([(1, false)], Assert.IsType<SubmitResult.Filed>(filed).Reports.Select(report => (report.Version, report.IsLate)));
        Assert.Equal((ObligationState.Submitted, 1), ((await office.OwedByAsync(1))[0].State, (await office.OwedByAsync(1))[0].Version));
        var entry = Assert.Single(await office.Progress.VersionsAsync(owed.Id, CancellationToken.None));
        Assert.Equal(Office.Sections("完成两期培训"), entry.Sections);
        Assert.Equal("submit-report", Assert.Single(await office.Audit.OfAsync(owed.Id, CancellationToken.None)).Action);
    }

    [Fact]
    public async Task A_correction_is_a_second_version_and_keeps_the_first_and_its_time()
    {
        await using var office = await InCollectionAsync();
        var owed = (await office.OwedByAsync(1))[0];
        await FileAsync(office, 1, (owed, 0, "甲"));
        office.Clock.Now = Ledgers.At("2020-04-07 09:00"); // after the due day

        var corrected = await FileAsync(office, 1, (owed, 1, "乙"));

        Assert.Equal((2, false), Assert.IsType<SubmitResult.Filed>(corrected).Reports.Select(report => (report.Version, report.IsLate)).Single());
        Assert.Equal(["甲", "乙"], (await office.Progress.VersionsAsync(owed.Id, CancellationToken.None)).Select(entry => entry.Sections[1]));
    }

    [Fact]
    public async Task A_first_report_after_the_due_day_is_late()
    {
        await using var office = await InCollectionAsync();
        office.Clock.Now = Ledgers.At("2020-04-04 00:00");

        var filed = await FileAsync(office, 1, ((await office.OwedByAsync(1))[0], 0, "甲"));

        Assert.True(Assert.IsType<SubmitResult.Filed>(filed).Reports.Single().IsLate);
    }

    [Theory]
    [InlineData(3)] // another unit's contact
    [InlineData(5)] // the coordinator
    public async Task Nobody_else_files_for_a_unit(int person)
    {
        await using var office = await InCollectionAsync();

        var refused = await FileAsync(office, person, ((await office.OwedByAsync(1))[0], 0, "甲"));

        Assert.Equal(SubmitRefusal.NotYours, Assert.IsType<SubmitResult.Refused>(refused).Reason);
    }

    [Fact]
    public async Task A_backup_files_as_well()
    {
        await using var office = await InCollectionAsync();

        Assert.IsType<SubmitResult.Filed>(await FileAsync(office, 4, ((await office.OwedByAsync(2))[0], 0, "甲")));
    }

    [Fact]
    public async Task One_refused_task_takes_the_others_back()
    {
        await using var office = await InCollectionAsync();
        var (mine, theirs) = ((await office.OwedByAsync(2))[0], (await office.OwedByAsync(1))[0]);

        var refused = await FileAsync(office, 2, (mine, 0, "甲"), (theirs, 0, "乙"));

        Assert.Equal(theirs.Id, Assert.IsType<SubmitResult.Refused>(refused).ObligationId);
        Assert.Equal(mine, (await office.OwedByAsync(2))[0]);
        Assert.Empty(await office.Progress.VersionsAsync(mine.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_newer_version_of_a_colleague_is_not_covered_unseen()
    {
        await using var office = await InCollectionAsync();
        var owed = (await office.OwedByAsync(2))[0];
        await FileAsync(office, 2, (owed, 0, "甲"));

        var refused = await FileAsync(office, 4, (owed, 0, "乙"));

        Assert.Equal(SubmitRefusal.ChangedMeanwhile, Assert.IsType<SubmitResult.Refused>(refused).Reason);
    }

    [Theory]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task Every_section_must_say_something(string? problems)
    {
        await using var office = await InCollectionAsync();
        var sections = Office.Sections();
        if (problems is null)
            sections.Remove(2);
        else
            sections[2] = problems;

        var refused = await office.Submit.RunAsync(
            new Submission(office.Ledger.ContactOf(1).Id, "directline", [new TaskReport((await office.OwedByAsync(1))[0].Id, sections, 0)]), CancellationToken.None);

        Assert.Equal(SubmitRefusal.Incomplete, Assert.IsType<SubmitResult.Refused>(refused).Reason);
    }

    [Fact]
    public async Task In_a_closed_period_a_first_report_is_taken_and_a_correction_is_not()
    {
        await using var office = await InCollectionAsync();
        var (first, second) = ((await office.OwedByAsync(2))[0], (await office.OwedByAsync(2))[1]);
        await FileAsync(office, 2, (first, 0, "甲"));
        await office.OpenAtAsync("2020-06-30 09:00");

        var correction = await FileAsync(office, 2, (first, 1, "乙"));
        var late = await FileAsync(office, 2, (second, 0, "丙"));

        Assert.Equal(SubmitRefusal.PeriodClosed, Assert.IsType<SubmitResult.Refused>(correction).Reason);
        Assert.True(Assert.IsType<SubmitResult.Filed>(late).Reports.Single().IsLate);
    }

    [Fact]
    public async Task A_draft_is_kept_is_no_report_and_goes_when_the_report_comes()
    {
        await using var office = await InCollectionAsync();
        var owed = (await office.OwedByAsync(1))[0];
        var draft = new ReportDraft(owed.Id, office.Ledger.ContactOf(1).Id, office.Clock.GetUtcNow(), new Dictionary<int, string> { [1] = "写到一半" });

        var kept = await office.Draft.RunAsync(draft, CancellationToken.None);
        var state = (await office.OwedByAsync(1))[0];
        await FileAsync(office, 1, (owed, 0, "写完了"));

        Assert.True(kept);
        Assert.Equal((ObligationState.Draft, true), (state.State, state.IsOpen));
        Assert.Empty(await office.Progress.DraftsAsync([owed.Id], CancellationToken.None));
    }

    [Fact]
    public async Task A_draft_thrown_away_leaves_the_task_as_it_was_and_a_stranger_keeps_none()
    {
        await using var office = await InCollectionAsync();
        var owed = (await office.OwedByAsync(1))[0];
        var half = new Dictionary<int, string> { [1] = "写到一半" };

        var strangers = await office.Draft.RunAsync(new ReportDraft(owed.Id, office.Ledger.ContactOf(2).Id, office.Clock.GetUtcNow(), half), CancellationToken.None);
        await office.Draft.RunAsync(new ReportDraft(owed.Id, office.Ledger.ContactOf(1).Id, office.Clock.GetUtcNow(), half), CancellationToken.None);
        await office.Draft.DiscardAsync(owed.Id, office.Ledger.ContactOf(1).Id, CancellationToken.None);

        Assert.False(strangers);
        Assert.Equal(owed, (await office.OwedByAsync(1))[0]);
        Assert.Empty(await office.Progress.DraftsAsync([owed.Id], CancellationToken.None));
    }

    private static async Task<Office> InCollectionAsync()
    {
        var office = await Office.CreateAsync("2020-03-26 10:00");
        await office.OpenAtAsync("2020-03-26 10:00");
        office.Clock.Now = Ledgers.At("2020-04-02 10:00");
        return office;
    }

    /// <param name="person">Place in the ledger's people, from 1.</param>
    private static Task<SubmitResult> FileAsync(Office office, int person, params (Obligation Owed, int BaseVersion, string Progress)[] reports) => office.Submit.RunAsync(
        new Submission(
            office.Ledger.People[person - 1].Id, "directline",
            reports.Select(report => new TaskReport(report.Owed.Id, Office.Sections(report.Progress), report.BaseVersion)).ToList()),
        CancellationToken.None);
}
