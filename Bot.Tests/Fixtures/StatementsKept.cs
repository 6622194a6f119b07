using System.Runtime.CompilerServices;
using Dapper;

namespace PlanBot.Tests.Fixtures;

/// <summary>
/// Dapper compiles readers and parameters anew for every connection string. All databases of the tests have one schema, so each statement is compiled once for SQLite and once for PostgreSQL
/// instead of once for each test.
/// </summary>
internal static class StatementsKept
{
    // The program itself has one connection string; only here there are thousands.
#pragma warning disable CA2255 // there is no earlier place in a test assembly
    [ModuleInitializer]
    internal static void Begin() => SqlMapper.ConnectionStringComparer = new ByDatabase();
#pragma warning restore CA2255

    private sealed class ByDatabase : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => IsPostgres(x) == IsPostgres(y);

        public int GetHashCode(string obj) => IsPostgres(obj) ? 1 : 0;

        private static bool IsPostgres(string? connection) => connection?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;
    }
}
