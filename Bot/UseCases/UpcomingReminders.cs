using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Audiences">Empty when nobody would be written to: all is reported.</param>
public sealed record UpcomingStep(DateTimeOffset At, IReadOnlyList<UpcomingAudience> Audiences);

/// <summary>People who get one kind of message at one moment.</summary>
/// <param name="First">Some of them, by id; the rest is only counted.</param>
public sealed record UpcomingAudience(ReminderKind Kind, int People, IReadOnlyList<Guid> First);

/// <summary>The next reminder steps and how many people each would reach, if nothing were reported until then; whoever has put their reminders off beyond a step is not among them. Sends and stores nothing.</summary>
public sealed class UpcomingReminders(ReminderAgenda agenda, IPeriodRepository periods, OpenPeriods openPeriods, QueueReminders queueReminders, ISnoozeRepository snoozes)
{
    /// <summary>People of an audience who are told by name.</summary>
    public const int Named = 20;

    /// <returns>Up to <paramref name="take"/> steps after <paramref name="now"/> and not after <paramref name="until"/>, rising.</returns>
    public async Task<IReadOnlyList<UpcomingStep>> RunAsync(DateTimeOffset now, DateTimeOffset? until, int take, CancellationToken cancellationToken)
    {
        var moments = new List<DateTimeOffset>();
        for (var next = await agenda.NextStepAsync(now, cancellationToken); next is { } at && !(at > until) && moments.Count < take; next = await agenda.NextStepAsync(at, cancellationToken))
            moments.Add(at);
        // Counted on a copy, in which periods that will have begun by then are open.
        return moments.Count == 0 ? [] : await periods.RehearseAsync(
            async token =>
            {
                var steps = new List<UpcomingStep>();
                foreach (var at in moments)
                {
                    await openPeriods.RunAsync(at, token);
                    steps.Add(new(at, await AudiencesAsync(at, token)));
                }
                return steps;
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<UpcomingAudience>> AudiencesAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var snoozed = await snoozes.SnoozedAsync(at, cancellationToken);
        var people = new SortedDictionary<ReminderKind, HashSet<Guid>>();
        await foreach (var rows in queueReminders.DecideAsync(at, cancellationToken))
        {
            // Only what this very moment brings: a step that passed before is sent before.
            foreach (var row in rows.Where(row => row.State == ReminderState.Queued && row.DueAt == at && !(row.Kind == ReminderKind.Step && snoozed.Contains(row.PersonId))))
                (people.TryGetValue(row.Kind, out var known) ? known : people[row.Kind] = []).Add(row.PersonId);
        }
        return [.. people.Select(kind => new UpcomingAudience(kind.Key, kind.Value.Count, [.. kind.Value.Order().Take(Named)]))];
    }
}
