using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>One look at a plan: its steps, its people's hours, and the moment.</summary>
public sealed record Look(PlanSchedule Schedule, WorkingHours Hours, WorkingDayCalendar Calendar, DateTimeOffset Now)
{
    /// <summary>Now, or the start of the next working hours: the service may come back at night.</summary>
    public DateTimeOffset SendAt { get; } = Hours.NextFrom(Now);

    /// <summary>Steps of a round that have come, rising.</summary>
    public IEnumerable<ReminderStep> Passed(PlanPeriod period, OpenRound round) =>
        StepsOf(period, round).Where(step => step.At <= Now);

    /// <summary>All steps of a round. A later round has none before the working day before it is due: its people have just been told of the return or the extension.</summary>
    public IEnumerable<ReminderStep> StepsOf(PlanPeriod period, OpenRound round) => round.Round == 0
        ? Schedule.StepsOf(period.Period, period.DueOn)
        : Schedule.StepsOf(period.Period, round.DueOn).Where(step => step.Day >= Calendar.Plus(round.DueOn, -1));
}

/// <summary>Who must hear of the steps of one period that have come: a few set-based reads, whatever the number of people.</summary>
public sealed class DueSteps(IReminderQuery query)
{
    /// <returns>Rows to be queued or recorded as skipped; a key may come twice, the first one counts.</returns>
    internal async Task<IReadOnlyList<Reminder>> OfPeriodAsync(PlanPeriod period, Look look, CancellationToken cancellationToken)
    {
        var due = new List<Reminder>();
        foreach (var round in await query.OpenRoundsAsync(period.Id, cancellationToken))
            due.AddRange(await ToUnitsAsync(period, round, look, cancellationToken));
        var firstRound = new OpenRound { Round = 0, DueOn = period.DueOn, DueAt = period.DueAt };
        due.AddRange(await ToRoleAsync(period, firstRound, PersonRole.Coordinator, ReminderKind.CoordinatorDigest, look, cancellationToken));
        due.AddRange(await ToRoleAsync(period, firstRound, PersonRole.Leader, ReminderKind.LeaderDigest, look, cancellationToken));
        return due;
    }

    /// <summary>The rungs that reach the units; an escalation reaches the coordinators with them.</summary>
    private async Task<IReadOnlyList<Reminder>> ToUnitsAsync(PlanPeriod period, OpenRound round, Look look, CancellationToken cancellationToken)
    {
        var passed = look.Passed(period, round).Where(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation).ToList();
        if (passed is not [.., var latest])
            return [];
        var track = new Track(period, round, passed, look);
        var rows = track.RowsFor(await query.UnitPeopleWithoutAsync(period, round, UnitAudience.Contact, track.KeyOf(latest), cancellationToken));
        if (latest.Kind != ReminderKind.Escalation)
            return rows;
        // The others were never owed the steps before it.
        var escalation = track with { Passed = [latest] };
        var everyone = await query.UnitPeopleWithoutAsync(period, round, UnitAudience.Everyone, track.KeyOf(latest), cancellationToken);
        var coordinators = await query.RoleWithoutAsync(period, PersonRole.Coordinator, round.Round, ReminderKind.Escalation, track.KeyOf(latest), cancellationToken);
        return [.. rows, .. escalation.RowsFor(everyone), .. escalation.RowsFor(coordinators)];
    }

    private async Task<IReadOnlyList<Reminder>> ToRoleAsync(
        PlanPeriod period, OpenRound round, PersonRole role, ReminderKind kind, Look look, CancellationToken cancellationToken)
    {
        var passed = look.Passed(period, round).Where(step => step.Kind == kind).ToList();
        return passed is [.., var latest]
            ? new Track(period, round, passed, look).RowsFor(await query.RoleWithoutAsync(period, role, round.Round, kind, latest.Key, cancellationToken))
            : [];
    }

    /// <summary>Steps of one audience, of which the latest is to be sent.</summary>
    private sealed record Track(PlanPeriod Period, OpenRound Round, IReadOnlyList<ReminderStep> Passed, Look Look)
    {
        public string KeyOf(ReminderStep step) => StepKeys.Of(step.Key, Round.Round, Round.DueOn);

        public List<Reminder> RowsFor(IReadOnlyList<StepRecipient> people) => people.SelectMany(RowsFor).ToList();

        private IEnumerable<Reminder> RowsFor(StepRecipient person)
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
}
