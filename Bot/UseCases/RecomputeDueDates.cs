using System.Text.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A due date that moved, or became firm, because the holiday list changed.</summary>
/// <param name="Why">How the new date came about; null where the rule names no such day any more.</param>
public sealed record MovedDueDate(Plan Plan, ReportingPeriod Period, DateOnly OldDueOn, DateOnly NewDueOn, bool IsProvisional, DueDateExplanation? Why = null);

/// <summary>Works the due dates of all open periods out again from the calendar as it stands. A closed period never moves.</summary>
public sealed class RecomputeDueDates(
    IDatabase database, IPlanRepository plans, IPeriodRepository periods, IAuditRepository audit, CurrentCalendar currentCalendar,
    IOptions<ReminderOptions> options, TimeProvider clock)
{
    /// <returns>What moved or became firm; empty most often.</returns>
    public async Task<IReadOnlyList<MovedDueDate>> RunAsync(CancellationToken cancellationToken)
    {
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        var moved = new List<MovedDueDate>();
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            var lifetime = new PeriodLifetime(plan, calendar, options.Value);
            foreach (var before in (await periods.OfPlanAsync(plan.Id, cancellationToken)).Where(period => period.ClosedAt is null))
            {
                var dates = lifetime.Row(before.Period, before.OpenedAt);
                var after = before with { DueOn = dates.DueOn, DueAt = dates.DueAt, IsProvisional = dates.IsProvisional, CollectionFrom = dates.CollectionFrom };
                if (after == before)
                    continue;
                if (await SaveAsync(before, after, cancellationToken))
                    moved.Add(new MovedDueDate(
                        plan, before.Period, before.DueOn, after.DueOn, after.IsProvisional,
                        DueDatePolicy.Explain(before.Period, plan.Reporting.DueRule, calendar).LastOrDefault(explanation => explanation.Due.Day == after.DueOn)));
            }
        }
        return moved;
    }

    private Task<bool> SaveAsync(PlanPeriod before, PlanPeriod after, CancellationToken cancellationToken) => database.InTransactionAsync(
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
            return true;
        },
        cancellationToken);

    private static string Describe(PlanPeriod period) => JsonSerializer.Serialize(new { period.DueOn, period.IsProvisional });
}
