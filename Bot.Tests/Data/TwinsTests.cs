namespace PlanBot.Tests.Data;

public sealed class TwinsTests
{
    [Fact]
    public void What_runs_on_one_database_runs_on_the_other() => Assert.Equal(TestedOn("OnSqlite"), TestedOn("OnPostgres"));

    private static IEnumerable<string> TestedOn(string database) => typeof(TwinsTests).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith(database, StringComparison.Ordinal))
        .Select(type => type.BaseType!.Name)
        .Order(StringComparer.Ordinal);
}
