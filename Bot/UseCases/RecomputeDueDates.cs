using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A due date that moved, or became firm, because the holiday list changed.</summary>
/// <param name="Why">How the new date came about; null where the rule names no such day any more.</param>
public sealed record MovedDueDate(Plan Plan, ReportingPeriod Period, DateOnly OldDueOn, DateOnly NewDueOn, bool IsProvisional, DueDateExplanation? Why = null);

/// <summary>Works the due dates of all open periods out again from the calendar as it stands, and tells whom it concerns what moved. A closed period never moves.</summary>
public sealed class RecomputeDueDates(
    IDatabase database, IPlanRepository plans, IPeriodRepository periods, IAuditRepository audit, CurrentCalendar currentCalendar,
    PlanLadders planLadders, IReminderQuery query, WriteLetter letters, TimeProvider clock)
{
    /// <returns>What moved or became firm; empty most often.</returns>
    public async Task<IReadOnlyList<MovedDueDate>> RunAsync(CancellationToken cancellationToken)
    {
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        var moved = new List<MovedDueDate>();
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            var lifetime = new PeriodLifetime(plan, calendar, ladders.Of(plan.Id));
            foreach (var before in (await periods.OfPlanAsync(plan.Id, cancellationToken)).Where(period => period.ClosedAt is null))
            {
                var dates = lifetime.Row(before.Period, before.OpenedAt);
                // A collection that has begun has begun, whatever becomes of its first step.
                var collectionFrom = before.CollectionFrom <= clock.GetUtcNow() && dates.CollectionFrom > before.CollectionFrom ? before.CollectionFrom : dates.CollectionFrom;
                var after = before with { DueOn = dates.DueOn, DueAt = dates.DueAt, IsProvisional = dates.IsProvisional, CollectionFrom = collectionFrom };
                if (after == before)
                    continue;
                if (await SaveAsync(plan, before, after, calendar, cancellationToken))
                    moved.Add(new MovedDueDate(
                        plan, before.Period, before.DueOn, after.DueOn, after.IsProvisional,
                        DueDatePolicy.Explain(before.Period, plan.Reporting.DueRule, calendar).LastOrDefault(explanation => explanation.Due.Day == after.DueOn)));
            }
        }
        return moved;
    }

    private Task<bool> SaveAsync(Plan plan, PlanPeriod before, PlanPeriod after, WorkingDayCalendar calendar, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            // Nodes that start together all find the same period to move; the first one does, and tells of it.
            await database.OneAtATimeAsync("recompute-due-dates", token);
            if (await periods.FindAsync(before.Id, token) != before || !await periods.MoveDueAsync(after, before.DueOn, token))
                return false;
            await audit.AddAsync(
                new AuditRecord
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()), At = clock.GetUtcNow(), Channel = "job", Action = "recompute-due-date",
                    Subject = "reporting_period", SubjectId = before.Id, Before = Describe(before), After = Describe(after),
                },
                token);
            if (after.DueOn != before.DueOn)
                await TellAsync(plan, before, after, calendar, token);
            return true;
        },
        cancellationToken);

    /// <summary>The coordinators, and whoever still has to report by that day.</summary>
    private async Task TellAsync(Plan plan, PlanPeriod before, PlanPeriod after, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var today = CivilTime.Of(plan.TimeZone).DayOf(clock.GetUtcNow());
        var contacts = await query.ContactsOfOpenUnitsAsync(after.Id, [], today, cancellationToken);
        var why = DueDatePolicy.Explain(after.Period, plan.Reporting.DueRule, calendar).LastOrDefault(explanation => explanation.Due.Day == after.DueOn);
        var body = new MovedLetter(plan.Title, after.Period.ToString(), before.DueOn, after.DueOn, after.IsProvisional, why?.Holidays ?? [], why?.WorkedWeekends ?? []);
        IEnumerable<Guid> readers = [.. await letters.CoordinatorsAsync(cancellationToken), .. contacts.Select(contact => contact.PersonId)];
        await letters.RunAsync(body, null, readers, plan.Id, after.Period, ReminderKind.Letter, cancellationToken);
    }

    private static string Describe(PlanPeriod period) => JsonSerializer.Serialize(new { period.DueOn, period.IsProvisional });
}
