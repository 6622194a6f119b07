using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="SendAt">The instant asked about, or the start of the next working hours.</param>
public sealed record PreviewedReminder(DateTimeOffset SendAt, ReminderContent Content);

/// <summary>Who would get what at an instant, if nothing were reported until then. Sends and stores nothing.</summary>
public sealed class PreviewReminders(IPeriodRepository periods, OpenPeriods openPeriods, QueueReminders queueReminders, ComposeReminder compose, IReminderQuery query)
{
    /// <returns>By moment, then by kind and person; steps that would have been sent before are not among them.</returns>
    public async Task<IReadOnlyList<PreviewedReminder>> RunAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Periods that will have begun by then are opened for the look only.
        var found = await periods.RehearseAsync(
            async token =>
            {
                await openPeriods.RunAsync(at, token);
                return await FindAsync(at, token);
            },
            cancellationToken);
        return found.OrderBy(reminder => reminder.SendAt).ThenBy(reminder => reminder.Content.Kind)
            .ThenBy(reminder => reminder.Content.To.Name, StringComparer.Ordinal).ThenBy(reminder => reminder.Content.To.Id).ToList();
    }

    private async Task<IReadOnlyList<PreviewedReminder>> FindAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var decided = (await queueReminders.DecideAsync(at, cancellationToken)).Where(row => row.State == ReminderState.Queued).ToList();
        // What waits from an earlier step gives way to a later one.
        var waiting = (await query.WaitingAsync(at, cancellationToken)).Where(row => !decided.Any(later => IsSuperseded(row, later)));
        var found = new List<PreviewedReminder>();
        foreach (var message in waiting.Concat(decided).GroupBy(row => row.MessageId))
        {
            if ((await compose.RunAsync(message.ToList(), at, cancellationToken)).Content is { } content)
                found.Add(new(message.Max(row => row.NextAttemptAt) is var sendAt && sendAt > at ? sendAt : at, content));
        }
        return found;
    }

    private static bool IsSuperseded(Reminder row, Reminder later) =>
        row.Kind is ReminderKind.Step or ReminderKind.Escalation && later.Kind is ReminderKind.Step or ReminderKind.Escalation
        && (row.PersonId, row.PlanId, row.Period, row.Round) == (later.PersonId, later.PlanId, later.Period, later.Round);
}
