using PlanBot.Data.Sql;

namespace PlanBot.Tests.Data.Sql;

public sealed class StatementTextTests
{
    [Theory]
    [InlineData(Dialect.Postgres, "SELECT id FROM unit WHERE id = ANY (@ids) AND kind = @kind")]
    [InlineData(Dialect.Sqlite, "SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(@ids)) AND kind = @kind")]
    public void A_list_is_one_parameter_in_either_dialect(Dialect dialect, string expected) =>
        Assert.Equal(expected, Statements.TextFor(dialect, "SELECT id FROM unit WHERE id = ANY (@ids) AND kind = @kind"));

    [Fact]
    public void Many_rows_are_one_array_for_each_column_on_PostgreSQL() => Assert.Equal(
        "INSERT INTO unit (id, name) SELECT * FROM unnest(@Id, @Name) ON CONFLICT (name) DO NOTHING",
        Inserts.UnnestText("INSERT INTO unit (id, name) VALUES (@Id, @Name) ON CONFLICT (name) DO NOTHING"));
}
