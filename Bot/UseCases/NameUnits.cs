using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <param name="Name">What the unit may be called too.</param>
/// <param name="Reform">When organs of its kind changed to or from that name; null for a short name.</param>
public sealed record ProposedAlias(Unit Unit, string Name, string? Reform);

/// <summary>Other names of units: proposed from the table of organ names, kept only when a person confirms them.</summary>
public sealed class NameUnits(IDatabase database, IUnitRepository units, IAuditRepository audit, TimeProvider clock)
{
    /// <returns>By unit; a name that two units of one place may be meant by is none's.</returns>
    public async Task<IReadOnlyList<ProposedAlias>> ProposeAsync(CancellationToken cancellationToken)
    {
        var all = (await units.AllAsync(cancellationToken)).Where(unit => unit.Kind == UnitKind.Unit).ToList();
        var taken = all.SelectMany(unit => unit.Names.Select(name => (name, unit.Place))).ToHashSet();
        var proposed = all.SelectMany(unit => OrganNames.OthersOf(unit.Name).Select(other => new ProposedAlias(unit, other.Name, other.Reform))).ToList();
        var shared = proposed.GroupBy(alias => (alias.Name, alias.Unit.Place)).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return [.. proposed.Where(alias => !taken.Contains((alias.Name, alias.Unit.Place)) && !shared.Contains((alias.Name, alias.Unit.Place)))];
    }

    /// <returns>False when a unit of that place is called so already.</returns>
    public Task<bool> ConfirmAsync(Unit unit, string alias, Guid? by, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (!await units.AddAliasAsync(unit, alias, by, now, token))
                return false;
            await audit.AddAsync(
                new AuditRecord
                {
                    Id = Guid.CreateVersion7(now), At = now, PersonId = by, Channel = channel, Action = "add-alias", Subject = "unit", SubjectId = unit.Id,
                    After = JsonSerializer.Serialize(new { alias }),
                },
                token);
            return true;
        },
        cancellationToken);
}
