using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>Messages that PlanBot sends of its own accord.</summary>
public sealed class BrowserOutboundTests : IAsyncLifetime
{
    private BrowserHost host = null!;
    private IOutbound outbound = null!;

    public async Task InitializeAsync()
    {
        host = await BrowserHost.StartAsync();
        outbound = host.Services.GetRequiredService<IOutbound>();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_reminder_sent_while_nobody_watched_waits_for_its_contact()
    {
        var delivery = await outbound.SendAsync(Identity(2), Reminder(2), CancellationToken.None);

        Assert.IsType<Delivery.Sent>(delivery);
        var visit = await host.VisitAsync("unit-2");
        var (activities, _) = await visit.ReadAsync();
        Assert.Single(activities); // a reminder that came before the first visit takes the place of the greeting
        var reminder = activities[0];
        Assert.Equal(("message", "bot", "directline"), ((string)reminder["type"]!, (string)reminder["from"]!["role"]!, (string)reminder["channelId"]!));
        Assert.Equal(visit.ConversationId, (string)reminder["conversation"]!["id"]!);
        Assert.Contains("第2项任务", (string)reminder["text"]!, StringComparison.Ordinal);
        Assert.Equal(Ledgers.At("2020-03-31 09:00"), DateTimeOffset.Parse((string)reminder["timestamp"]!, CultureInfo.InvariantCulture));
        Assert.Null(reminder["replyToId"]);
        Assert.Empty((await (await host.VisitAsync("unit-3")).ReadAsync()).Activities.Skip(1));
    }

    [Fact]
    public async Task The_same_message_twice_stands_there_once()
    {
        var content = Reminder(2);

        await outbound.SendAsync(Identity(2), content, CancellationToken.None);
        await outbound.SendAsync(Identity(2), content, CancellationToken.None);
        await outbound.SendAsync(Identity(2), Reminder(2), CancellationToken.None);

        var (activities, _) = await (await host.VisitAsync("unit-2")).ReadAsync();
        Assert.Equal(2, activities.Count);
    }

    [Fact]
    public async Task It_knows_what_arrived_and_when()
    {
        var content = Reminder(2);
        Assert.Null(await outbound.ArrivedAsync(Identity(2), content.MessageId, CancellationToken.None));

        await outbound.SendAsync(Identity(2), content, CancellationToken.None);

        Assert.Equal(content.At, await outbound.ArrivedAsync(Identity(2), content.MessageId, CancellationToken.None));
        Assert.Null(await outbound.ArrivedAsync(Identity(3), content.MessageId, CancellationToken.None));
    }

    [Fact]
    public async Task An_open_page_shows_it_at_once()
    {
        using var watching = await (await host.VisitAsync("unit-2")).WatchAsync();
        await watching.NextAsync();

        await outbound.SendAsync(Identity(2), Reminder(2), CancellationToken.None);

        Assert.Contains("第2项任务", (string)Assert.Single(await watching.NextAsync())["text"]!, StringComparison.Ordinal);
    }

    private ChannelIdentity Identity(int unit) => host.Ledgers.Identities[unit - 1];

    private ReminderContent Reminder(int unit)
    {
        var ledgers = host.Ledgers;
        var items = ledgers.OwedBy(unit).Select((owed, index) => new ReminderItem(
            ledgers.Units[unit - 1].Name, index + 1, null, ledgers.Tasks.Single(task => task.Id == owed.TaskId).Title, "任务", owed.State, owed.DueOn, IsOverdue: false)).ToList();
        var part = new PlanReminder(ledgers.Plan, ledgers.Period.Period, ledgers.Period.DueOn, ledgers.Period.DueAt, IsProvisional: false, items, items.Count, items.Count);
        return new ReminderContent(Guid.CreateVersion7(), ledgers.ContactOf(unit), ReminderKind.Step, "period-end", "zh", Ledgers.At("2020-03-31 09:00"), [part]);
    }
}
