using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>When a message that is due may really leave: quiet hours, the daily ceiling, and the wait after a failed attempt.</summary>
public sealed class SendingRules(
    IReminderRepository outbox, ISnoozeRepository snoozes, IPlanRepository plans, PlanHours planHours, IOptions<SendingOptions> options, Random chance)
{
    /// <returns>Null when it may leave now.</returns>
    public async Task<DateTimeOffset?> PutOffUntilAsync(IReadOnlyList<Reminder> message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A coordinator who confirmed an urging or an announcement has decided that it is to go out now.
        if (message[0].Kind is ReminderKind.Urging or ReminderKind.Announcement || await plans.FindAsync(message[0].PlanId, cancellationToken) is not { } plan)
            return null;
        var (hours, civilTime) = await planHours.OfAsync(plan, cancellationToken);
        if (!hours.Contains(now))
            return hours.NextStartAfter(now);
        // A letter answers or asks, it is no reminder; the ceiling is there for these.
        if (message[0].Kind == ReminderKind.Letter || message.Any(row => StepKeys.IsSnooze(row.Step) || StepKeys.Plain(row.Step) == options.Value.LastCall))
            return null;
        var sentToday = await outbox.SentToAsync(message[0].PersonId, civilTime.StartOf(civilTime.DayOf(now)), cancellationToken);
        return sentToday.DistinctBy(row => row.MessageId).Count() < options.Value.DailyCeiling
            ? null
            : hours.NextFrom(civilTime.StartOf(civilTime.DayOf(now).AddDays(1)));
    }

    /// <summary>Whether the person wants to hear of no steps now; what they asked to be reminded of instead still comes, and so does an escalation.</summary>
    public async Task<bool> IsSnoozedAsync(IReadOnlyList<Reminder> message, DateTimeOffset now, CancellationToken cancellationToken) =>
        message.All(row => row.Kind == ReminderKind.Step && !StepKeys.IsSnooze(row.Step)) && await snoozes.UntilAsync(message[0].PersonId, now, cancellationToken) is not null;

    /// <param name="attempts">Attempts made, at least 1.</param>
    /// <param name="asked">What the channel asked for; never undercut.</param>
    public TimeSpan WaitAfter(int attempts, TimeSpan? asked)
    {
        var doubled = options.Value.FirstWait * Math.Pow(2, Math.Min(attempts - 1, 20));
        var wait = doubled < options.Value.LongestWait ? doubled : options.Value.LongestWait;
        if (asked > wait)
            wait = asked.Value;
        return wait * (1 + chance.NextDouble() / 4); // nodes and messages that failed together do not come back together
    }
}
