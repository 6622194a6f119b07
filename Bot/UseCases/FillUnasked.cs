using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Tasks without a lead that nobody is asked about in one period under way.</summary>
/// <param name="IsPastDue">Too late to ask: the next period brings it by itself.</param>
public sealed record UnaskedPeriod(string Title, ReportingPeriod Period, DateOnly DueOn, int Tasks, int Units, bool IsPastDue);

/// <summary>Where only lead units report, tasks without a lead are owed by those responsible for them. Periods opened before that was so lack them:
/// they are shown, and written only when somebody orders it, for a debt that falls from the sky is worse than a report that comes one period later.</summary>
public sealed class FillUnasked(IDatabase database, UnaskedQuery unasked, IPeriodRepository periods, IAuditRepository audit, TimeProvider clock)
{
    /// <returns>A row for each period; empty when all are asked.</returns>
    public async Task<IReadOnlyList<UnaskedPeriod>> ShowAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return [.. (await unasked.RunAsync(cancellationToken)).GroupBy(row => row.PeriodId).Select(rows => Told([.. rows], now))];
    }

    /// <summary>Writes them where the due day is still ahead. Safe to run twice: what is owed is looked for in the transaction that writes it.</summary>
    /// <returns>The periods that were filled.</returns>
    public Task<IReadOnlyList<UnaskedPeriod>> RunAsync(CancellationToken cancellationToken) => database.InTransactionAsync<IReadOnlyList<UnaskedPeriod>>(
        async token =>
        {
            var (now, filled) = (clock.GetUtcNow(), new List<UnaskedPeriod>());
            foreach (var rows in (await unasked.RunAsync(token)).Where(row => row.DueAt > now).GroupBy(row => row.PeriodId).Select(rows => rows.ToList()))
            {
                await periods.AddOwedAsync([.. rows.Select(row => Owed(row, now))], token);
                filled.Add(Told(rows, now));
                await audit.AddAsync(
                    new AuditRecord
                    {
                        Id = Guid.CreateVersion7(now), At = now, PersonId = null, Channel = "command", Action = "fill-period", Subject = "period", SubjectId = rows[0].PeriodId,
                        After = JsonSerializer.Serialize(new { obligations = rows.Count }),
                    },
                    token);
            }
            return filled;
        },
        cancellationToken);

    private static UnaskedPeriod Told(List<UnaskedRow> rows, DateTimeOffset now) => new(
        rows[0].Title, rows[0].Period, rows[0].DueOn, rows.Select(row => row.TaskId).Distinct().Count(), rows.Select(row => row.UnitId).Distinct().Count(), rows[0].DueAt <= now);

    private static Obligation Owed(UnaskedRow row, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), PeriodId = row.PeriodId, AssignmentId = row.AssignmentId, TaskId = row.TaskId, UnitId = row.UnitId,
        State = ObligationState.Pending, DueOn = row.DueOn, DueAt = row.DueAt, Round = 0, Version = 0,
    };
}
