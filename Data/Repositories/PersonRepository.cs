using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <param name="clock">Tells which day it is: a person comes with the units of today.</param>
public sealed class PersonRepository(IDatabase database, TimeProvider clock) : IPersonRepository
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Plan.DefaultTimeZone);

    // A place in a unit that has begun and is not over.
    private const string IsNow = "(contact.from_on IS NULL OR contact.from_on <= @today) AND (contact.until_on IS NULL OR contact.until_on > @today)";

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    public async Task<Person?> FindAsync(Guid personId, CancellationToken cancellationToken) =>
        (await ReadAsync("id = @personId", new { personId, today = Today }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Person>> FindAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        ReadAsync("id = ANY (@personIds)", new { personIds = new IdList(personIds), today = Today }, cancellationToken);

    public async Task<Person?> FindByIdentityAsync(string channel, string userId, CancellationToken cancellationToken) =>
        (await ReadAsync(
            "id = (SELECT person_id FROM channel_identity WHERE channel = @channel AND user_id = @userId)", new { channel, userId, today = Today }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Person>> AllAsync(CancellationToken cancellationToken) => 
        ReadAsync("NOT EXISTS (SELECT 1 FROM api_token WHERE api_token.person_id = person.id)", new { today = Today }, cancellationToken);

    public Task<IReadOnlyList<Person>> InRoleAsync(PersonRole role, CancellationToken cancellationToken) =>
        ReadAsync("id IN (SELECT person_id FROM person_role WHERE role = @role)", new { role, today = Today }, cancellationToken);

    public async Task<IReadOnlyList<Contact>> ContactsOfAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT person_id, unit_id, kind, from_on, until_on FROM contact WHERE unit_id = ANY (@unitIds) AND {IsNow} ORDER BY unit_id, kind, person_id
            """;
        var rows = await database.QueryAsync<ContactRow>(sql, new { unitIds = new IdList(unitIds), today = Today }, cancellationToken);
        return rows.Select(row => row.ToModel()).ToList();
    }

    public Task AddAsync(Person person, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            const string sql = "INSERT INTO person (id, name, duty, phone, mobile, email, language) VALUES (@Id, @Name, @Duty, @Phone, @Mobile, @Email, @Language)";
            const string roles = "INSERT INTO person_role (person_id, role) VALUES (@PersonId, @Role)";
            const string contacts = "INSERT INTO contact (person_id, unit_id, kind, from_on, until_on) VALUES (@PersonId, @UnitId, @Kind, @From, @Until)";
            await database.WriteAsync(sql, new { person.Id, person.Name, person.Duty, person.Phone, person.Mobile, person.Email, person.Language }, cancellation);
            await database.InsertAsync(roles, person.Roles.Select(role => new { PersonId = person.Id, Role = role }), cancellation);
            await database.InsertAsync(contacts, person.Contacts.Select(contact => new { PersonId = person.Id, contact.UnitId, contact.Kind, contact.From, contact.Until }), cancellation);
        }, cancellationToken);

    public Task SetLanguageAsync(Guid personId, string language, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE person SET language = @language WHERE id = @personId", new { personId, language }, cancellationToken);

    public Task<IReadOnlyList<ChannelIdentity>> IdentitiesAsync(Guid personId, CancellationToken cancellationToken) => IdentitiesAsync([personId], cancellationToken);

    public Task<IReadOnlyList<ChannelIdentity>> IdentitiesAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        // The browser last: there a message waits until somebody looks, elsewhere it comes to the person.
        const string sql = """
            SELECT channel, user_id, person_id, conversation_reference FROM channel_identity
             WHERE person_id = ANY (@personIds) ORDER BY CASE channel WHEN 'directline' THEN 1 ELSE 0 END, channel, user_id
            """;
        return database.QueryAsync<ChannelIdentity>(sql, new { personIds = new IdList(personIds) }, cancellationToken);
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

    public async Task RememberConversationAsync(string channel, string userId, string conversationReference, CancellationToken cancellationToken)
    {
        // Nearly every message comes from where the one before came from.
        const string find = "SELECT conversation_reference FROM channel_identity WHERE channel = @channel AND user_id = @userId";
        const string sql = "UPDATE channel_identity SET conversation_reference = @conversationReference WHERE channel = @channel AND user_id = @userId";
        var known = await database.QueryAsync<string?>(find, new { channel, userId }, cancellationToken);
        if (known is [var before] && before != conversationReference)
            await database.WriteAsync(sql, new { channel, userId, conversationReference }, cancellationToken);
    }

    /// <summary>In the order in which they were made, as their ids are.</summary>
    /// <param name="condition">A condition on person, of ours.</param>
    /// <param name="parameters">The condition's, and today.</param>
    private async Task<IReadOnlyList<Person>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        // One statement, for every turn begins with it. Each role stands beside each contact; both lists are short.
        var sql = $"""
            SELECT known.id, known.name, known.duty, known.phone, known.mobile, known.email, known.language, person_role.role,
                   contact.unit_id, contact.kind, contact.from_on, contact.until_on, api_token.id AS token_id, CASE WHEN api_token.revoked_at IS NULL THEN api_token.scopes ELSE 0 END AS scopes
              FROM (SELECT id, name, duty, phone, mobile, email, language FROM person WHERE {condition}) AS known
              LEFT JOIN person_role ON person_role.person_id = known.id
              LEFT JOIN contact ON contact.person_id = known.id AND {IsNow}
              LEFT JOIN api_token ON api_token.person_id = known.id
             ORDER BY known.id, person_role.role, contact.kind, contact.unit_id
            """;
        var rows = await database.QueryAsync<PersonRow>(sql, parameters, cancellationToken);
        var limits = await ApiLimits.OfAsync(database, [.. rows.Select(row => row.TokenId).OfType<Guid>()], cancellationToken);
        return rows.GroupBy(row => row.Id).Select(of => PersonRow.ToModel([.. of], limits)).ToList();
    }

    /// <summary>A person with one role and one contact, as far as there are any.</summary>
    private sealed record PersonRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public string? Duty { get; init; }
        public string? Phone { get; init; }
        public string? Mobile { get; init; }
        public string? Email { get; init; }
        public string? Language { get; init; }
        public PersonRole? Role { get; init; }
        public Guid? UnitId { get; init; }
        public ContactKind? Kind { get; init; }
        public DateOnly? FromOn { get; init; }
        public DateOnly? UntilOn { get; init; }
        public Guid? TokenId { get; init; }
        public ApiScopes Scopes { get; init; }

        public static Person ToModel(IReadOnlyList<PersonRow> rows, ApiLimits limits) => new()
        {
            Id = rows[0].Id,
            Name = rows[0].Name,
            Duty = rows[0].Duty,
            Phone = rows[0].Phone,
            Mobile = rows[0].Mobile,
            Email = rows[0].Email,
            Language = rows[0].Language,
            Roles = [.. rows.Select(row => row.Role).OfType<PersonRole>().Distinct()],
            Contacts = [.. rows.Where(row => row.UnitId is not null)
                .Select(row => new Contact(row.Id, row.UnitId!.Value, row.Kind!.Value) { From = row.FromOn, Until = row.UntilOn }).Distinct()],
            Access = rows[0].TokenId is { } token ? limits.AccessOf(token, rows[0].Scopes) : null,
        };
    }
}
