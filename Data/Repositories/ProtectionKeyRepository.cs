using Dapper;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <remarks>Its one statement of writing does not queue with the other writers, for lack of a way to wait; the busy timeout serves.</remarks>
public sealed class ProtectionKeyRepository(IDatabase database) : IProtectionKeyRepository
{
    public IReadOnlyList<string> All()
    {
        using var connection = database.Open();
        return connection.Query<string>("SELECT xml FROM protection_key ORDER BY name").AsList();
    }

    public void Add(string name, string xml)
    {
        using var connection = database.Open();
        connection.Execute("INSERT INTO protection_key (name, xml) VALUES (@name, @xml)", new { name, xml });
    }
}
