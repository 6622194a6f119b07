using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

public interface IUnitRepository
{
    /// <summary>Units of this name, full name or alias, exactly; in different places several may have it.</summary>
    /// <returns>Those of the full name first, then of the name, then of an alias.</returns>
    Task<IReadOnlyList<Unit>> NamedAsync(string name, CancellationToken cancellationToken);

    /// <summary>Units that have or had an assignment in the plan, in the order in which the notice first names them.</summary>
    Task<IReadOnlyList<Unit>> OfPlanAsync(Guid planId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Unit>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Issuer and title of the plans that have named the unit: its place may be read from them.</summary>
    Task<IReadOnlyList<(string? Issuer, string Title)>> NamedByAsync(Guid unitId, CancellationToken cancellationToken);

    Task AddAsync(Unit unit, CancellationToken cancellationToken);

    /// <summary>Says where a unit is of which that was not known.</summary>
    /// <returns>False when another unit has that full name.</returns>
    Task<bool> PlaceAsync(Guid unitId, string place, CancellationToken cancellationToken);

    /// <summary>Gives the unit another name; the old one becomes an alias. Contacts, reports and what is owed stay with it.</summary>
    /// <returns>False when another unit has that name in that place; nothing is written then.</returns>
    Task<bool> RenameAsync(Unit unit, string name, Guid? confirmedBy, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Keeps another name of the unit that a person has confirmed.</summary>
    /// <returns>False when a unit of the same place is called so already.</returns>
    Task<bool> AddAliasAsync(Unit unit, string alias, Guid? confirmedBy, DateTimeOffset at, CancellationToken cancellationToken);
}
