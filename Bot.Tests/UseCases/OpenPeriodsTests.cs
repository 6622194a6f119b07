using PlanBot.Data.Model;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.UseCases;

public sealed class OpenPeriodsTests
{
    [Fact]
    public async Task The_period_under_way_opens_at_import_with_all_that_is_owed()
    {
        await using var office = await Office.CreateAsync("2020-03-26 10:00");

        var opened = await office.OpenAtAsync("2020-03-26 10:00");

        Assert.Equal(1, opened);
        var period = await office.PeriodAsync(2020, 1);
        Assert.Equal((new DateOnly(2020, 4, 3), Ledgers.At("2020-04-04 00:00"), Ledgers.At("2020-03-31 09:00")), (period.DueOn, period.DueAt, period.CollectionFrom));
        Assert.Equal(5, (await office.Query.OfPeriodAsync(period.Id, null, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_second_run_opens_nothing_twice()
    {
        await using var office = await Office.CreateAsync("2020-03-26 10:00");
        await office.OpenAtAsync("2020-03-26 10:00");

        var again = await office.OpenAtAsync("2020-03-26 10:05");

        Assert.Equal(0, again);
        Assert.Equal(5, (await office.Query.OfPeriodAsync((await office.PeriodAsync(2020, 1)).Id, null, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task The_next_period_opens_on_its_first_day_and_the_old_one_closes_only_when_the_next_is_collected()
    {
        await using var office = await Office.CreateAsync("2020-03-26 10:00");
        await office.OpenAtAsync("2020-03-26 10:00");

        var opened = await office.OpenAtAsync("2020-04-01 00:00");
        var stillOpen = (await office.PeriodAsync(2020, 1)).ClosedAt;
        await office.OpenAtAsync("2020-06-30 09:00");

        Assert.Equal(1, opened);
        Assert.Null(stillOpen);
        Assert.Equal(Ledgers.At("2020-06-30 09:00"), (await office.PeriodAsync(2020, 1)).ClosedAt);
        Assert.Null((await office.PeriodAsync(2020, 2)).ClosedAt);
    }

    [Fact]
    public async Task After_a_long_stop_every_period_that_began_meanwhile_is_opened()
    {
        await using var office = await Office.CreateAsync("2020-03-26 10:00");
        await office.OpenAtAsync("2020-03-26 10:00");

        var opened = await office.OpenAtAsync("2020-11-02 08:00");

        Assert.Equal(3, opened);
        Assert.Equal(["2020Q1", "2020Q2", "2020Q3", "2020Q4"], (await office.Periods.OfPlanAsync(office.Ledger.Plan.Id, CancellationToken.None)).Select(row => row.Period.ToString()));
        Assert.Equal(new DateOnly(2020, 10, 12), (await office.PeriodAsync(2020, 3)).DueOn); // Saturday 10 October was worked
    }

    [Fact]
    public async Task A_plan_imported_late_begins_with_the_period_that_is_being_collected()
    {
        await using var office = await Office.CreateAsync("2020-07-02 10:00");

        await office.OpenAtAsync("2020-07-02 10:00");

        Assert.Equal(["2020Q2", "2020Q3"], (await office.Periods.OfPlanAsync(office.Ledger.Plan.Id, CancellationToken.None)).Select(row => row.Period.ToString()));
    }

    [Fact]
    public async Task A_group_of_units_owes_nothing_itself_and_a_plan_of_lead_units_only_asks_them()
    {
        await using var grouped = await Office.CreateAsync("2020-03-26 10:00", ledger => ledger with
        {
            Units = [ledger.Units[0], ledger.Units[1], ledger.Units[2] with { Kind = UnitKind.Group }],
        });
        await using var leadOnly = await Office.CreateAsync("2020-03-26 10:00", ledger => ledger with
        {
            Plan = ledger.Plan with { Reporting = ledger.Plan.Reporting with { LeadOnly = true } },
        });

        await grouped.OpenAtAsync("2020-03-26 10:00");
        await leadOnly.OpenAtAsync("2020-03-26 10:00");

        Assert.Equal(3, (await grouped.Query.OfPeriodAsync((await grouped.PeriodAsync(2020, 1)).Id, null, CancellationToken.None)).Count);
        Assert.All(
            await leadOnly.Query.OfPeriodAsync((await leadOnly.PeriodAsync(2020, 1)).Id, null, CancellationToken.None),
            row => Assert.Equal(AssignmentRole.Lead, row.Role));
    }

    [Fact]
    public async Task A_list_loaded_later_moves_open_due_dates_but_never_those_of_a_closed_period()
    {
        await using var office = await Office.CreateAsync("2020-03-26 10:00");
        await office.OpenAtAsync("2020-03-26 10:00");
        await office.OpenAtAsync("2020-06-30 09:00");
        var closed = await office.PeriodAsync(2020, 1);
        office.Load(Calendars.Year(2020, "2020-04-03 off 试", "2020-07-01 off 试"));

        var moved = Assert.Single(await office.Recompute.RunAsync(CancellationToken.None));

        Assert.Equal((new ReportingPeriod(2020, 2), new DateOnly(2020, 7, 3), new DateOnly(2020, 7, 6)), (moved.Period, moved.OldDueOn, moved.NewDueOn));
        Assert.Equal(closed, await office.PeriodAsync(2020, 1));
        Assert.All(await office.OwedByAsync(1, 2020, 2), obligation => Assert.Equal(new DateOnly(2020, 7, 6), obligation.DueOn));
        Assert.Empty(await office.Recompute.RunAsync(CancellationToken.None));

        // Whoever still owes and the coordinators are told, once, however often it is looked at.
        var letters = (await new PlanBot.Data.Repositories.ReminderRepository(office.Database).OfPeriodAsync(office.Ledger.Plan.Id, new(2020, 2), CancellationToken.None)).Where(row => row.Kind == ReminderKind.Letter).ToList();
        Assert.Equal(
            office.Ledger.People.Where(person => person.IsCoordinator || person.Contacts.Any(contact => contact.Kind == ContactKind.Primary)).Select(person => person.Id).Order(), letters.Select(row => row.PersonId).Order());
        var letter = (await new PlanBot.Data.Repositories.LetterRepository(office.Database).FindAsync(letters[0].LetterId!.Value, CancellationToken.None))!;
        var text = PlanBot.Texts.LetterTexts.Write(PlanBot.Domain.LetterBody.Read(letter.Body), office.Ledger.People[0], PlanBot.Texts.Language.Chinese).Text;
        Assert.Contains("第二季度的截止日期由2020-07-03", text, StringComparison.Ordinal);
        Assert.Contains("改为2020-07-06", text, StringComparison.Ordinal);
    }
}
