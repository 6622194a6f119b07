using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Importing.Contacts;

namespace PlanBot.UseCases;

/// <summary>What a stranger says of themselves (<see cref="RequestKind.Claim"/>).</summary>
/// <param name="Said">The stranger's own words.</param>
/// <param name="PersonId">Somebody of the list whom the words fit; null when they fit nobody.</param>
/// <param name="Name">The name in the words; null when there is none.</param>
public sealed record ClaimRequest(string Said, Guid? PersonId, string? Name)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static ClaimRequest Read(string body) => JsonSerializer.Deserialize<ClaimRequest>(body, Json)!;
}

/// <summary>Makes a user of a channel known: by the office's list, by an invitation code, or by a claim that a coordinator decides.</summary>
/// <remarks>Nothing that comes back tells whether a code, a number or a unit exists. Tries are counted for each user and stored; a user who has tried too often is not listened to for a while,
/// whatever the next code is.</remarks>
public sealed class BindStranger(
    IDatabase database, IPersonRepository people, IContactListRepository list, IBindingRepository binding, IRequestRepository requests, IUnitRepository units, IPlanRepository plans,
    IAuditRepository audit, WriteLetter letters, IReminderSignal signal, TimeProvider clock, [FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>Codes and claims together, in an hour.</summary>
    public const int MostAttempts = 5;

    private const int LongestClaim = 200;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Channels whose accounts the office lists. The channel itself has authenticated them; a browser's user id is nobody's account.</summary>
    private static readonly string[] Listed = ["msteams", "dingtalk"];

    /// <param name="accounts">What the channel says of the user: Teams from.aadObjectId and, where it was asked for, the UPN; DingTalk the staff id.</param>
    /// <returns>Null when nobody is listed with one of them.</returns>
    public async Task<Person?> ByListAsync(string channel, string userId, IEnumerable<string?> accounts, CancellationToken cancellationToken)
    {
        if (!Listed.Contains(channel))
            return null;
        var known = accounts.OfType<string>().Where(account => account.Length > 0).Select(account => channel == "msteams" ? account.ToLowerInvariant() : account).ToList();
        if (await list.FindListedAsync(channel, known, cancellationToken) is not { } personId || !Permissions.IsBound(await people.FindAsync(personId, cancellationToken)))
            return null;
        await database.InTransactionAsync(token => BindAsync(personId, channel, userId, "list", token), cancellationToken);
        return await people.FindAsync(personId, cancellationToken);
    }

    /// <param name="mobile">As the channel's own directory has it, not as anybody says.</param>
    /// <returns>Null when the office's list has it for nobody.</returns>
    public async Task<Person?> ByMobileAsync(string channel, string userId, string mobile, CancellationToken cancellationToken)
    {
        if (!Listed.Contains(channel) || ContactCells.MobileIn(mobile) is not { } number || await list.FindByMobileAsync(number, cancellationToken) is not { } personId
            || !Permissions.IsBound(await people.FindAsync(personId, cancellationToken)))
            return null;
        await database.InTransactionAsync(token => BindAsync(personId, channel, userId, "mobile", token), cancellationToken);
        return await people.FindAsync(personId, cancellationToken);
    }

    /// <returns>Null when the code is unknown, used or expired, or the user has tried too often.</returns>
    public Task<Person?> ByCodeAsync(string channel, string userId, string code, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (!await MayTryAsync(channel, userId, token) || await binding.UseInvitationAsync(InvitationCode.HashOf(code), clock.GetUtcNow(), token) is not { } personId)
                return null;
            await binding.EndInvitationsAsync(personId, clock.GetUtcNow(), token);
            await BindAsync(personId, channel, userId, "invitation", token);
            return await people.FindAsync(personId, token);
        },
        cancellationToken);

    /// <summary>Passes on to the coordinators who somebody says they are. A user has one open claim: a new one takes the place of the one before.</summary>
    /// <param name="unitId">A unit that the words name; null when they name none, or none that there is.</param>
    public async Task ClaimAsync(string channel, string userId, string said, Guid? unitId, string? name, CancellationToken cancellationToken)
    {
        await database.InTransactionAsync(
            async token =>
            {
                if (!await MayTryAsync(channel, userId, token))
                    return;
                foreach (var earlier in (await requests.OpenAsync(token)).Where(open => open.Kind == RequestKind.Claim && open.Channel == channel && open.UserId == userId))
                    await requests.SettleAsync(earlier.Number, RequestState.Withdrawn, null, clock.GetUtcNow(), token);
                await AddClaimAsync(channel, userId, said.Length <= LongestClaim ? said : said[..LongestClaim], unitId, name, token);
            },
            cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
    }

    /// <summary>The user acts for the person from now on. Belongs into a transaction.</summary>
    internal async Task BindAsync(Guid personId, string channel, string userId, string how, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await people.BindAsync(new ChannelIdentity { Channel = channel, UserId = userId, PersonId = personId }, cancellationToken);
        var record = new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "bind", Subject = "person", SubjectId = personId,
            After = JsonSerializer.Serialize(new { how }),
        };
        await audit.AddAsync(record, cancellationToken);
    }

    private async Task AddClaimAsync(string channel, string userId, string said, Guid? unitId, string? name, CancellationToken cancellationToken)
    {
        var person = await MeantAsync(said, unitId, name, cancellationToken);
        var meant = unitId ?? (person?.Contacts is [var place, ..] ? place.UnitId : null);
        var unit = (await units.AllAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == meant);
        var now = clock.GetUtcNow();
        var request = new Request
        {
            Id = Guid.CreateVersion7(now), Number = 0, Kind = RequestKind.Claim, State = RequestState.Open, Channel = channel, UserId = userId, UnitId = unit?.Id,
            Body = new ClaimRequest(said, person?.Id, name).Write(), MadeAt = now,
        };
        var number = await requests.AddAsync(request, cancellationToken);
        await audit.AddAsync(new() { Id = Guid.CreateVersion7(now), At = now, Channel = channel, Action = "claim", Subject = "request", SubjectId = request.Id, After = request.Body }, cancellationToken);
        // The outbox keeps its rows by plan and period; what is about neither stands with the first.
        if (await plans.AllAsync(cancellationToken) is [var plan, ..])
            await letters.RunAsync(
                new RequestLetter(number, RequestKind.Claim, person?.Name ?? name ?? "", unit?.Name, null, [], said, null), null, await letters.CoordinatorsAsync(cancellationToken), plan.Id,
                plan.Reporting.FirstPeriod, ReminderKind.Letter, cancellationToken);
    }

    /// <summary>By mobile number as the list has it, else by name within the unit. A claim either way: a number can be known to many.</summary>
    private async Task<Person?> MeantAsync(string said, Guid? unitId, string? name, CancellationToken cancellationToken)
    {
        if (ContactCells.MobileIn(said) is { } mobile && await list.FindByMobileAsync(mobile, cancellationToken) is { } owner)
            return await people.FindAsync(owner, cancellationToken);
        if (unitId is not { } unit || name is null)
            return null;
        foreach (var place in await people.ContactsOfAsync([unit], cancellationToken))
        {
            if (await people.FindAsync(place.PersonId, cancellationToken) is { } contact && contact.Name == name)
                return contact;
        }
        return null;
    }

    private async Task<bool> MayTryAsync(string channel, string userId, CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        return await binding.CountAttemptAsync(channel, userId, now, now - Window, cancellationToken) <= MostAttempts;
    }
}
