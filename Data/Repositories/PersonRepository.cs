using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class PersonRepository(IDatabase database) : IPersonRepository
{
    public async Task<Person?> FindAsync(Guid personId, CancellationToken cancellationToken) =>
        (await ReadAsync("id = @personId", new { personId }, cancellationToken)).SingleOrDefault();

    public async Task<Person?> FindByIdentityAsync(string channel, string userId, CancellationToken cancellationToken) =>
        (await ReadAsync(
            "id = (SELECT person_id FROM channel_identity WHERE channel = @channel AND user_id = @userId)", new { channel, userId }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Person>> AllAsync(CancellationToken cancellationToken) => ReadAsync("true", null, cancellationToken);

    public Task<IReadOnlyList<Person>> InRoleAsync(PersonRole role, CancellationToken cancellationToken) =>
        ReadAsync("id IN (SELECT person_id FROM person_role WHERE role = @role)", new { role }, cancellationToken);

    public async Task<IReadOnlyList<Contact>> ContactsOfAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = "SELECT person_id, unit_id, kind FROM contact WHERE unit_id = ANY (@unitIds) ORDER BY unit_id, kind, person_id";
        var rows = await database.QueryAsync<ContactRow>(sql, new { unitIds = new IdList(unitIds) }, cancellationToken);
        return rows.Select(row => row.ToModel()).ToList();
    }

    public Task AddAsync(Person person, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            const string sql = "INSERT INTO person (id, name, phone, email, language) VALUES (@Id, @Name, @Phone, @Email, @Language)";
            const string roles = "INSERT INTO person_role (person_id, role) VALUES (@PersonId, @Role)";
            const string contacts = "INSERT INTO contact (person_id, unit_id, kind) VALUES (@PersonId, @UnitId, @Kind)";
            await database.WriteAsync(sql, new { person.Id, person.Name, person.Phone, person.Email, person.Language }, cancellation);
            await database.WriteAsync(roles, person.Roles.Select(role => new { PersonId = person.Id, Role = role }), cancellation);
            await database.WriteAsync(contacts, person.Contacts.Select(contact => new { PersonId = person.Id, contact.UnitId, contact.Kind }), cancellation);
        }, cancellationToken);

    public Task SetLanguageAsync(Guid personId, string language, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE person SET language = @language WHERE id = @personId", new { personId, language }, cancellationToken);

    public Task<IReadOnlyList<ChannelIdentity>> IdentitiesAsync(Guid personId, CancellationToken cancellationToken)
    {
        const string sql = "SELECT channel, user_id, person_id, conversation_reference FROM channel_identity WHERE person_id = @personId ORDER BY channel, user_id";
        return database.QueryAsync<ChannelIdentity>(sql, new { personId }, cancellationToken);
    }

    public Task<IReadOnlyList<ChannelIdentity>> IdentitiesOnAsync(string channel, CancellationToken cancellationToken)
    {
        const string sql = "SELECT channel, user_id, person_id, conversation_reference FROM channel_identity WHERE channel = @channel ORDER BY user_id";
        return database.QueryAsync<ChannelIdentity>(sql, new { channel }, cancellationToken);
    }

    public Task BindAsync(ChannelIdentity identity, CancellationToken cancellationToken)
    {
        // The reference belongs to the channel's user and outlives a change of the person bound to it.
        const string sql = """
            INSERT INTO channel_identity (channel, user_id, person_id, conversation_reference) VALUES (@Channel, @UserId, @PersonId, @ConversationReference)
            ON CONFLICT (channel, user_id) DO UPDATE
               SET person_id = excluded.person_id,
                   conversation_reference = coalesce(excluded.conversation_reference, channel_identity.conversation_reference)
            """;
        return database.WriteAsync(sql, identity, cancellationToken);
    }

    public Task RememberConversationAsync(string channel, string userId, string conversationReference, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE channel_identity SET conversation_reference = @conversationReference WHERE channel = @channel AND user_id = @userId
            """;
        return database.WriteAsync(sql, new { channel, userId, conversationReference }, cancellationToken);
    }

    /// <summary>In the order in which they were made, as their ids are.</summary>
    /// <param name="condition">A condition on person, of ours.</param>
    private async Task<IReadOnlyList<Person>> ReadAsync(string condition, object? parameters, CancellationToken cancellationToken)
    {
        var persons = $"SELECT id, name, phone, email, language FROM person WHERE {condition} ORDER BY id";
        var roles = $"SELECT person_id, role FROM person_role WHERE person_id IN (SELECT id FROM person WHERE {condition}) ORDER BY role";
        var contacts = $"SELECT person_id, unit_id, kind FROM contact WHERE person_id IN (SELECT id FROM person WHERE {condition}) ORDER BY kind, unit_id";
        var rows = await database.QueryAsync<Person>(persons, parameters, cancellationToken);
        if (rows.Count == 0)
            return rows;
        var roleOf = (await database.QueryAsync<RoleRow>(roles, parameters, cancellationToken)).ToLookup(row => row.PersonId, row => row.Role);
        var contactOf = (await database.QueryAsync<ContactRow>(contacts, parameters, cancellationToken)).ToLookup(row => row.PersonId, row => row.ToModel());
        return rows.Select(person => person with { Roles = roleOf[person.Id].ToList(), Contacts = contactOf[person.Id].ToList() }).ToList();
    }

    private sealed record RoleRow
    {
        public required Guid PersonId { get; init; }
        public required PersonRole Role { get; init; }
    }

    private sealed record ContactRow
    {
        public required Guid PersonId { get; init; }
        public required Guid UnitId { get; init; }
        public required ContactKind Kind { get; init; }

        public Contact ToModel() => new(PersonId, UnitId, Kind);
    }
}
