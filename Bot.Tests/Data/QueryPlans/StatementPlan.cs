using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Data.QueryPlans;

/// <summary>How a database means to find the rows of one statement.</summary>
/// <param name="Searches">One for each table it touches, as <c>table by index (condition)</c>; the condition is empty where the whole index or table is read.</param>
internal sealed partial record StatementPlan(string Statement, IReadOnlyList<TableSearch> Searches)
{
    /// <summary>Whether it wants only what is open: the condition of the partial index stands in it as a condition, and not in a figure.</summary>
    public bool IsAboutOpen => OpenOnly().IsMatch(Statement);

    /// <summary>Whether it counts people, which takes all of them.</summary>
    public bool IsCount => Statement.Contains("count(DISTINCT", StringComparison.Ordinal);

    /// <summary>A command may hold several statements; each has a plan of its own.</summary>
    public static async Task<IReadOnlyList<StatementPlan>> OfAsync(RecordedStatement recorded, IDatabase database)
    {
        var plans = new List<StatementPlan>();
        foreach (var text in recorded.Text.Split(";\n").Where(text => Planned().IsMatch(text)))
            plans.Add(new(text, await SearchesAsync(recorded with { Text = text }, database)));
        return plans;
    }

    private static async Task<IReadOnlyList<TableSearch>> SearchesAsync(RecordedStatement statement, IDatabase database)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var searches = new List<TableSearch>();
        if (database.Dialect == Dialect.Sqlite)
        {
            foreach (var step in await ReadAsync(statement.On(connection, "EXPLAIN QUERY PLAN "), column: 3))
                AddSqlite(step, statement.Text, searches);
            return searches;
        }
        var plans = (await ReadAsync(statement.On(connection, "EXPLAIN (FORMAT JSON) "))).Concat(await PlanForAnyValuesAsync(statement, connection));
        foreach (var plan in plans)
            AddPostgres(JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan"), "", searches);
        return searches;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DbCommand command, int column = 0)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync();
            var texts = new List<string>();
            while (await reader.ReadAsync())
                texts.Add(reader.GetString(column));
            return texts;
        }
    }

    /// <summary>A statement that a connection has met a few times may be planned once for whatever values come.</summary>
    private static async Task<IReadOnlyList<string>> PlanForAnyValuesAsync(RecordedStatement statement, DbConnection connection)
    {
        await using var example = statement.On(connection);
        var used = new List<NpgsqlParameter>();
        var text = NamedParameter().Replace(statement.Text, match =>
        {
            var parameter = example.Parameters.Cast<NpgsqlParameter>().Single(parameter => parameter.ParameterName.TrimStart('@').Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase));
            if (!used.Contains(parameter))
                used.Add(parameter);
            return $"${used.IndexOf(parameter) + 1}";
        });
        var types = used.Count == 0 ? "" : $"({string.Join(", ", used.Select(parameter => parameter.Value is DBNull or null ? "unknown" : parameter.DataTypeName))})";
        var values = used.Count == 0 ? "" : $"({string.Join(", ", used.Select(_ => "NULL"))})";
        await RunAsync($"SET plan_cache_mode = force_generic_plan; PREPARE for_any_values{types} AS {text}");
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN (FORMAT JSON) EXECUTE for_any_values{values}";
        var plan = await ReadAsync(explain);
        await RunAsync("DEALLOCATE for_any_values; RESET plan_cache_mode");
        return plan;

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>E.g. <c>SEARCH o USING COVERING INDEX obligation_open (period_id=?)</c>: the table stands there by its name in the statement.</summary>
    private static void AddSqlite(string step, string text, List<TableSearch> searches)
    {
        if (SqliteStep().Match(step) is not { Success: true } match)
            return;
        var name = match.Groups["name"].Value;
        var table = Regex.Match(text, $@"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)\s+(?:AS\s+)?{name}\b") is { Success: true } alias ? alias.Groups[1].Value : name;
        searches.Add(new(table, match.Groups["index"].Value, match.Groups["condition"].Value));
    }

    private static void AddPostgres(JsonElement node, string table, List<TableSearch> searches)
    {
        table = Text(node, "Relation Name") is { Length: > 0 } own ? own : table; // a bitmap's index scans stand below the table they are for
        var type = Text(node, "Node Type");
        if (type.EndsWith("Scan", StringComparison.Ordinal) && type is not "Bitmap Heap Scan" && table.Length > 0)
            searches.Add(new(table, Text(node, "Index Name"), Text(node, "Index Cond") + Text(node, "TID Cond")));
        if (node.TryGetProperty("Plans", out var below))
        {
            foreach (var child in below.EnumerateArray())
                AddPostgres(child, type == "Bitmap Heap Scan" || type.StartsWith("Bitmap", StringComparison.Ordinal) ? table : "", searches);
        }
    }

    private static string Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    [GeneratedRegex(@"(?<![:\w])@(\w+)")]
    private static partial Regex NamedParameter();

    [GeneratedRegex(@"(?:WHERE|AND)\s+(?:o\.)?state IN \(1, 2, 6\)(?! (?:AND due_at <= @now )?THEN)")]
    private static partial Regex OpenOnly();

    [GeneratedRegex(@"^\s*(?:WITH|SELECT|INSERT|UPDATE|DELETE)\b")]
    private static partial Regex Planned();

    [GeneratedRegex(@"^(?:SCAN|SEARCH) (?<name>\w+)(?: USING (?:AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?(?:INDEX (?<index>\w+)|INTEGER PRIMARY KEY)(?: \((?<condition>[^)]*)\))?)?")]
    private static partial Regex SqliteStep();
}

internal sealed record TableSearch(string Table, string Index, string Condition)
{
    public override string ToString() => $"{Table} by {(Index.Length > 0 ? Index : "no index")} ({Condition})";
}
