using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>What a contact asks of the coordinators.</summary>
/// <param name="Id">Made once for the wish.</param>
/// <param name="Needs">What the person must be allowed to do for the unit.</param>
/// <param name="Action">As the audit names it.</param>
internal sealed record Asked(Guid Id, RequestKind Kind, Ability Needs, Guid UnitId, string Body, string Action, Guid PersonId, string Channel)
{
    /// <summary>Null where it is about no period: then the coordinators hear of it in the first plan.</summary>
    public PlanPeriod? Period { get; init; }
}

/// <summary>Keeps a request and tells the coordinators, who decide; until then all stays as it is.</summary>
public sealed class KeepRequest(
    IDatabase database, IRequestRepository requests, IPersonRepository people, IPlanRepository plans, IAuditRepository audit, WriteLetter letters, IReminderSignal signal, TimeProvider clock)
{
    /// <param name="letter">Made of the request's number and the person's name.</param>
    /// <returns>The request's number; null when the person may not ask for this unit.</returns>
    internal async Task<int?> RunAsync(Asked asked, Func<int, string, RequestLetter> letter, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(asked.PersonId, cancellationToken) is not { } person || !Permissions.Allows(person, asked.Needs, asked.UnitId))
            return null;
        var number = await database.InTransactionAsync(token => KeepAsync(asked, person.Name, letter, token), cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
        return number;
    }

    private async Task<int> KeepAsync(Asked asked, string by, Func<int, string, RequestLetter> letter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var request = new Request
        {
            Id = asked.Id, Number = 0, Kind = asked.Kind, State = RequestState.Open, PersonId = asked.PersonId, Channel = asked.Channel, PlanId = asked.Period?.PlanId, UnitId = asked.UnitId,
            Body = asked.Body, MadeAt = now,
        };
        var number = await requests.AddAsync(request, cancellationToken);
        var record = new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = asked.PersonId, Channel = asked.Channel, Action = asked.Action, Subject = "request", SubjectId = asked.Id, After = asked.Body,
        };
        await audit.AddAsync(record, cancellationToken);
        if (await PlaceAsync(asked, cancellationToken) is var (plan, period))
            await letters.RunAsync(letter(number, by), asked.PersonId, await letters.CoordinatorsAsync(cancellationToken), plan, period, ReminderKind.Letter, cancellationToken);
        return number;
    }

    /// <summary>Plan and period under which the coordinators hear of it; null where there is no plan.</summary>
    private async Task<(Guid Plan, ReportingPeriod Period)?> PlaceAsync(Asked asked, CancellationToken cancellationToken) => asked.Period is { } of ? (of.PlanId, of.Period)
        : await plans.AllAsync(cancellationToken) is [var first, ..] ? (first.Id, first.Reporting.FirstPeriod) : null;
}
