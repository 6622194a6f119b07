using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Under what a contact can be reached from now on (<see cref="RequestKind.Details"/>); at least one of the two.</summary>
/// <param name="Mobile">Eleven digits; null when it stays.</param>
/// <param name="Email">Null when it stays.</param>
public sealed record DetailsRequest(string? Mobile, string? Email)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Words() => string.Join(' ', new[] { Mobile, Email }.Where(word => word is { Length: > 0 }));

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static DetailsRequest Read(string body) => JsonSerializer.Deserialize<DetailsRequest>(body, Json)!;
}

/// <summary>我换手机号了: the list of contacts is the coordinators', so that they decide; until then all stays as it is.</summary>
public sealed class AskForDetails(KeepRequest keep, IUnitRepository units)
{
    /// <param name="id">Made once for the wish.</param>
    /// <returns>The request's number; null when the person does not report for the unit.</returns>
    public async Task<int?> RunAsync(Guid id, Guid unitId, DetailsRequest wish, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var unit = (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == unitId)?.Name;
        return await keep.RunAsync(
            new(id, RequestKind.Details, Ability.HandOver, unitId, wish.Write(), "ask-details", personId, channel),
            (number, by) => new(number, RequestKind.Details, by, unit, null, [], wish.Words(), null), cancellationToken);
    }
}

/// <summary>The new number or address is written into the list.</summary>
public sealed class GrantDetails(IPersonRepository people, IContactListRepository list, IAuditRepository audit, TimeProvider clock) : IGrantRequest
{
    public bool Grants(RequestKind kind) => kind == RequestKind.Details;

    /// <returns>Null when the person is gone, or the number is somebody else's.</returns>
    public async Task<Granted?> GrantAsync(Request request, Guid decidedBy, string channel, CancellationToken cancellationToken)
    {
        var wish = DetailsRequest.Read(request.Body);
        if (request.PersonId is not { } id || await people.FindAsync(id, cancellationToken) is not { } person
            || (wish.Mobile is { } mobile && await list.FindByMobileAsync(mobile, cancellationToken) is { } owner && owner != id))
            return null;
        var before = new DetailsRequest(person.Mobile, person.Email);
        await WriteAsync(person, new(wish.Mobile ?? person.Mobile, wish.Email ?? person.Email), decidedBy, channel, cancellationToken);
        return new(JsonSerializer.Serialize(new DetailsDone(id, before, new(wish.Mobile ?? person.Mobile, wish.Email ?? person.Email))));
    }

    public async Task<bool> TakeBackAsync(string undo, Guid by, string channel, CancellationToken cancellationToken)
    {
        var done = JsonSerializer.Deserialize<DetailsDone>(undo)!;
        if (await people.FindAsync(done.PersonId, cancellationToken) is not { } person || new DetailsRequest(person.Mobile, person.Email) != done.After)
            return false;
        await WriteAsync(person, done.Before, by, channel, cancellationToken);
        return true;
    }

    private async Task WriteAsync(Person person, DetailsRequest now, Guid by, string channel, CancellationToken cancellationToken)
    {
        await list.SaveAsync(person with { Mobile = now.Mobile, Email = now.Email }, cancellationToken);
        var at = clock.GetUtcNow();
        await audit.AddAsync(
            new()
            {
                Id = Guid.CreateVersion7(at), At = at, PersonId = by, Channel = channel, Action = "change-details", Subject = "person", SubjectId = person.Id,
                Before = new DetailsRequest(person.Mobile, person.Email).Write(), After = now.Write(),
            },
            cancellationToken);
    }

    private sealed record DetailsDone(Guid PersonId, DetailsRequest Before, DetailsRequest After);
}
