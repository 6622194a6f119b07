using PlanBot.Data.Model;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>The program ended between handing a message over and writing down that it had.</summary>
public sealed class AfterAnEndTests
{
    [Fact]
    public async Task What_arrived_before_the_program_ended_is_written_down_as_sent_then_also_when_all_is_reported_since()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Stopped.Now, CancellationToken.None);
        foreach (var row in await world.Outbox.LeaseDueAsync(world.Stopped.Now, TimeSpan.FromMinutes(5), 9, CancellationToken.None))
            world.Browser.Arrived[row.MessageId] = world.Stopped.Now; // and here it ends
        await world.ReportAsync(ledgers, 1);
        world.Stopped.Now = Ledgers.At("2020-03-31 22:00"); // at night, when nothing is sent

        var outcome = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(3, 0, 0, 0), outcome);
        Assert.Empty(world.Browser.Sent);
        Assert.All(
            await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None),
            row => Assert.Equal((ReminderState.Sent, "directline", Ledgers.At("2020-03-31 09:00")), (row.State, row.Channel, row.SentAt)));
    }

    [Fact]
    public async Task What_no_channel_knows_to_have_arrived_goes_out_again_in_office_hours()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Stopped.Now, CancellationToken.None);
        await world.Outbox.LeaseDueAsync(world.Stopped.Now, TimeSpan.FromMinutes(5), 9, CancellationToken.None);
        world.Stopped.Now = Ledgers.At("2020-03-31 10:00");

        var outcome = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(3, 0, 0, 0), outcome);
        Assert.Equal(3, world.Browser.Sent.Count);
    }
}
