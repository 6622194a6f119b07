using System.Buffers.Text;
using System.Security.Cryptography;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>看板: lets a person who is known in chat into the dashboard by a link that works once, and keeps who is in. The person's rights are looked up with every request.</summary>
/// <remarks>A link lasts by the clock that people see, a session by real time, as tokens and cookies do.</remarks>
public sealed class DeskAccess(
    IDatabase database, ISignInLinkRepository links, DeskSessionRepository sessions, IPersonRepository people, IContactListRepository list, PublicAddress address, IAuditRepository audit, TimeProvider clock,
    [FromKeyedServices("wall")] TimeProvider wall)
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(15);

    public Task<string> InviteAsync(Guid personId, CancellationToken cancellationToken) => InviteAsync(personId, null, cancellationToken);

    /// <param name="page">Path of the page that it leads to; null for the first.</param>
    /// <returns>The link, to be shown to the person alone.</returns>
    public async Task<string> InviteAsync(Guid personId, string? page, CancellationToken cancellationToken)
    {
        var token = NewSecret();
        await links.AddAsync(LinkHash(token), personId, clock.GetUtcNow() + LinkLifetime, cancellationToken);
        return address.DeskLink(token, page);
    }

    /// <returns>The secret that the browser keeps; null when the link is unknown, expired or used, or its person has left.</returns>
    public Task<string?> EnterAsync(string token, TimeSpan lifetime, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction => await links.UseAsync(LinkHash(token), clock.GetUtcNow(), transaction) is { } personId ? await BeginAsync(personId, lifetime, transaction) : null,
        cancellationToken);

    /// <summary>Lets in whom the organisation's own sign-in has recognised.</summary>
    /// <param name="channel">Whose accounts of the contact list they are: msteams or dingtalk.</param>
    /// <param name="accounts">What the sign-in answers for.</param>
    /// <returns>The secret that the browser keeps; null when the list has these accounts for nobody, or for several people.</returns>
    public Task<string?> EnterByAccountAsync(string channel, IEnumerable<string> accounts, TimeSpan lifetime, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction => await list.FindListedAsync(channel, [.. accounts.Select(account => channel == "msteams" ? account.ToLowerInvariant() : account)], transaction) is { } personId
            ? await BeginAsync(personId, lifetime, transaction) : null,
        cancellationToken);

    /// <returns>Null when nobody is signed in by this secret, or the person has nothing to do here any more.</returns>
    public async Task<Person?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await sessions.FindAsync(InviteToBrowser.HashOf(secret), wall.GetUtcNow(), cancellationToken) is { } personId
        && await people.FindAsync(personId, cancellationToken) is { } person && Permissions.IsBound(person) ? person : null;

    public Task LeaveAsync(string secret, CancellationToken cancellationToken) => sessions.EndAsync(InviteToBrowser.HashOf(secret), cancellationToken);

    /// <summary>Name of the dashboard in the audit.</summary>
    public const string Channel = "dashboard";

    private async Task<string?> BeginAsync(Guid personId, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (!Permissions.IsBound(await people.FindAsync(personId, cancellationToken)))
            return null;
        var (secret, now) = (NewSecret(), clock.GetUtcNow());
        await sessions.AddAsync(InviteToBrowser.HashOf(secret), personId, wall.GetUtcNow(), wall.GetUtcNow() + lifetime, cancellationToken);
        await audit.AddAsync(
            new AuditRecord { Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = Channel, Action = "sign-in", Subject = "person", SubjectId = personId },
            cancellationToken);
        return secret;
    }

    // Hashed apart from the links of the chat page, so that neither opens the other's door.
    private static string LinkHash(string token) => InviteToBrowser.HashOf("desk:" + token);

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
