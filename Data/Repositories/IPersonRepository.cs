using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>People, their roles and the units of today, and how the channels know them. The list with its past and future is <see cref="IContactListRepository"/>'s.</summary>
public interface IPersonRepository
{
    Task<Person?> FindAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Those of these people who are known, by id.</summary>
    Task<IReadOnlyList<Person>> FindAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <summary>Null when nobody is bound to this user of the channel: a stranger.</summary>
    Task<Person?> FindByIdentityAsync(string channel, string userId, CancellationToken cancellationToken);

    /// <summary>Everybody, without other systems.</summary>
    Task<IReadOnlyList<Person>> AllAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<Person>> InRoleAsync(PersonRole role, CancellationToken cancellationToken);

    /// <summary>Today's contacts of these units, every kind; by unit, primary first.</summary>
    Task<IReadOnlyList<Contact>> ContactsOfAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken);

    /// <summary>Adds the person with roles and contacts.</summary>
    Task AddAsync(Person person, CancellationToken cancellationToken);

    Task SetLanguageAsync(Guid personId, string language, CancellationToken cancellationToken);

    /// <summary>Every channel on which the person can be written to, in the order in which they are tried: the browser last.</summary>
    Task<IReadOnlyList<ChannelIdentity>> IdentitiesAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The same of several people; each one's in that order.</summary>
    Task<IReadOnlyList<ChannelIdentity>> IdentitiesAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <summary>All identities of one channel, by user id.</summary>
    Task<IReadOnlyList<ChannelIdentity>> IdentitiesOnAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Binds a user of a channel to a person, or changes whom it is bound to.</summary>
    Task BindAsync(ChannelIdentity identity, CancellationToken cancellationToken);

    /// <summary>Keeps the newest conversation reference; nothing happens for a user who is not bound.</summary>
    Task RememberConversationAsync(string channel, string userId, string conversationReference, CancellationToken cancellationToken);
}
