using System.Text.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>明天上午再提醒我: until then the person hears of no step, and then of what is still open. Urgings, letters and escalations come all the same.</summary>
public sealed class SnoozeReminders(
    IDatabase database, ISnoozeRepository snoozes, IReminderRepository outbox, IAuditRepository audit, CurrentCalendar currentCalendar, IOptions<ReminderOptions> options, TimeProvider clock)
{
    /// <summary>The latest moment to which a person may put off: within the due day before it is over, afterwards within the next working day.</summary>
    public async Task<DateTimeOffset> LatestAsync(Plan plan, DateOnly dueOn, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var (calendar, civil) = (await currentCalendar.ReadAsync(cancellationToken), CivilTime.Of(plan.TimeZone));
        var now = clock.GetUtcNow();
        var day = now < dueAt ? dueOn : calendar.WorkingDaysFrom(civil.DayOf(now).AddDays(1)).First();
        var end = civil.At(day, options.Value.WorkingHoursUntil).AddMinutes(-1);
        return now < dueAt && end >= dueAt ? dueAt.AddMinutes(-1) : end;
    }

    /// <param name="open">The periods, each of another plan, in which the person still owes something: one message tells of them all.</param>
    /// <param name="at">As <see cref="LatestAsync"/> allows; outside working hours it comes at the next ones.</param>
    public Task RunAsync(Guid id, IReadOnlyList<PlanPeriod> open, DateTimeOffset at, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            await snoozes.SetAsync(personId, at, now, token);
            foreach (var (index, period) in open.Index())
            {
                // (person, plan, period, step, round) is unique: the same wish twice reminds once, unless the first was taken back.
                var round = await outbox.UndoneAsync(personId, period.PlanId, period.Period, StepKeys.Snooze(at), ReminderOutcome.Undone, token);
                var row = new Reminder
                {
                    Id = index == 0 ? id : Guid.CreateVersion7(now), MessageId = id, PersonId = personId, PlanId = period.PlanId, Period = period.Period, Step = StepKeys.Snooze(at), Round = round,
                    Kind = ReminderKind.Step, DueAt = at, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = at,
                };
                await outbox.QueueAsync([row], token);
            }
            var record = new AuditRecord
            {
                Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "snooze", Subject = "person", SubjectId = personId, After = JsonSerializer.Serialize(new { until = at }),
            };
            await audit.AddAsync(record, token);
        },
        cancellationToken);

    /// <summary>Takes the wish back: its reminder does not come, and the steps come as if it had never been.</summary>
    /// <param name="id">As it was made with.</param>
    /// <returns>False when its time has come already; nothing is changed then.</returns>
    public Task<bool> TakeBackAsync(Guid id, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await snoozes.UntilAsync(personId, now, token) is null)
                return false;
            await snoozes.EndAsync(personId, token);
            await outbox.SkipWaitingAsync(id, ReminderOutcome.Undone, token);
            await audit.AddAsync(new() { Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "end-snooze", Subject = "person", SubjectId = personId }, token);
            return true;
        },
        cancellationToken);
}
