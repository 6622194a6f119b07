using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="SendAt">The instant asked about, or the start of the next working hours.</param>
public sealed record PreviewedReminder(DateTimeOffset SendAt, ReminderContent Content);

/// <summary>Who would get what at an instant, if nothing were reported until then. Sends and stores nothing.</summary>
public sealed class PreviewReminders(IPeriodRepository periods, OpenPeriods openPeriods, QueueReminders queueReminders, ComposeReminder compose, IReminderQuery query, ISnoozeRepository snoozes)
{
    /// <summary>Everybody's.</summary>
    public Task<IReadOnlyList<PreviewedReminder>> RunAsync(DateTimeOffset at, CancellationToken cancellationToken) => RunAsync(at, onlyTo: null, cancellationToken);

    /// <param name="onlyTo">Messages to these people alone are worded; null for everybody's.</param>
    /// <returns>By moment, then by kind and person; steps that would have been sent before are not among them.</returns>
    public async Task<IReadOnlyList<PreviewedReminder>> RunAsync(DateTimeOffset at, IReadOnlySet<Guid>? onlyTo, CancellationToken cancellationToken)
    {
        // Periods that will have begun by then are opened for the look only.
        var found = await periods.RehearseAsync(
            async token =>
            {
                await openPeriods.RunAsync(at, token);
                return await FindAsync(at, onlyTo, token);
            },
            cancellationToken);
        return found.OrderBy(reminder => reminder.SendAt).ThenBy(reminder => reminder.Content.Kind)
            .ThenBy(reminder => reminder.Content.To.Name, StringComparer.Ordinal).ThenBy(reminder => reminder.Content.To.Id).ToList();
    }

    private async Task<IReadOnlyList<PreviewedReminder>> FindAsync(DateTimeOffset at, IReadOnlySet<Guid>? onlyTo, CancellationToken cancellationToken)
    {
        var found = new List<PreviewedReminder>();
        var snoozed = await snoozes.SnoozedAsync(at, cancellationToken);
        var later = new HashSet<(Guid, Guid, ReportingPeriod, int)>();
        await foreach (var rows in queueReminders.DecideAsync(at, cancellationToken))
        {
            var decided = rows.Where(row => row.State == ReminderState.Queued && onlyTo?.Contains(row.PersonId) != false).ToList();
            later.UnionWith(decided.Where(IsRung).Select(Concerns));
            await ComposeAsync(decided.Where(row => !IsPutOff(row)), at, found, cancellationToken);
        }
        // What waits from an earlier step gives way to a later one.
        var waiting = await query.WaitingAsync(at, cancellationToken);
        await ComposeAsync(waiting.Where(row => !IsPutOff(row) && onlyTo?.Contains(row.PersonId) != false && !(IsRung(row) && later.Contains(Concerns(row)))), at, found, cancellationToken);
        return found;

        bool IsPutOff(Reminder row) => row.Kind == ReminderKind.Step && !StepKeys.IsSnooze(row.Step) && snoozed.Contains(row.PersonId);
    }

    private async Task ComposeAsync(IEnumerable<Reminder> rows, DateTimeOffset at, List<PreviewedReminder> found, CancellationToken cancellationToken)
    {
        foreach (var message in rows.GroupBy(row => row.MessageId))
        {
            if ((await compose.RunAsync(message.ToList(), at, cancellationToken)).Content is { } content)
                found.Add(new(message.Max(row => row.NextAttemptAt) is var sendAt && sendAt > at ? sendAt : at, content));
        }
    }

    private static bool IsRung(Reminder row) => row.Kind is ReminderKind.Step or ReminderKind.Escalation;

    private static (Guid, Guid, ReportingPeriod, int) Concerns(Reminder row) => (row.PersonId, row.PlanId, row.Period, row.Round);
}
