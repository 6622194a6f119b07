using Moq;
using PlanBot.Data.Model;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class UrgeUnitsTests
{
    private static readonly ReportingPeriod FirstQuarter = new(2020, 1);

    [Fact]
    public async Task The_preview_names_who_will_be_written_to_and_who_cannot_be()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 10:00");
        var small = Ledgers.Small();
        var ledgers = await world.StoreAsync(small with { Identities = small.Identities.Where(identity => identity.UserId != "unit-3").ToList() });
        await world.ReportAsync(ledgers, 1);

        var preview = await world.Urge.PreviewAsync(new(ledgers.Plan.Id, FirstQuarter), CancellationToken.None);

        var person = Assert.Single(preview!.WillBeWritten);
        Assert.Equal((ledgers.ContactOf(2).Id, "李强"), (person.PersonId, person.Name));
        Assert.Equal(("市卫生健康委", 2, 2), (person.Units[0].UnitName, person.Units[0].Open, person.Units[0].Overdue));
        Assert.Equal("市商务局", Assert.Single(preview.WithoutContact).UnitName);
        Assert.Empty(preview.CoolingDown);
        Assert.Empty(await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, FirstQuarter, CancellationToken.None));
    }

    [Theory]
    [InlineData("2020-04-03 18:00", null, false, 0)] // nobody is overdue before the day is over
    [InlineData("2020-04-03 18:00", null, true, 3)]
    [InlineData("2020-04-03 18:00", 2, false, 1)] // one unit may be urged before it is overdue
    [InlineData("2020-04-04 00:00", null, false, 3)]
    public async Task All_overdue_units_are_urged_or_all_that_owe_or_one(string now, int? unit, bool includeNotYetDue, int people)
    {
        await using var world = await ReminderWorld.CreateAsync(now);
        var ledgers = await world.StoreAsync(Ledgers.Small());

        var preview = await world.Urge.PreviewAsync(
            new(ledgers.Plan.Id, FirstQuarter, unit is { } number ? [ledgers.Units[number - 1].Id] : null, includeNotYetDue), CancellationToken.None);

        Assert.Equal(people, preview!.WillBeWritten.Count);
        Assert.Equal(people == 0, preview.IsEmpty);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("市领导周四要看", "市领导周四要看")]
    public async Task The_coordinators_own_words_leave_with_it_and_are_in_the_trail(string? note, string? read)
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 10:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());

        await world.Urge.RunAsync(new(ledgers.Plan.Id, FirstQuarter, Note: note), ledgers.Coordinator.Id, "directline", CancellationToken.None);
        await world.Send.RunAsync(CancellationToken.None);

        Assert.All(world.Browser.Sent, sent => Assert.Equal(read, sent.Content.Note));
        Assert.NotEmpty(world.Browser.Sent);
        var told = PlanBot.Texts.ReminderTexts.Write(world.Browser.Sent[0].Content);
        Assert.Equal(note is not null, told.Text.Contains("牵头部门留言：“市领导周四要看”", StringComparison.Ordinal));
        Assert.Contains("待报", told.Text, StringComparison.Ordinal); // the open tasks stand in it as always
        var record = Assert.Single(await world.Audit.OfAsync(ledgers.Period.Id, CancellationToken.None));
        Assert.Equal(note is not null, record.After!.Contains("市领导周四要看", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_urging_of_the_night_waits_for_working_hours_as_it_was_told_and_for_nobody_who_has_reported_by_then()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-05 21:00"); // a holiday
        var ledgers = await world.StoreAsync(Ledgers.Small());

        var done = await world.Urge.RunAsync(new(ledgers.Plan.Id, FirstQuarter), ledgers.Coordinator.Id, "directline", CancellationToken.None);
        var atNight = await world.Send.RunAsync(CancellationToken.None);
        await world.ReportAsync(ledgers, 1);
        world.Stopped.Now = Ledgers.At("2020-04-07 08:29");
        var early = await world.Send.RunAsync(CancellationToken.None);
        world.Stopped.Now = Ledgers.At("2020-04-07 08:30");
        var morning = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(Ledgers.At("2020-04-07 08:30"), done!.WaitsUntil);
        Assert.Equal([SendOutcome.Nothing, SendOutcome.Nothing, new(2, 1, 0, 0)], [atNight, early, morning]);
        Assert.All(world.Browser.Sent, message => Assert.Equal(ReminderKind.Urging, message.Content.Kind));
    }

    [Fact]
    public async Task What_waits_for_the_morning_can_be_taken_back_by_whoever_may_urge_and_said_again()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-06 21:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        var request = new UrgeRequest(ledgers.Plan.Id, FirstQuarter);
        var done = await world.Urge.RunAsync(request, ledgers.Coordinator.Id, "directline", CancellationToken.None);

        var byContact = await world.Urge.RecallAsync(ledgers.Plan.Id, FirstQuarter, done!.Step!, ledgers.ContactOf(1).Id, "directline", CancellationToken.None);
        var byCoordinator = await world.Urge.RecallAsync(ledgers.Plan.Id, FirstQuarter, done.Step!, ledgers.Coordinator.Id, "directline", CancellationToken.None);
        world.Stopped.Now = Ledgers.At("2020-04-07 09:30");
        await world.Send.RunAsync(CancellationToken.None);
        var sent = world.Browser.Sent.Count;
        var again = await world.Urge.PreviewAsync(request, CancellationToken.None);

        Assert.Null(byContact);
        Assert.Equal((3, 0), byCoordinator);
        Assert.Equal(0, sent);
        Assert.Equal(3, again!.WillBeWritten.Count); // what nobody got does not make anybody wait
    }

    [Theory]
    [InlineData("2020-04-05 21:00", true)] // a holiday; the coordinator has said 现在就发
    [InlineData("2020-04-07 10:00", false)]
    public async Task A_confirmed_urging_goes_out_at_once_within_working_hours_or_on_demand_and_is_on_record(string now, bool atThisHour)
    {
        await using var world = await ReminderWorld.CreateAsync(now);
        var ledgers = await world.StoreAsync(Ledgers.Small());

        var done = await world.Urge.RunAsync(new(ledgers.Plan.Id, FirstQuarter, AtThisHour: atThisHour), ledgers.Coordinator.Id, "directline", CancellationToken.None);
        var outcome = await world.Send.RunAsync(CancellationToken.None);

        Assert.Null(done!.WaitsUntil);
        Assert.Equal(3, done.WillBeWritten.Count);
        Assert.Equal(new SendOutcome(3, 0, 0, 0), outcome);
        Assert.All(world.Browser.Sent, message => Assert.Equal(ReminderKind.Urging, message.Content.Kind));
        world.Signal.Verify(signal => signal.SendSoonAsync(It.IsAny<CancellationToken>()), Times.Once);
        var record = Assert.Single(await world.Audit.OfAsync(ledgers.Period.Id, CancellationToken.None));
        Assert.Equal(("urge", ledgers.Coordinator.Id, "directline"), (record.Action, record.PersonId, record.Channel));
        Assert.Contains("市教委", record.After!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-04-07 10:00", "2020-04-07 13:59", "2020-04-07 14:00")]
    [InlineData("2020-04-07 16:00", "2020-04-08 10:29", "2020-04-08 10:30")] // two hours today, two tomorrow
    [InlineData("2020-04-10 17:00", "2020-04-13 11:29", "2020-04-13 11:30")] // the weekend does not count
    [InlineData("2020-04-05 21:00", "2020-04-07 12:29", "2020-04-07 12:30")] // nor do night and holiday
    public async Task A_person_who_was_urged_is_left_alone_for_four_working_hours(string urged, string still, string free)
    {
        await using var world = await ReminderWorld.CreateAsync(urged);
        var ledgers = await world.StoreAsync(Ledgers.Small());
        var request = new UrgeRequest(ledgers.Plan.Id, FirstQuarter, [ledgers.Units[0].Id]);
        await world.Urge.RunAsync(request, ledgers.Coordinator.Id, "directline", CancellationToken.None);

        await world.Send.RunAsync(CancellationToken.None);
        world.Stopped.Now = Ledgers.At(still);
        var cooling = await world.Urge.RunAsync(request, ledgers.Coordinator.Id, "directline", CancellationToken.None);
        world.Stopped.Now = Ledgers.At(free);
        var again = await world.Urge.RunAsync(request, ledgers.Coordinator.Id, "directline", CancellationToken.None);

        Assert.Empty(cooling!.WillBeWritten);
        Assert.Equal(Ledgers.At(free), Assert.Single(cooling.CoolingDown).Until);
        Assert.Single(again!.WillBeWritten);
    }

    [Fact]
    public async Task Reminders_of_the_ladder_do_not_count_for_the_cool_down_nor_does_a_message_that_never_arrived()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-07 09:00");
        var request = new UrgeRequest(ledgers.Plan.Id, FirstQuarter);
        world.Browser.Fail = _ => new Delivery.Unreachable("blocked");

        await world.Urge.RunAsync(request, ledgers.Coordinator.Id, "directline", CancellationToken.None);
        await world.Send.RunAsync(CancellationToken.None);
        world.Stopped.Now = Ledgers.At("2020-04-07 09:05");
        var again = await world.Urge.PreviewAsync(request, CancellationToken.None);

        Assert.Equal(3, again!.WillBeWritten.Count);
    }

    [Fact]
    public async Task Pressing_the_button_twice_urges_once()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 10:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        var request = new UrgeRequest(ledgers.Plan.Id, FirstQuarter);

        var done = await Task.WhenAll(Enumerable.Range(1, 2).Select(_ => Task.Run(
            () => world.Urge.RunAsync(request, ledgers.Coordinator.Id, "directline", CancellationToken.None))));

        Assert.Equal([0, 3], done.Select(result => result!.WillBeWritten.Count).Order());
    }

    [Fact]
    public async Task Only_a_coordinator_urges()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 10:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());

        foreach (var person in new[] { ledgers.ContactOf(1), ledgers.Leader })
            Assert.Null(await world.Urge.RunAsync(new(ledgers.Plan.Id, FirstQuarter), person.Id, "directline", CancellationToken.None));

        Assert.Empty(await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, FirstQuarter, CancellationToken.None));
        Assert.Empty(await world.Audit.OfAsync(ledgers.Period.Id, CancellationToken.None));
    }
}
