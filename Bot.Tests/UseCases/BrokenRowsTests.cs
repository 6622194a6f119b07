using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.UseCases;

/// <summary>Something kept that no reckoning of days can deal with, however it came there: it is left out and told, and everybody else is reminded in time.</summary>
public sealed class BrokenRowsTests
{
    [Theory]
    [InlineData("9999-12-30")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_due_day_beyond_the_calendar_holds_up_its_own_report_alone(string day)
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-03 08:00");
        var ledgers = await world.StoreAsync(SixteenUnits.Create());
        await world.Database.WriteAsync(
            "UPDATE obligation SET due_on = @day, round = 1 WHERE unit_id = @unit", new { day = DateOnly.ParseExact(day, "yyyy-MM-dd", null), unit = ledgers.Units[1].Id }, CancellationToken.None);

        await world.AtAsync("2020-04-03 09:00");

        Assert.Equal(15, world.Browser.Sent.Select(message => message.UserId).Count(user => user.StartsWith("unit-", StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Browser.Sent, message => message.UserId == "unit-2");
        var left = Assert.Single(world.Troubles.Now);
        Assert.Equal((ledgers.Plan.Id, ledgers.Period.Period, 1), (left.PlanId, left.Period, left.Round));
        Assert.Equal(Ledgers.At("2020-04-03 15:00"), await world.Agenda.NextStepAsync(world.Stopped.Now, CancellationToken.None));

        await world.Database.WriteAsync("UPDATE obligation SET due_on = '2020-04-03', round = 0 WHERE round = 1", null, CancellationToken.None);
        await world.AtAsync("2020-04-03 15:00");

        Assert.Empty(world.Troubles.Now);
        Assert.Contains(world.Browser.Sent, message => message.UserId == "unit-2");
    }

    [Theory]
    [InlineData("UPDATE plan SET time_zone = 'Nowhere/None' WHERE id = @id")]
    [InlineData("INSERT INTO plan_ladder (plan_id, steps, changed_by, changed_at) SELECT @id, '[{', min(id), '2020-03-01T00:00:00.0000000Z' FROM person")]
    public async Task A_plan_that_cannot_be_reckoned_holds_up_no_other_plan(string sql)
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-03 08:00");
        var broken = await world.StoreAsync(Ledgers.Small());
        var whole = await world.StoreAsync(OtherPeople(SixteenUnits.Create()));
        await world.Database.WriteAsync(sql, new { id = broken.Plan.Id }, CancellationToken.None);

        await world.Open.RunAsync(Ledgers.At("2020-04-03 08:30"), CancellationToken.None);
        await world.AtAsync("2020-04-03 09:00");

        Assert.Equal(16, world.Browser.Sent.Count(message => message.UserId.StartsWith("other-unit-", StringComparison.Ordinal)));
        var left = Assert.Single(world.Troubles.Now);
        Assert.Equal((broken.Plan.Id, null, null), (left.PlanId, left.Period, left.Round));
        Assert.NotEqual(whole.Plan.Id, left.PlanId);
        Assert.NotNull(await world.Agenda.NextStepAsync(world.Stopped.Now, CancellationToken.None));
    }

    [Fact]
    public void A_job_that_fails_again_and_again_is_told_until_it_succeeds()
    {
        var jobs = new JobTroubles();

        jobs.Note("queue-reminders", failed: true);
        Assert.Empty(jobs.Failing);

        jobs.Note("queue-reminders", failed: true);
        jobs.Note("open-periods", failed: false);
        Assert.Equal(["queue-reminders"], jobs.Failing);

        jobs.Note("queue-reminders", failed: false);
        Assert.Empty(jobs.Failing);
    }

    private static Ledgers OtherPeople(Ledgers ledgers) =>
        ledgers with { Identities = [.. ledgers.Identities.Select(identity => identity with { UserId = "other-" + identity.UserId })] };
}
