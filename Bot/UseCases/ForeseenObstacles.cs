using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>What will keep people from getting a step at its moment, as far as it can be told before: who is known on no channel, and who will have had a day's measure of messages by then.</summary>
/// <remarks>For one look at steps in the order of time.</remarks>
internal sealed class ForeseenObstacles(
    IReminderQuery query, IReminderRepository outbox, IPersonRepository people, IReadOnlyCollection<string> channels, SendingOptions options, DateTimeOffset now)
{
    /// <summary>People asked about in one statement.</summary>
    private const int Stretch = 2000;

    private readonly Dictionary<Guid, int> planned = [];
    private DateOnly plannedOn;

    /// <returns>Known on no channel that is in use.</returns>
    public async Task<IReadOnlyList<Guid>> UnreachedAsync(IEnumerable<Guid> personIds, CancellationToken cancellationToken)
    {
        var unreached = new List<Guid>();
        foreach (var some in personIds.Chunk(Stretch))
            unreached.AddRange(await query.WithoutChannelAsync(some, channels, cancellationToken));
        return unreached;
    }

    /// <summary>Whose message will wait for the next working day. Counts the messages of this moment for those that follow.</summary>
    /// <param name="messages">One for each person.</param>
    public async Task<IReadOnlyList<Guid>> PutOffAsync(DateTimeOffset at, IReadOnlyCollection<IReadOnlyList<Reminder>> messages, CancellationToken cancellationToken)
    {
        var day = ContactDay.Of(at);
        if (day != plannedOn)
            planned.Clear();
        plannedOn = day;
        var limited = messages.Where(message => SendingRules.IsUnderCeiling(message, options)).ToList();
        var had = day == ContactDay.Of(now) ? await HadAsync(limited, cancellationToken) : [];
        var full = limited.Where(message => had.GetValueOrDefault(message[0].PersonId) + planned.GetValueOrDefault(message[0].PersonId) >= options.DailyCeiling).ToDictionary(message => message[0].PersonId);
        // What a coordinator gets of an escalation tells how things stand, and comes all the same.
        foreach (var coordinator in (await people.FindAsync([.. full.Where(one => one.Value.Any(row => row.Kind == ReminderKind.Escalation)).Select(one => one.Key)], cancellationToken)).Where(person => person.IsCoordinator))
            full.Remove(coordinator.Id);
        foreach (var message in messages.Where(message => !full.ContainsKey(message[0].PersonId)))
            planned[message[0].PersonId] = planned.GetValueOrDefault(message[0].PersonId) + 1;
        return [.. full.Keys.Order()];
    }

    /// <summary>Messages that they have had today.</summary>
    private async Task<Dictionary<Guid, int>> HadAsync(IEnumerable<IReadOnlyList<Reminder>> messages, CancellationToken cancellationToken)
    {
        var had = new Dictionary<Guid, int>();
        foreach (var some in messages.Select(message => message[0].PersonId).Chunk(Stretch))
        {
            foreach (var sent in (await outbox.SentOrLeavingAsync(some, now - TimeSpan.FromDays(1), now, cancellationToken)).Where(row => row.SentAt is { } at && ContactDay.Of(at) == ContactDay.Of(now)).DistinctBy(row => row.MessageId))
                had[sent.PersonId] = had.GetValueOrDefault(sent.PersonId) + 1;
        }
        return had;
    }
}
