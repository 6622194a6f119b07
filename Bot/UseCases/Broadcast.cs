using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>To whom a notice goes, within a plan.</summary>
public enum BroadcastAudience
{
    /// <summary>The contacts of all units.</summary>
    Contacts = 1,

    /// <summary>The contacts of units with something overdue.</summary>
    Overdue = 2,

    /// <summary>The contacts of units with something open.</summary>
    Missing = 3,

    /// <summary>The units' leaders.</summary>
    UnitLeaders = 4,
}

/// <param name="Id">The letter's id: the same order twice is sent once.</param>
/// <param name="Period">The period in question, for overdue and missing.</param>
/// <param name="UnitIds">Only these units; null for all.</param>
/// <param name="Text">Word for word; never read as markup.</param>
/// <param name="Except">Units left out; null for none.</param>
/// <param name="AtThisHour">At once, be it night or a day off: the coordinator has said so.</param>
public sealed record BroadcastOrder(
    Guid Id, Guid PlanId, ReportingPeriod Period, BroadcastAudience Audience, IReadOnlyCollection<Guid>? UnitIds, string Text, IReadOnlyCollection<Guid>? Except = null, bool AtThisHour = false);

/// <param name="Recipients">In the notice's order of their first unit; those who cannot be reached are not among them.</param>
/// <param name="Unreachable">Known nowhere: in the notice's order.</param>
public sealed record BroadcastPreview(IReadOnlyList<BroadcastRecipient> Recipients, IReadOnlyList<BroadcastRecipient> Unreachable)
{
    /// <summary>When it goes out, as working hours are over: their next beginning; null when it goes out at once.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }
}

public sealed record BroadcastRecipient(Guid PersonId, string Name, IReadOnlyList<string> Units);

/// <summary>发通知: a coordinator's own words to many, each of whom gets them once. First <see cref="PreviewAsync"/>, then, confirmed, <see cref="RunAsync"/>.</summary>
public sealed class Broadcast(
    IDatabase database, IPersonRepository people, IPlanRepository plans, IPeriodRepository periods, IReminderQuery query, RecipientQuery recipients, ILetterRepository letters, IReminderRepository outbox,
    IAuditRepository audit, PlanHours planHours, IEnumerable<IOutbound> channels, IReminderSignal signal, TimeProvider clock)
{
    /// <summary>Characters of a notice: what is longer belongs into a file.</summary>
    public const int Longest = 2000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<BroadcastPreview> PreviewAsync(BroadcastOrder order, CancellationToken cancellationToken)
    {
        var plan = await plans.FindAsync(order.PlanId, cancellationToken) ?? throw new InvalidOperationException($"There is no plan {order.PlanId}");
        var ((hours, civilTime), now) = (await planHours.OfAsync(plan, cancellationToken), clock.GetUtcNow());
        var found = await recipients.RunAsync(
            order.PlanId, order.Audience == BroadcastAudience.UnitLeaders, await UnitsAsync(order, cancellationToken), [.. channels.Select(channel => channel.Channel)], civilTime.DayOf(now), cancellationToken);
        var persons = found.Where(row => order.Except?.Contains(row.UnitId) != true).GroupBy(row => row.PersonId)
            .Select(rows => (rows.First().IsReachable, Person: new BroadcastRecipient(rows.Key, rows.First().PersonName, [.. rows.Select(row => row.UnitName)]))).ToList();
        return new([.. persons.Where(one => one.IsReachable).Select(one => one.Person)], [.. persons.Where(one => !one.IsReachable).Select(one => one.Person)])
        {
            WaitsUntil = order.AtThisHour || hours.Contains(now) ? null : hours.NextStartAfter(now),
        };
    }

    /// <returns>Those who are written to; null when nothing was sent: not a coordinator, nobody to be written to, or sent before.</returns>
    public async Task<BroadcastPreview?> RunAsync(BroadcastOrder order, Guid coordinatorId, string channel, CancellationToken cancellationToken)
    {
        var sent = await database.InTransactionAsync<BroadcastPreview?>(
            async token =>
            {
                var preview = await PreviewAsync(order, token);
                // A turn that was cut off may be repeated: the letter's id is the wish's own.
                if (!Permissions.Allows(await people.FindAsync(coordinatorId, token), Ability.RunPlan) || order.Text.Length is 0 or > Longest
                    || preview.Recipients.Count == 0 || await letters.FindAsync(order.Id, token) is not null)
                    return null;
                var now = clock.GetUtcNow();
                await letters.AddAsync(new Letter(order.Id, coordinatorId, new AnnouncementLetter(order.Text).Write(), now), token);
                await outbox.QueueAsync([.. preview.Recipients.Select(recipient => Message(order, recipient.PersonId, now, preview.WaitsUntil ?? now))], token);
                await RecordAsync("broadcast", order.Id, new { people = preview.Recipients.Count, audience = order.Audience.ToString(), text = order.Text }, coordinatorId, channel, now, token);
                return preview;
            },
            cancellationToken);
        if (sent is not null)
            await signal.SendSoonAsync(cancellationToken);
        return sent;
    }

    /// <summary>Takes back what has not left yet.</summary>
    /// <returns>How many are spared, and how many have it or are about to; null when it is not this person's to take back.</returns>
    public Task<(int Recalled, int Gone)?> RecallAsync(Guid letterId, Guid coordinatorId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync<(int, int)?>(
        async token =>
        {
            if (!Permissions.Allows(await people.FindAsync(coordinatorId, token), Ability.RunPlan))
                return null;
            var (recalled, gone) = await outbox.RecallLetterAsync(letterId, ReminderOutcome.Undone, token);
            if (recalled > 0)
                await RecordAsync("recall-broadcast", letterId, new { people = recalled }, coordinatorId, channel, clock.GetUtcNow(), token);
            return (recalled, gone);
        },
        cancellationToken);

    private async Task<IReadOnlyCollection<Guid>?> UnitsAsync(BroadcastOrder order, CancellationToken cancellationToken)
    {
        if (order.Audience is not (BroadcastAudience.Overdue or BroadcastAudience.Missing))
            return order.UnitIds;
        if (await periods.FindAsync(order.PlanId, order.Period, cancellationToken) is not { } period)
            return [];
        return [.. (await query.OpenUnitsAsync(period.Id, clock.GetUtcNow(), cancellationToken))
            .Where(unit => (order.Audience == BroadcastAudience.Missing || unit.Overdue > 0) && order.UnitIds?.Contains(unit.UnitId) != false).Select(unit => unit.UnitId)];
    }

    private static Reminder Message(BroadcastOrder order, Guid personId, DateTimeOffset now, DateTimeOffset sendAt) => new()
    {
        Id = Guid.CreateVersion7(now), MessageId = Guid.CreateVersion7(now), PersonId = personId, PlanId = order.PlanId, Period = order.Period,
        Step = string.Create(CultureInfo.InvariantCulture, $"letter:{order.Id:N}"), Round = 0, Kind = ReminderKind.Announcement, LetterId = order.Id,
        DueAt = sendAt, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = sendAt,
    };

    private Task RecordAsync(string action, Guid letterId, object after, Guid personId, string channel, DateTimeOffset now, CancellationToken cancellationToken) => audit.AddAsync(
        new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = action, Subject = "letter", SubjectId = letterId, After = JsonSerializer.Serialize(after, Json),
        },
        cancellationToken);
}
