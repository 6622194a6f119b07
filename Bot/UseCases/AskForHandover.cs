using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
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
public sealed class AskForHandover(KeepRequest keep, IUnitRepository units)
{
    /// <param name="id">Made once for the wish.</param>
    /// <returns>The request's number; null when the person does not report for the unit.</returns>
    public async Task<int?> RunAsync(Guid id, Guid unitId, HandoverRequest wish, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var unit = (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == unitId)?.Name;
        return await keep.RunAsync(
            new(id, RequestKind.Handover, Ability.HandOver, unitId, wish.Write(), "ask-handover", personId, channel),
            (number, by) => new(number, RequestKind.Handover, by, unit, null, [], null, wish.From, wish.Who()), cancellationToken);
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
