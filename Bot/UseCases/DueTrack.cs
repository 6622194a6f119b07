using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Steps of one audience, of which the latest is to be sent, and the people who have not heard of it.</summary>
/// <param name="Read">People in the order of their ids.</param>
internal sealed record DueTrack(
    PlanPeriod Period, OpenRound Round, IReadOnlyList<ReminderStep> Passed, Look Look, Func<PeoplePage, CancellationToken, Task<IReadOnlyList<StepRecipient>>> Read)
{
    public static string KeyOf(ReminderStep step, OpenRound round) => StepKeys.Of(step.Key, round.Round, round.DueOn);

    /// <summary>What a person is owed: the latest step, and a record of those that went by unseen.</summary>
    public IEnumerable<Reminder> RowsFor(StepRecipient person)
    {
        var latest = Passed[^1];
        yield return IsOfAnotherDay(latest) ? Skipped(person, latest, KeyOf(latest), ReminderOutcome.DayOver) : Queued(person, latest);
        // Steps before the last one on record were seen when they came: nothing was open then, or they are recorded themselves.
        foreach (var missed in Passed.SkipLast(1).Where(step => !(step.At <= person.LastStepAt)))
            yield return Skipped(person, missed, KeyOf(missed), ReminderOutcome.SupersededBy(KeyOf(latest)));
        foreach (var merged in latest.Merged)
            yield return Skipped(person, latest, StepKeys.Of(merged, Round.Round, Round.DueOn), ReminderOutcome.MergedInto(KeyOf(latest)));
    }

    /// <summary>A coordinator gets one digest a day; yesterday's is worth nothing beside today's.</summary>
    private bool IsOfAnotherDay(ReminderStep step) =>
        step.Kind == ReminderKind.CoordinatorDigest && Look.Schedule.CivilTime.DayOf(Look.SendAt) != step.Day;

    private string KeyOf(ReminderStep step) => KeyOf(step, Round);

    private Reminder Queued(StepRecipient person, ReminderStep step) =>
        Row(person, step, KeyOf(step)) with { State = ReminderState.Queued, NextAttemptAt = Look.SendAt };

    private Reminder Skipped(StepRecipient person, ReminderStep step, string key, string outcome) =>
        Row(person, step, key) with { State = ReminderState.Skipped, Outcome = outcome };

    private Reminder Row(StepRecipient person, ReminderStep step, string key) => new()
    {
        Id = Guid.CreateVersion7(), MessageId = Guid.Empty, PersonId = person.PersonId, PlanId = Period.PlanId, Period = Period.Period, Step = key,
        Round = Round.Round, Kind = step.Kind, DueAt = step.At, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = step.At,
    };
}
