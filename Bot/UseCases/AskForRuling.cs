using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A contact asks the coordinators for something about reports: more time, or that a task is another unit's. Nothing changes before it is granted.</summary>
public sealed class AskForRuling(
    IDatabase database, IRequestRepository requests, IPersonRepository people, IAuditRepository audit, WriteLetter letters, IReminderSignal signal, TimeProvider clock)
{
    /// <param name="id">Made once for the wish.</param>
    /// <param name="rows">Of one unit and period.</param>
    /// <returns>Its number; null when the person does not report for the unit.</returns>
    public async Task<int?> RunAsync(
        Guid id, RequestKind kind, PlanPeriod period, IReadOnlyList<LedgerRow> rows, DateOnly? until, string? text, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(personId, cancellationToken) is not { } person || !Permissions.Allows(person, Ability.Report, rows[0].UnitId))
            return null;
        var number = await database.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow();
                var request = new Request
                {
                    Id = id, Number = 0, Kind = kind, State = RequestState.Open, PersonId = personId, Channel = channel, PlanId = period.PlanId, UnitId = rows[0].UnitId,
                    Body = new ReportsRequest([.. rows.Select(row => row.ObligationId)], until, text).Write(), MadeAt = now,
                };
                var given = await requests.AddAsync(request, token);
                var record = new AuditRecord
                {
                    Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = kind == RequestKind.Extension ? "ask-extension" : "ask-not-ours",
                    Subject = "request", SubjectId = id, After = request.Body,
                };
                await audit.AddAsync(record, token);
                var letter = new RequestLetter(given, kind, person.Name, rows[0].UnitName, period.Period.ToString(), RequestedReports.ToLetter(rows), text, until);
                await letters.RunAsync(letter, personId, await letters.CoordinatorsAsync(token), period.PlanId, period.Period, ReminderKind.Letter, token);
                return given;
            },
            cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
        return number;
    }
}
