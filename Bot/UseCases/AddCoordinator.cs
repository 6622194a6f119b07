using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Makes a coordinator, and the link by which the browser lets them in: how the first one gets in.</summary>
public sealed class AddCoordinator(IDatabase database, IPersonRepository people, IAuditRepository audit, InviteToBrowser invite, TimeProvider clock)
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    /// <returns>The secret part of the single-use link.</returns>
    public Task<string> RunAsync(string name, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            var person = new Person { Id = Guid.CreateVersion7(now), Name = name, Roles = [PersonRole.Coordinator] };
            await people.AddAsync(person, transaction);
            var record = new AuditRecord
            {
                Id = Guid.CreateVersion7(now), At = now, Channel = "command", Action = "add-coordinator", Subject = "person", SubjectId = person.Id,
                After = JsonSerializer.Serialize(new { name }),
            };
            await audit.AddAsync(record, transaction);
            return await invite.RunAsync(person.Id, LinkLifetime, transaction);
        },
        cancellationToken);
}
