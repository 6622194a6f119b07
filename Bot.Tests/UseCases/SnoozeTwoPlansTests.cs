using Microsoft.Extensions.Options;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class SnoozeTwoPlansTests
{
    [Fact]
    public async Task A_reminder_that_was_put_off_tells_of_every_plan_that_was_silent()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var first = await world.StoreAsync(Ledgers.Small());
        var second = await first.AnotherPlan().StoreAsPlanAsync(world.Database);
        await world.AtAsync("2020-04-01 09:00");
        world.Browser.Clear();
        var (contact, id) = (first.ContactOf(1), Guid.CreateVersion7());
        var snooze = new SnoozeReminders(
            world.Database, world.Snoozes, world.Outbox, world.Audit, new CurrentCalendar(new HolidayRepository(world.Database)), Options.Create(Ladders.Default), world.Clock);

        await snooze.RunAsync(id, [first.Period, second.Period], Ledgers.At("2020-04-02 10:00"), contact.Id, Ledgers.Browser, CancellationToken.None);
        await world.AtAsync("2020-04-02 09:00");
        Assert.DoesNotContain("unit-1", world.Browser.Sent.Select(sent => sent.UserId));
        await world.AtAsync("2020-04-02 10:00");

        var message = Assert.Single(world.Browser.Sent, sent => sent.UserId == "unit-1").Content;
        Assert.Equal([first.Plan.Id, second.Plan.Id], message.Plans.Select(plan => plan.Plan.Id));
    }

    [Fact]
    public async Task Taken_back_it_comes_for_no_plan()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var first = await world.StoreAsync(Ledgers.Small());
        var second = await first.AnotherPlan().StoreAsPlanAsync(world.Database);
        await world.AtAsync("2020-04-01 09:00");
        world.Browser.Clear();
        var (contact, id) = (first.ContactOf(1), Guid.CreateVersion7());
        var snooze = new SnoozeReminders(
            world.Database, world.Snoozes, world.Outbox, world.Audit, new CurrentCalendar(new HolidayRepository(world.Database)), Options.Create(Ladders.Default), world.Clock);
        await snooze.RunAsync(id, [first.Period, second.Period], Ledgers.At("2020-04-01 16:00"), contact.Id, Ledgers.Browser, CancellationToken.None);

        Assert.True(await snooze.TakeBackAsync(id, contact.Id, Ledgers.Browser, CancellationToken.None));
        await world.AtAsync("2020-04-01 16:00");

        Assert.Empty(world.Browser.Sent);
    }
}
