using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>The office's list: who is, was and will be in which place, and by which accounts people are to be known.</summary>
public interface IContactListRepository
{
    /// <summary>Every place in a unit, past and future ones too; by unit, kind and person.</summary>
    Task<IReadOnlyList<Contact>> PlacesAsync(CancellationToken cancellationToken);

    /// <summary>As <see cref="PlacesAsync"/>, of one unit.</summary>
    Task<IReadOnlyList<Contact>> PlacesOfAsync(Guid unitId, CancellationToken cancellationToken);

    /// <summary>Writes the place; one of the same person, unit and kind is replaced.</summary>
    Task SetPlaceAsync(Contact place, CancellationToken cancellationToken);

    /// <summary>For a place that never was: taken back before anybody acted on it.</summary>
    Task RemovePlaceAsync(Contact place, CancellationToken cancellationToken);

    /// <summary>Writes name, duty, telephones and mail of somebody who is there already.</summary>
    Task SaveAsync(Person person, CancellationToken cancellationToken);

    /// <summary>Adds the role; nothing happens where the person has it.</summary>
    Task AddRoleAsync(Guid personId, PersonRole role, CancellationToken cancellationToken);

    Task<Guid?> FindByMobileAsync(string mobile, CancellationToken cancellationToken);

    /// <summary>Every listed account, by channel and account.</summary>
    Task<IReadOnlyList<ListedAccount>> AccountsAsync(CancellationToken cancellationToken);

    /// <summary>Lists the account for the person; whom it was listed for before, it is no more.</summary>
    Task ListAsync(ListedAccount account, CancellationToken cancellationToken);

    /// <summary>For whom one of the accounts is listed on that channel.</summary>
    /// <returns>Null when for nobody, or for two different people: that is for the office to put right.</returns>
    Task<Guid?> FindListedAsync(string channel, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken);
}
