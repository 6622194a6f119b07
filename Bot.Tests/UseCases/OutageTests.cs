using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>Channels that are slow, down or silent, and nodes that share the sending meanwhile: what is owed arrives, and once.</summary>
public sealed class OutageTests
{
    private static readonly Delivery Down = new Delivery.TryLater("503", null) { IsOfChannel = true };

    [Fact]
    public async Task A_slow_channel_never_makes_two_nodes_send_the_same_message()
    {
        await using var world = await ReminderWorld.CreateAsync(new StoppedClock(Ledgers.At("2020-03-31 09:00")), new SendingOptions { Batch = 10, AtOnce = 1 });
        await world.StoreAsync(SixteenUnits.Create());
        var rivals = new FakeChannel();
        var rival = world.SecondNode(rivals);
        world.Browser.Fail = _ =>
        {
            world.Stopped.Now += TimeSpan.FromSeconds(45); // ten of them take longer than a lease
            rival.Send.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
            return null;
        };

        await world.AtAsync("2020-03-31 09:00");

        var sent = world.Browser.Sent.Concat(rivals.Sent).Select(message => message.UserId).ToList();
        Assert.Equal(16, sent.Count);
        Assert.Equal(16, sent.Distinct().Count());
        Assert.Equal((10, 6), (world.Browser.Sent.Count, rivals.Sent.Count));
    }

    [Fact]
    public async Task A_stop_gives_back_nothing_that_another_node_holds_by_now()
    {
        await using var world = await ReminderWorld.CreateAsync(new StoppedClock(Ledgers.At("2020-03-31 09:00")), new SendingOptions { Batch = 16, AtOnce = 1 });
        var ledgers = await world.StoreAsync(SixteenUnits.Create());
        using var stop = new CancellationTokenSource();
        IReadOnlyList<Reminder> rivals = [];
        world.Browser.Fail = _ =>
        {
            world.Stopped.Now += TimeSpan.FromMinutes(6);
            rivals = world.Outbox.LeaseDueAsync(world.Stopped.Now, TimeSpan.FromMinutes(5), 16, CancellationToken.None).GetAwaiter().GetResult();
            stop.Cancel();
            return null;
        };
        await world.Queue.RunAsync(world.Stopped.Now, CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Send.RunAsync(stop.Token));

        Assert.Equal(SendOutcome.Nothing, await world.SecondNode().Send.RunAsync(CancellationToken.None));
        var rows = await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None);
        Assert.Equal(15, rows.Count(row => row.State == ReminderState.Leased && row.LeaseId == rivals[0].LeaseId));
        Assert.Single(rows, row => row.State == ReminderState.Sent); // it had left, whoever holds it
    }

    [Fact]
    public async Task After_three_hours_without_the_channel_everything_that_was_owed_is_sent()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(SixteenUnits.Create());
        var calls = 0;
        world.Browser.Fail = _ => world.Stopped.Now < Ledgers.At("2020-03-31 12:00") && Interlocked.Increment(ref calls) > 0 ? Down : null;

        await world.AtAsync("2020-03-31 09:00");
        await RunUntilAsync(world, "2020-03-31 13:00");

        Assert.Equal(16, world.Browser.Sent.Select(sent => sent.UserId).Distinct().Count());
        Assert.Equal(16, world.Browser.Sent.Count);
        Assert.InRange(calls, 10, 60); // without the breaker, sixteen times eight
        var rows = await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None);
        Assert.All(rows, row => Assert.Equal((ReminderState.Sent, "503"), (row.State, row.Trouble)));
        Assert.All(rows, row => Assert.InRange(row.Tries, 1, 2));
    }

    [Fact]
    public async Task A_message_that_one_channel_never_takes_goes_to_the_next_before_it_is_given_up()
    {
        await using var world = await WithTeamsAsync(_ => new Delivery.TryLater("429", null));

        await world.AtAsync("2020-03-31 09:00");
        await RunUntilAsync(world, "2020-03-31 13:00");

        Assert.Equal(["unit-1", "unit-2", "unit-3"], world.Browser.Sent.Select(sent => sent.UserId).Order());
        var row = Assert.Single(await world.Outbox.SentToAsync(world.Browser.Sent.Single(sent => sent.UserId == "unit-1").Content.To.Id, Ledgers.At("2020-03-31 09:00"), CancellationToken.None));
        Assert.Equal((ReminderState.Sent, "directline", ReminderWorld.Sending.Attempts), (row.State, row.Channel, row.Tries));
        Assert.InRange(row.SentAt!.Value, Ledgers.At("2020-03-31 11:00"), Ledgers.At("2020-03-31 11:45"));
    }

    [Fact]
    public async Task Given_up_is_what_no_channel_takes_with_the_reason_of_each()
    {
        await using var world = await WithTeamsAsync(_ => new Delivery.TryLater("429", null));
        world.Browser.Fail = content => content.To.Name == "张敏" ? new Delivery.Unreachable("blocked") : null;

        await world.AtAsync("2020-03-31 09:00");
        await RunUntilAsync(world, "2020-03-31 13:00");

        Assert.Equal("gave-up: msteams: 429; directline: blocked", Assert.Single(await FailedAsync(world)).Outcome);
    }

    [Fact]
    public async Task While_a_channel_stays_down_the_next_one_is_taken_after_as_long_as_its_tries_would_have_lasted()
    {
        await using var world = await WithTeamsAsync(_ => Down);

        await world.AtAsync("2020-03-31 09:00");
        await RunUntilAsync(world, "2020-03-31 10:55");
        var before = world.Browser.Sent.Count;
        await RunUntilAsync(world, "2020-03-31 11:30");

        Assert.Equal((2, 3), (before, world.Browser.Sent.Count));
        Assert.Empty(await FailedAsync(world));
    }

    [Fact]
    public async Task A_channel_that_never_answers_holds_up_nobody_else()
    {
        await using var world = await ReminderWorld.CreateAsync(new StoppedClock(Ledgers.At("2020-03-31 09:00")), new SendingOptions { HandOver = TimeSpan.FromMilliseconds(50) });
        var ledgers = await world.StoreAsync(Ledgers.Small());
        world.Browser.Hang = content => content.To.Name == "张敏";

        var outcome = await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(new SendOutcome(2, 0, 1, 0), outcome);
        var row = (await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None)).Single(row => row.PersonId == ledgers.ContactOf(1).Id);
        Assert.Equal(("no answer", 1, true), (row.Trouble, row.Tries, row.IsRetrying));
    }

    [Fact]
    public async Task A_call_that_is_not_waited_for_any_more_is_told_so()
    {
        await using var world = await ReminderWorld.CreateAsync(new StoppedClock(Ledgers.At("2020-03-31 09:00")), new SendingOptions { HandOver = TimeSpan.FromMilliseconds(50) });
        await world.StoreAsync(Ledgers.Small());
        world.Browser.Hang = _ => true;

        var outcome = await world.AtAsync("2020-03-31 09:00");

        // Else it goes on unseen, and what it sends in the end is sent again.
        Assert.Equal(new SendOutcome(0, 0, 3, 0), outcome);
        Assert.Equal(3, world.Browser.Abandoned);
    }

    [Fact]
    public async Task Being_put_off_is_no_try()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Stopped.Now, CancellationToken.None);
        for (var putOff = 1; putOff <= 9; putOff++)
        {
            foreach (var row in await world.Outbox.LeaseDueAsync(world.Stopped.Now, TimeSpan.FromMinutes(5), 9, CancellationToken.None))
                Assert.True(await world.Outbox.PutOffAsync(row.MessageId, row.LeaseId!.Value, row.NextAttemptAt, CancellationToken.None));
        }
        world.Browser.Fail = _ => new Delivery.TryLater("503", null);

        var outcome = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(0, 0, 3, 0), outcome);
        var rows = await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None);
        Assert.All(rows, row => Assert.Equal((true, 1, 10), (row.IsRetrying, row.Tries, row.Attempts)));
        Assert.All(rows, row => Assert.InRange(row.NextAttemptAt - world.Stopped.Now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.25))); // as after a first try
    }

    /// <summary>The first contact is in Teams too, where this is answered.</summary>
    private static async Task<ReminderWorld> WithTeamsAsync(Func<ReminderContent, Delivery?> answer)
    {
        var world = await ReminderWorld.CreateAsync("2020-03-31 09:00", new FakeChannel(), new FakeChannel("msteams") { Fail = answer });
        var small = Ledgers.Small();
        await world.StoreAsync(small with { Identities = [.. small.Identities, SixteenUnits.Identity("teams-1", small.People[0], "msteams")] });
        return world;
    }

    private static async Task<IReadOnlyList<Reminder>> FailedAsync(ReminderWorld world)
    {
        var plan = (await world.Plans.AllAsync(CancellationToken.None))[0];
        return [.. (await world.Outbox.OfPeriodAsync(plan.Id, new(2020, 1), CancellationToken.None)).Where(row => row.State == ReminderState.Failed)];
    }

    /// <summary>Looks whenever something is due, as the job does.</summary>
    private static async Task RunUntilAsync(ReminderWorld world, string until)
    {
        while (await world.Outbox.NextDueAsync(CancellationToken.None) is { } next && next <= Ledgers.At(until))
        {
            world.Stopped.Now = next > world.Stopped.Now ? next : world.Stopped.Now;
            await world.Send.RunAsync(CancellationToken.None);
        }
        world.Stopped.Now = Ledgers.At(until);
    }
}
