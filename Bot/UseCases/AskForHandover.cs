using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Who is to take over (<see cref="RequestKind.Handover"/>).</summary>
/// <param name="Email">Null when it is not known.</param>
public sealed record HandoverRequest(string Name, string? Mobile, DateOnly From, string? Email = null)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name, and how to reach them as far as it is known.</summary>
    public string Who() => string.Join(' ', new[] { Name, Mobile, Email }.Where(word => word is { Length: > 0 }));

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static HandoverRequest Read(string body) => JsonSerializer.Deserialize<HandoverRequest>(body, Json)!;
}

/// <summary>A contact names a successor; the coordinators decide. Until then all stays as it is.</summary>
public sealed class AskForHandover(
    IDatabase database, IRequestRepository requests, IPersonRepository people, IUnitRepository units, IPlanRepository plans, IAuditRepository audit, WriteLetter letters, IReminderSignal signal,
    TimeProvider clock)
{
    /// <param name="id">Made once for the wish.</param>
    /// <returns>The request's number; null when the person does not report for the unit.</returns>
    public async Task<int?> RunAsync(Guid id, Guid unitId, HandoverRequest wish, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(personId, cancellationToken) is not { } person || !Permissions.Allows(person, Ability.HandOver, unitId))
            return null;
        var number = await database.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow();
                var request = new Request
                {
                    Id = id, Number = 0, Kind = RequestKind.Handover, State = RequestState.Open, PersonId = personId, Channel = channel, UnitId = unitId, Body = wish.Write(), MadeAt = now,
                };
                var given = await requests.AddAsync(request, token);
                var record = new AuditRecord
                {
                    Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "ask-handover", Subject = "request", SubjectId = id, After = request.Body,
                };
                await audit.AddAsync(record, token);
                var unit = (await units.AllAsync(token)).First(unit => unit.Id == unitId);
                if (await plans.AllAsync(token) is [var plan, ..])
                    await letters.RunAsync(
                        new RequestLetter(given, RequestKind.Handover, person.Name, unit.Name, null, [], null, wish.From, wish.Who()), personId,
                        await letters.CoordinatorsAsync(token), plan.Id, plan.Reporting.FirstPeriod, ReminderKind.Letter, token);
                return given;
            },
            cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
        return number;
    }
}

/// <summary>The successor becomes the unit's contact, from the day named or from today when that has passed.</summary>
public sealed class GrantHandover(ChangeContacts change, TimeProvider clock) : IGrantRequest
{
    public bool Grants(RequestKind kind) => kind == RequestKind.Handover;

    public async Task<Granted?> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken)
    {
        var (wish, today) = (HandoverRequest.Read(request.Body), ContactDay.Of(clock.GetUtcNow()));
        return request.UnitId is { } unit
            && await change.RunWithinAsync(new(unit, wish.Name, wish.Mobile, wish.From > today ? wish.From : today) { Email = wish.Email }, decidedBy, channel, cancellationToken) is { } done
            ? new(JsonSerializer.Serialize(done)) : null;
    }

    public Task<bool> TakeBackAsync(string undo, Guid by, string channel, CancellationToken cancellationToken) =>
        change.TakeBackWithinAsync(JsonSerializer.Deserialize<ContactChangeDone>(undo)!, by, channel, cancellationToken);
}
