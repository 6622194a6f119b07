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

    /// <returns>Null when it cannot be done any more; then the request stays open.</returns>
    Task<Granted?> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken);

    /// <summary>Takes back what granting did. Runs inside the transaction that opens the request again.</summary>
    /// <param name="undo">As <see cref="Granted.Undo"/> had it.</param>
    /// <returns>False when it has changed since; the caller must give up the transaction then.</returns>
    Task<bool> TakeBackAsync(string undo, Guid by, string channel, CancellationToken cancellationToken);
}

/// <param name="Undo">What taking it back needs, as JSON; null when it cannot be taken back.</param>
public sealed record Granted(string? Undo);

/// <summary>What was decided, as taking it back needs it.</summary>
/// <param name="Undo">Of a granted request: see <see cref="Granted.Undo"/>.</param>
public sealed record DecisionDone(int Number, bool IsGranted, string? Undo);

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
    /// <returns>With what was done, where it was, and can be taken back.</returns>
    public async Task<(DecisionResult Result, DecisionDone? Done)> RunAsync(int number, bool isGranted, string? reason, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan))
            return (DecisionResult.NotOpen, null);
        try
        {
            var granted = await database.InTransactionAsync(token => SettleAsync(number, isGranted, reason, personId, channel, token), cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return granted is null ? (DecisionResult.NotOpen, null) : (DecisionResult.Done, isGranted && granted.Undo is null ? null : new(number, isGranted, granted.Undo));
        }
        catch (OvertakenException) // so that the request is open again
        {
            return (DecisionResult.NotPossible, null);
        }
    }

    /// <summary>More time was given than a request asked for, or less: with that it is answered, and waits no longer. The unit hears of the day from the ruling.</summary>
    /// <param name="obligationIds">What was given more time.</param>
    /// <returns>Numbers of the requests of which all was given.</returns>
    public async Task<IReadOnlyList<int>> SettleWithRulingAsync(Guid unitId, IReadOnlyCollection<Guid> obligationIds, string reason, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var settled = new List<int>();
        foreach (var request in (await requests.OpenAsync(cancellationToken)).Where(one => one.Kind == RequestKind.Extension && one.UnitId == unitId && ReportsRequest.Read(one.Body).ObligationIds.All(obligationIds.Contains)))
        {
            await database.InTransactionAsync(
                async token =>
                {
                    if (!await requests.SettleAsync(request.Number, RequestState.Granted, personId, clock.GetUtcNow(), token))
                        return;
                    await audit.AddAsync(Record("grant-request", request, RequestState.Open, RequestState.Granted, reason, personId, channel), token);
                    settled.Add(request.Number);
                },
                cancellationToken);
        }
        return settled;
    }

    /// <summary>The requests that <see cref="SettleWithRulingAsync"/> settled wait again: what settled them was taken back.</summary>
    public async Task ReopenAsync(IReadOnlyList<int> numbers, Guid personId, string channel, CancellationToken cancellationToken)
    {
        foreach (var number in numbers)
        {
            await database.InTransactionAsync(
                async token =>
                {
                    if (await requests.FindAsync(number, token) is { } request && await requests.ReopenAsync(number, RequestState.Granted, token))
                        await audit.AddAsync(Record("undo-grant-request", request, RequestState.Granted, RequestState.Open, null, personId, channel), token);
                },
                cancellationToken);
        }
    }

    /// <summary>Opens the request again, and takes back what granting it did.</summary>
    /// <returns>False when something has changed since; nothing is changed then.</returns>
    public async Task<bool> UndoAsync(DecisionDone done, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan))
            return false;
        try
        {
            await database.InTransactionAsync(token => ReopenAsync(done, personId, channel, token), cancellationToken);
            await signal.SendSoonAsync(cancellationToken);
            return true;
        }
        catch (OvertakenException)
        {
            return false;
        }
    }

    private async Task ReopenAsync(DecisionDone done, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var state = done.IsGranted ? RequestState.Granted : RequestState.Declined;
        if (await requests.FindAsync(done.Number, cancellationToken) is not { } request || !await requests.ReopenAsync(done.Number, state, cancellationToken))
            throw new OvertakenException();
        if (done.Undo is { } undo && !await grants.First(grant => grant.Grants(request.Kind)).TakeBackAsync(undo, personId, channel, cancellationToken))
            throw new OvertakenException();
        await audit.AddAsync(Record(done.IsGranted ? "undo-grant-request" : "undo-decline-request", request, state, RequestState.Open, null, personId, channel), cancellationToken);
        // Taking back what was granted is told by what it takes back.
        if (!done.IsGranted || request.Kind == RequestKind.Claim)
            await TellAsync(request, isGranted: false, reason: null, personId, isTakenBack: true, cancellationToken);
    }

    /// <returns>Null when it is settled already.</returns>
    private async Task<Granted?> SettleAsync(int number, bool isGranted, string? reason, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = isGranted ? RequestState.Granted : RequestState.Declined;
        if (await requests.FindAsync(number, cancellationToken) is not { } request || !await requests.SettleAsync(number, state, personId, now, cancellationToken))
            return null;
        var granted = isGranted ? await grants.First(grant => grant.Grants(request.Kind)).GrantAsync(request, personId, channel, cancellationToken) ?? throw new OvertakenException() : new Granted(null);
        await audit.AddAsync(Record(isGranted ? "grant-request" : "decline-request", request, RequestState.Open, state, reason, personId, channel), cancellationToken);
        await TellAsync(request, isGranted, reason, personId, isTakenBack: false, cancellationToken);
        return granted;
    }

    private AuditRecord Record(string action, Request request, RequestState before, RequestState after, string? reason, Guid personId, string channel)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = action, Subject = "request", SubjectId = request.Id,
            Before = JsonSerializer.Serialize(new { state = before.ToString() }), After = JsonSerializer.Serialize(new { state = after.ToString(), reason }),
        };
    }

    /// <summary>Granting something about reports is told to the unit by the ruling itself.</summary>
    private async Task TellAsync(Request request, bool isGranted, string? reason, Guid personId, bool isTakenBack, CancellationToken cancellationToken)
    {
        var isAboutReports = request.Kind is RequestKind.Extension or RequestKind.NotOurs;
        if (request.PersonId is not { } asker || (isGranted && isAboutReports))
            return;
        var about = isAboutReports ? await reports.OfAsync(request, cancellationToken) : null;
        var unit = request.UnitId is { } id ? (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == id)?.Name : null;
        // The outbox keeps its rows by plan and period; what is about neither stands with the first.
        if ((request.PlanId is { } named ? await plans.FindAsync(named, cancellationToken) : (await plans.AllAsync(cancellationToken)) is [var first, ..] ? first : null) is not { } plan)
            return;
        var letter = new DecisionLetter(request.Number, request.Kind, isGranted, unit, about?.Period.Period.ToString(), about is { } found ? RequestedReports.ToLetter(found.Rows) : [], reason, isTakenBack);
        await letters.RunAsync(letter, personId, [asker], plan.Id, about?.Period.Period ?? plan.Reporting.FirstPeriod, ReminderKind.Letter, cancellationToken);
    }

    private sealed class OvertakenException : Exception;
}

/// <summary>An extension moves the due day; a task that is another unit's is waived for this period.</summary>
public sealed class GrantRuling(RuleOnReports rule) : IGrantRequest
{
    public bool Grants(RequestKind kind) => kind is RequestKind.Extension or RequestKind.NotOurs;

    public async Task<Granted?> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken)
    {
        var wish = ReportsRequest.Read(request.Body);
        var ruling = new Ruling(request.Kind == RequestKind.Extension ? RulingKind.Extend : RulingKind.Waive, wish.ObligationIds, wish.Until, wish.Text);
        return await rule.RunWithinAsync(ruling, decidedBy, channel, cancellationToken) is { } done ? new(JsonSerializer.Serialize(done)) : null;
    }

    public Task<bool> TakeBackAsync(string undo, Guid by, string channel, CancellationToken cancellationToken) =>
        rule.TakeBackWithinAsync(JsonSerializer.Deserialize<RulingDone>(undo)!, by, channel, cancellationToken);
}
