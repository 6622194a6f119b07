using System.Globalization;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Bench.Sizes;

/// <summary>Measures the same on a SQLite file and on a PostgreSQL server of its own.</summary>
internal static class BothDatabases
{
    private const int Units = 75_000;

    /// <param name="arguments">A number of units, and <c>sqlite</c> or <c>postgres</c> where only one is wanted.</param>
    public static async Task<int> RunAsync(string[] arguments, Func<string, int, Func<string, Task<DatabaseOptions>>, Task> measure)
    {
        var units = arguments.Select(argument => int.TryParse(argument, CultureInfo.InvariantCulture, out var number) ? number : 0).Append(Units).First(number => number > 0);
        if (!arguments.Contains("postgres"))
        {
            var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
            try
            {
                await measure("SQLite", units, name => Task.FromResult(new DatabaseOptions { Provider = "sqlite", ConnectionString = $"Data Source={Path.Combine(folder, name)}.db" }));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        if (arguments.Contains("sqlite"))
            return 0;
        // On a server of its own, which waits for the disk at each commit.
        await using var server = await PostgresServer.StartOwnAsync(durable: true);
        await measure("PostgreSQL", units, async _ => new DatabaseOptions { Provider = "postgres", ConnectionString = await server.NewDatabaseAsync() });
        return 0;
    }
}
