using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Migrations;

/// <summary>One numbered step of the schema, e.g. <c>0007_extension_reason.sql</c>.</summary>
public sealed partial record Migration(int Version, string Name, string Sql)
{
    /// <summary>SHA-256 in lower hex; line ends do not count, so that a checkout on another system is the same migration.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The program's own migrations, by version. Where there is a <c>.postgres.sql</c> twin, PostgreSQL gets that text.</summary>
    public static IReadOnlyList<Migration> All(Dialect dialect) =>
        Chosen(typeof(Migration).Assembly.GetManifestResourceNames(), dialect)
            .Select(file => new Migration(file.Version, file.Name, Read(file.Resource)))
            .ToList();

    /// <exception cref="InvalidOperationException">Two migrations carry one number: on a database that has one of them, the other would never run.</exception>
    internal static IEnumerable<(int Version, string Name, string Resource)> Chosen(IEnumerable<string> resources, Dialect dialect) =>
        resources
            .Select(resource => (resource, match: FileName().Match(resource)))
            .Where(file => file.match.Success && (dialect == Dialect.Postgres || !file.match.Groups["twin"].Success))
            .GroupBy(file => int.Parse(file.match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture))
            .OrderBy(files => files.Key)
            .Select(files => files.Select(file => file.match.Groups["name"].Value).Distinct().ToList() is [var name]
                ? (files.Key, name, files.MaxBy(file => file.match.Groups["twin"].Success).resource)
                : throw new InvalidOperationException($"Several migrations carry the number {files.Key}: {string.Join(", ", files.Select(file => file.resource))}"));

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.(?<version>[0-9]{4})_(?<name>[a-z0-9_]+)(?<twin>\.postgres)?\.sql$")]
    private static partial Regex FileName();
}
