using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Audiences">Empty when nobody would be written to: all is reported.</param>
public sealed record UpcomingStep(DateTimeOffset At, IReadOnlyList<UpcomingAudience> Audiences)
{
    /// <summary>What some of the people in the units will get; of the first step that reaches any, else empty.</summary>
    public IReadOnlyList<ReminderContent> Readers { get; init; } = [];
}

/// <summary>People who get one kind of message at one moment.</summary>
public sealed record UpcomingAudience(ReminderKind Kind, int People)
{
    /// <summary>Those of them who are known on no channel in use: nothing will reach them.</summary>
    public IReadOnlyList<Guid> Unreached { get; init; } = [];

    /// <summary>Those who will have had a day's measure of messages by then: they get it on the next working day.</summary>
    public IReadOnlyList<Guid> PutOff { get; init; } = [];
}

/// <summary>The next reminder steps and how many people each would reach, if nothing were reported until then; whoever has put their reminders off beyond a step is not among them. Sends and stores nothing.</summary>
public sealed class UpcomingReminders(
    ReminderAgenda agenda, IPeriodRepository periods, OpenPeriods openPeriods, QueueReminders queueReminders, ISnoozeRepository snoozes, ComposeReminder compose, IReminderQuery query, IReminderRepository outbox,
    IPersonRepository people, IEnumerable<IOutbound> channels, IOptions<SendingOptions> options)
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
                var obstacles = new ForeseenObstacles(query, outbox, people, [.. channels.Select(channel => channel.Channel)], options.Value, now);
                foreach (var at in moments)
                {
                    await openPeriods.RunAsync(at, token);
                    var messages = await MessagesAsync(at, token);
                    var isFirst = steps.TrueForAll(step => step.Readers.Count == 0);
                    steps.Add(new(at, await AudiencesAsync(at, messages, obstacles, token)) { Readers = isFirst ? await ReadersAsync(at, messages, token) : [] });
                }
                return steps;
            },
            cancellationToken);
    }

    /// <summary>By kind and person: what this very moment brings. A step that passed before is sent before.</summary>
    private async Task<SortedDictionary<ReminderKind, Dictionary<Guid, List<Reminder>>>> MessagesAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var snoozed = await snoozes.SnoozedAsync(at, cancellationToken);
        var messages = new SortedDictionary<ReminderKind, Dictionary<Guid, List<Reminder>>>();
        await foreach (var rows in queueReminders.DecideAsync(at, cancellationToken))
        {
            foreach (var row in rows.Where(row => row.State == ReminderState.Queued && row.DueAt == at && !(row.Kind == ReminderKind.Step && snoozed.Contains(row.PersonId))))
            {
                var ofKind = messages.TryGetValue(row.Kind, out var known) ? known : messages[row.Kind] = [];
                (ofKind.TryGetValue(row.PersonId, out var its) ? its : ofKind[row.PersonId] = []).Add(row);
            }
        }
        return messages;
    }

    private static async Task<IReadOnlyList<UpcomingAudience>> AudiencesAsync(
        DateTimeOffset at, SortedDictionary<ReminderKind, Dictionary<Guid, List<Reminder>>> messages, ForeseenObstacles obstacles, CancellationToken cancellationToken)
    {
        var audiences = new List<UpcomingAudience>();
        foreach (var (kind, byPerson) in messages)
        {
            audiences.Add(new(kind, byPerson.Count)
            {
                Unreached = await obstacles.UnreachedAsync(byPerson.Keys, cancellationToken), PutOff = await obstacles.PutOffAsync(at, byPerson.Values, cancellationToken),
            });
        }
        return audiences;
    }

    private async Task<IReadOnlyList<ReminderContent>> ReadersAsync(DateTimeOffset at, SortedDictionary<ReminderKind, Dictionary<Guid, List<Reminder>>> messages, CancellationToken cancellationToken)
    {
        var readers = new List<ReminderContent>();
        foreach (var message in messages.Where(kind => kind.Key is ReminderKind.Step or ReminderKind.Escalation).SelectMany(kind => kind.Value).OrderBy(person => person.Key).Take(Named))
        {
            if ((await compose.RunAsync(message.Value, at, cancellationToken)).Content is { } content)
                readers.Add(content);
        }
        return readers;
    }
}
