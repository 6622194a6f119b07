using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Before">Each report as it was, and as it became.</param>
public sealed record Withdrawn(Guid PlanId, string Period, IReadOnlyList<ObligationChange> Changes, Guid? LetterId);

/// <summary>撤回: a unit takes reports back before they are due. They are owed again; every version stays, and what was submitted last goes on as a draft.</summary>
public sealed class WithdrawReport(
    IDatabase database, IObligationRepository obligations, IProgressRepository progress, IPersonRepository people, IAuditRepository audit, WriteLetter letters, IReminderSignal signal,
    TimeProvider clock)
{
    /// <returns>Which of them can be taken back, and why the others cannot.</returns>
    public async Task<IReadOnlyList<(LedgerRow Row, StateRefusal? Why)>> PreviewAsync(IReadOnlyList<LedgerRow> rows, CancellationToken cancellationToken)
    {
        var found = (await obligations.FindAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToDictionary(obligation => obligation.Id);
        return [.. rows.Select(row => (row, (ObligationStates.Withdraw(found[row.ObligationId], clock.GetUtcNow()) as StateChange.Refused)?.Reason))];
    }

    /// <param name="rows">Of one unit and period.</param>
    /// <returns>Null when one of them is not this person's, cannot be taken back any more, or has changed meanwhile; nothing is changed then.</returns>
    public async Task<Withdrawn?> RunAsync(PlanPeriod period, IReadOnlyList<LedgerRow> rows, Guid personId, string channel, CancellationToken cancellationToken)
    {
        try
        {
            var done = await database.InTransactionAsync(token => TakeBackAsync(period, rows, personId, channel, token), cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return done;
        }
        catch (OvertakenException) // thrown, not returned, so that the transaction gives up the reports before it
        {
            return null;
        }
    }

    /// <summary>They count again as they were submitted.</summary>
    /// <returns>False when one of them has changed since.</returns>
    public async Task<bool> UndoAsync(Withdrawn done, IReadOnlyList<LedgerRow> rows, Guid personId, string channel, CancellationToken cancellationToken)
    {
        try
        {
            await database.InTransactionAsync(token => PutBackAsync(done, rows, personId, channel, token), cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return true;
        }
        catch (OvertakenException)
        {
            return false;
        }
    }

    private async Task<Withdrawn> TakeBackAsync(PlanPeriod period, IReadOnlyList<LedgerRow> rows, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var (now, changes) = (clock.GetUtcNow(), new List<ObligationChange>());
        var person = await people.FindAsync(personId, cancellationToken);
        var latest = (await progress.LatestAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToDictionary(entry => entry.ObligationId);
        foreach (var row in rows)
        {
            var before = await obligations.FindAsync(row.ObligationId, cancellationToken) ?? throw new OvertakenException();
            if (!Permissions.Allows(person, Ability.Report, before.UnitId) || before.Version != row.Version
                || ObligationStates.Withdraw(before, now) is not StateChange.Allowed { After: var after } || !await obligations.SaveAsync(before, after, cancellationToken))
                throw new OvertakenException();
            await progress.SaveDraftAsync(new(before.Id, personId, now, latest[before.Id].Sections), cancellationToken);
            await audit.AddAsync(Record("withdraw-report", before, after, personId, channel, now), cancellationToken);
            changes.Add(new(before, after));
        }
        var letter = await TellAsync(period.PlanId, period.Period, person!, rows, isUndone: false, cancellationToken);
        return new(period.PlanId, period.Period.ToString(), changes, letter);
    }

    private async Task PutBackAsync(Withdrawn done, IReadOnlyList<LedgerRow> rows, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = await people.FindAsync(personId, cancellationToken);
        foreach (var (before, after) in done.Changes)
        {
            // Late it would be on time again by this: only as long as it could be submitted in time.
            if (!Permissions.Allows(person, Ability.Report, before.UnitId) || now >= before.DueAt || !await obligations.SaveAsync(after, before, cancellationToken))
                throw new OvertakenException();
            await progress.DeleteDraftAsync(before.Id, cancellationToken);
            await audit.AddAsync(Record("undo-withdraw-report", after, before, personId, channel, now), cancellationToken);
        }
        if (ReportingPeriod.TryParse(done.Period, out var period))
            await TellAsync(done.PlanId, period, person!, rows, isUndone: true, cancellationToken);
    }

    private async Task<Guid?> TellAsync(Guid planId, ReportingPeriod period, Person person, IReadOnlyList<LedgerRow> rows, bool isUndone, CancellationToken cancellationToken)
    {
        var tasks = rows.Select(row => new LetterTask(row.UnitTaskOrdinal, string.IsNullOrWhiteSpace(row.TaskTitle) ? row.TaskText : row.TaskTitle, row.DueOn)).ToList();
        var body = new WithdrawnLetter(person.Name, rows[0].UnitName, period.ToString(), tasks, isUndone);
        return await letters.RunAsync(body, person.Id, await letters.CoordinatorsAsync(cancellationToken), planId, period, ReminderKind.Letter, cancellationToken);
    }

    private static AuditRecord Record(string action, Obligation before, Obligation after, Guid personId, string channel, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = action, Subject = "obligation", SubjectId = before.Id,
        Before = JsonSerializer.Serialize(new { state = before.State.ToString(), version = before.Version }),
        After = JsonSerializer.Serialize(new { state = after.State.ToString(), version = after.Version }),
    };

    private sealed class OvertakenException : Exception;
}
