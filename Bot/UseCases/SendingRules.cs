using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>When a message that is due may really leave: quiet hours, the daily ceiling, and the wait after a failed try.</summary>
public sealed class SendingRules(IOptions<ReminderOptions> reminderOptions, IOptions<SendingOptions> options, Random chance)
{
    /// <summary>How long all the tries of a message take that fails each time. After so long a person's next channel is better than a channel that may be back soon.</summary>
    public TimeSpan Patience { get; } = Enumerable.Range(1, options.Value.Attempts - 1).Aggregate(TimeSpan.Zero, (total, tries) => total + Doubled(options.Value, tries));

    /// <returns>Null when it may leave now.</returns>
    public async Task<DateTimeOffset?> PutOffUntilAsync(IReadOnlyList<Reminder> message, DateTimeOffset now, SendingBatch batch)
    {
        // A coordinator who confirmed an urging or an announcement has decided when it is to go out.
        if (message[0].Kind is ReminderKind.Urging or ReminderKind.Announcement || await batch.PlanAsync(message[0].PlanId) is not { } plan)
            return null;
        var (hours, civilTime) = PlanHours.Of(plan, await batch.CalendarAsync(), reminderOptions.Value);
        if (!hours.Contains(now))
            return hours.NextStartAfter(now);
        if (await PassesCeilingAsync(message, batch))
            return null;
        var today = civilTime.DayOf(now);
        var (sent, leaving) = await batch.SentSinceAsync(message[0].PersonId, civilTime.StartOf(today));
        if (sent >= options.Value.DailyCeiling)
            return hours.NextFrom(civilTime.StartOf(today.AddDays(1)));
        // Another node may be sending the last one that the day has room for: soon it is known whether it did.
        return sent + leaving < options.Value.DailyCeiling ? null : now + WaitAfter(1, null);
    }

    /// <summary>Whether the person wants to hear of no steps now; what they asked to be reminded of instead still comes, and so does an escalation.</summary>
    public static async Task<bool> IsSnoozedAsync(IReadOnlyList<Reminder> message, SendingBatch batch) =>
        message.All(row => row.Kind == ReminderKind.Step && !StepKeys.IsSnooze(row.Step)) && await batch.IsSnoozedAsync(message[0].PersonId);

    /// <param name="tries">Tries made, at least 1.</param>
    /// <param name="asked">What the channel asked for; never undercut.</param>
    public TimeSpan WaitAfter(int tries, TimeSpan? asked)
    {
        var wait = Doubled(options.Value, tries);
        return Stretched(asked > wait ? asked.Value : wait);
    }

    /// <summary>Nodes and messages that failed together do not come back together.</summary>
    public TimeSpan Stretched(TimeSpan wait) => wait * (1 + chance.NextDouble() / 4);

    private static TimeSpan Doubled(SendingOptions options, int tries)
    {
        var doubled = options.FirstWait * Math.Pow(2, Math.Min(tries - 1, 20));
        return doubled < options.LongestWait ? doubled : options.LongestWait;
    }

    /// <summary>The ceiling is there for reminders to those who owe: a letter answers or asks, and what tells a coordinator or a leader how things stand comes once a day at most.</summary>
    /// <param name="message">Its rows; whom it goes to does not matter here.</param>
    internal static bool IsUnderCeiling(IReadOnlyList<Reminder> message, SendingOptions options) =>
        message[0].Kind is ReminderKind.Step or ReminderKind.Escalation && !message.Any(row => StepKeys.IsSnooze(row.Step) || StepKeys.Plain(row.Step) == options.LastCall);

    private async Task<bool> PassesCeilingAsync(IReadOnlyList<Reminder> message, SendingBatch batch) => !IsUnderCeiling(message, options.Value)
        || (message.Any(row => row.Kind == ReminderKind.Escalation) && await batch.PersonAsync(message[0].PersonId) is { IsCoordinator: true });
}
