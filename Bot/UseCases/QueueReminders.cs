using System.Runtime.CompilerServices;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Decides what is due at an instant and writes it into the outbox. Quartz only decides when to look.</summary>
/// <remarks>(person, plan, period, step, round) is unique, so looking twice, late or on two nodes adds nothing. Of the steps that have passed unseen (the service was down, the plan
/// was imported or the demo begun mid-ladder) the latest is sent and the earlier ones are recorded as skipped.</remarks>
public sealed class QueueReminders(
    IDatabase database, IPlanRepository plans, IPeriodRepository periods, DueSteps dueSteps, IReminderRepository outbox, CurrentCalendar currentCalendar,
    PlanLadders planLadders, RowTroubles troubles)
{
    /// <summary>People in one transaction: enough to be quick, few enough that a report being filed meanwhile need not wait.</summary>
    private const int Stretch = 2000;

    /// <summary>People read at a time; their ids take some five megabytes.</summary>
    private const int PageSize = 100_000;

    /// <returns>Rows added, skipped ones included.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (added, reckoning) = (0, new Reckoning());
        await foreach (var rows in DecideAsync(now, reckoning, cancellationToken))
            added += await database.InTransactionAsync(token => WriteAsync(rows, token), cancellationToken);
        troubles.Tell("queue-reminders", reckoning.Broken);
        return added;
    }

    /// <summary>What <see cref="RunAsync"/> would write at this instant, some people at a time and each person whole; writes nothing.</summary>
    /// <returns>Rows to be sent share a <see cref="Reminder.MessageId"/> where one person gets them at one moment for one kind of reason.</returns>
    public IAsyncEnumerable<IReadOnlyList<Reminder>> DecideAsync(DateTimeOffset now, CancellationToken cancellationToken) => DecideAsync(now, new Reckoning(), cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<Reminder>> DecideAsync(DateTimeOffset now, Reckoning reckoning, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        var tracks = new List<DueTrack>();
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            if (reckoning.Look(plan, ladders, calendar, now) is not { } look)
                continue;
            foreach (var period in InCollection(await periods.OfPlanAsync(plan.Id, cancellationToken), now))
                tracks.AddRange(await dueSteps.OfPeriodAsync(period, look, reckoning, cancellationToken));
        }
        var people = new DuePeople(tracks, PageSize, Stretch);
        while (await people.NextAsync(cancellationToken) is { } rows)
            yield return AsMessages(rows);
    }

    private async Task<int> WriteAsync(IReadOnlyList<Reminder> rows, CancellationToken cancellationToken)
    {
        var added = await outbox.QueueAsync(rows, cancellationToken);
        var replacing = rows.Where(row => row is { State: ReminderState.Queued, Kind: ReminderKind.Step or ReminderKind.Escalation });
        foreach (var step in replacing.GroupBy(row => (row.PlanId, row.Period, row.Round, row.Step)))
            await outbox.SupersedeAsync(step.First(), step.Select(row => row.PersonId).ToList(), ReminderOutcome.SupersededBy(step.Key.Step), cancellationToken);
        return added;
    }

    /// <summary>Open periods, up to the moment at which the collection of a later one begins.</summary>
    internal static IEnumerable<PlanPeriod> InCollection(IReadOnlyList<PlanPeriod> all, DateTimeOffset now) =>
        all.Where(period => period.ClosedAt is null && !all.Any(later => later.Period > period.Period && later.CollectionFrom <= now));

    private static List<Reminder> AsMessages(IReadOnlyList<Reminder> rows)
    {
        // The rungs of several plans at one moment are one message, an escalation among them or not.
        var messages = rows.GroupBy(row => (row.PersonId, row.Kind == ReminderKind.Escalation ? ReminderKind.Step : row.Kind, row.State == ReminderState.Queued ? row.NextAttemptAt : row.DueAt));
        return messages.SelectMany(
            message =>
            {
                var messageId = Guid.CreateVersion7();
                return message.Select(row => row with { MessageId = messageId });
            }).ToList();
    }
}
