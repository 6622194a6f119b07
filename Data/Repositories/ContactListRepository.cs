using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ContactListRepository(IDatabase database) : IContactListRepository
{
    private const string Places = "SELECT person_id, unit_id, kind, from_on, until_on FROM contact";

    public async Task<IReadOnlyList<Contact>> PlacesAsync(CancellationToken cancellationToken) =>
        Models(await database.QueryAsync<ContactRow>($"{Places} ORDER BY unit_id, kind, person_id", null, cancellationToken));

    public async Task<IReadOnlyList<Contact>> PlacesOfAsync(Guid unitId, CancellationToken cancellationToken) =>
        Models(await database.QueryAsync<ContactRow>($"{Places} WHERE unit_id = @unitId ORDER BY kind, person_id", new { unitId }, cancellationToken));

    public Task SetPlaceAsync(Contact place, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO contact (person_id, unit_id, kind, from_on, until_on) VALUES (@PersonId, @UnitId, @Kind, @From, @Until)
            ON CONFLICT (person_id, unit_id, kind) DO UPDATE SET from_on = excluded.from_on, until_on = excluded.until_on
            """;
        return database.WriteAsync(sql, place, cancellationToken);
    }

    public Task RemovePlaceAsync(Contact place, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM contact WHERE person_id = @PersonId AND unit_id = @UnitId AND kind = @Kind", place, cancellationToken);

    public Task SaveAsync(Person person, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE person SET name = @Name, duty = @Duty, phone = @Phone, mobile = @Mobile, email = @Email WHERE id = @Id";
        return database.WriteAsync(sql, new { person.Id, person.Name, person.Duty, person.Phone, person.Mobile, person.Email }, cancellationToken);
    }

    public Task AddRoleAsync(Guid personId, PersonRole role, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO person_role (person_id, role) VALUES (@personId, @role) ON CONFLICT (person_id, role) DO NOTHING";
        return database.WriteAsync(sql, new { personId, role }, cancellationToken);
    }

    public Task<Guid?> FindByMobileAsync(string mobile, CancellationToken cancellationToken) =>
        database.FindAsync<Guid?>("SELECT id FROM person WHERE mobile = @mobile", new { mobile }, cancellationToken);

    public async Task<IReadOnlyList<ListedAccount>> AccountsAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<AccountRow>("SELECT channel, account, person_id FROM listed_account ORDER BY channel, account", null, cancellationToken);
        return rows.Select(row => new ListedAccount(row.Channel, row.Account, row.PersonId)).ToList();
    }

    public Task ListAsync(ListedAccount account, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO listed_account (channel, account, person_id) VALUES (@Channel, @Account, @PersonId)
            ON CONFLICT (channel, account) DO UPDATE SET person_id = excluded.person_id
            """;
        return database.WriteAsync(sql, account, cancellationToken);
    }

    public async Task<Guid?> FindListedAsync(string channel, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken)
    {
        const string sql = "SELECT DISTINCT person_id FROM listed_account WHERE channel = @channel AND account = ANY (@accounts)";
        var found = await database.QueryAsync<Guid>(sql, new { channel, accounts = new KeyList(accounts) }, cancellationToken);
        return found is [var only] ? only : null;
    }

    private static List<Contact> Models(IReadOnlyList<ContactRow> rows) => rows.Select(row => row.ToModel()).ToList();

    private sealed record AccountRow
    {
        public required string Channel { get; init; }
        public required string Account { get; init; }
        public required Guid PersonId { get; init; }
    }
}
