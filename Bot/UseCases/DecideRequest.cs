using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>What granting a request of one kind does. Runs inside the transaction that settles it.</summary>
public interface IGrantRequest
{
    bool Grants(RequestKind kind);

    /// <returns>False when it cannot be done any more; then the request stays open.</returns>
    Task<bool> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken);
}

public enum DecisionResult
{
    Done = 1,

    /// <summary>There is no such request, it is settled already, or the person may not decide.</summary>
    NotOpen = 2,

    /// <summary>What was asked for cannot be granted any more; the request stays open.</summary>
    NotPossible = 3,
}

/// <summary>A coordinator grants or declines a request; whoever asked is told.</summary>
public sealed class DecideRequest(
    IDatabase database, IRequestRepository requests, IEnumerable<IGrantRequest> grants, RequestedReports reports, IPersonRepository people, IUnitRepository units,
    IPlanRepository plans, IAuditRepository audit, WriteLetter letters, IReminderSignal signal, TimeProvider clock)
{
    public async Task<DecisionResult> RunAsync(int number, bool isGranted, string? reason, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan))
            return DecisionResult.NotOpen;
        try
        {
            var isDone = await database.InTransactionAsync(token => SettleAsync(number, isGranted, reason, personId, channel, token), cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return isDone ? DecisionResult.Done : DecisionResult.NotOpen;
        }
        catch (OvertakenException) // so that the request is open again
        {
            return DecisionResult.NotPossible;
        }
    }

    private async Task<bool> SettleAsync(int number, bool isGranted, string? reason, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = isGranted ? RequestState.Granted : RequestState.Declined;
        if (await requests.FindAsync(number, cancellationToken) is not { } request || !await requests.SettleAsync(number, state, personId, now, cancellationToken))
            return false;
        if (isGranted && !await grants.First(grant => grant.Grants(request.Kind)).GrantAsync(request, personId, channel, cancellationToken))
            throw new OvertakenException();
        var record = new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = isGranted ? "grant-request" : "decline-request", Subject = "request", SubjectId = request.Id,
            Before = JsonSerializer.Serialize(new { state = RequestState.Open.ToString() }), After = JsonSerializer.Serialize(new { state = state.ToString(), reason }),
        };
        await audit.AddAsync(record, cancellationToken);
        await TellAsync(request, isGranted, reason, personId, cancellationToken);
        return true;
    }

    /// <summary>Granting something about reports is told to the unit by the ruling itself.</summary>
    private async Task TellAsync(Request request, bool isGranted, string? reason, Guid personId, CancellationToken cancellationToken)
    {
        var isAboutReports = request.Kind is RequestKind.Extension or RequestKind.NotOurs;
        if (request.PersonId is not { } asker || (isGranted && isAboutReports))
            return;
        var about = isAboutReports ? await reports.OfAsync(request, cancellationToken) : null;
        var unit = request.UnitId is { } id ? (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == id)?.Name : null;
        // The outbox keeps its rows by plan and period; what is about neither stands with the first.
        if ((request.PlanId is { } named ? await plans.FindAsync(named, cancellationToken) : (await plans.AllAsync(cancellationToken)) is [var first, ..] ? first : null) is not { } plan)
            return;
        var letter = new DecisionLetter(request.Number, request.Kind, isGranted, unit, about?.Period.Period.ToString(), about is { } found ? RequestedReports.ToLetter(found.Rows) : [], reason);
        await letters.RunAsync(letter, personId, [asker], plan.Id, about?.Period.Period ?? plan.Reporting.FirstPeriod, ReminderKind.Letter, cancellationToken);
    }

    private sealed class OvertakenException : Exception;
}

/// <summary>An extension moves the due day; a task that is another unit's is waived for this period.</summary>
public sealed class GrantRuling(RuleOnReports rule) : IGrantRequest
{
    public bool Grants(RequestKind kind) => kind is RequestKind.Extension or RequestKind.NotOurs;

    public async Task<bool> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken)
    {
        var wish = ReportsRequest.Read(request.Body);
        var ruling = new Ruling(request.Kind == RequestKind.Extension ? RulingKind.Extend : RulingKind.Waive, wish.ObligationIds, wish.Until, wish.Text);
        return await rule.RunWithinAsync(ruling, decidedBy, channel, cancellationToken) is not null;
    }
}
