using System.Globalization;
using PlanBot.Data.Migrations;
using PlanBot.Data.Moving;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Builders;

/// <summary>A ledger in an SQLite file with rows in every table, and an empty PostgreSQL database to move it to.</summary>
internal sealed class MoveOffice : IDisposable
{
    private static readonly StoppedClock Clock = new(Ledgers.At("2020-07-09 09:00"));
    private readonly TemporaryFolder folder = new();

    private MoveOffice(string targetConnection)
    {
        Source = SqliteDatabase.At(folder.File("planbot.db"));
        TargetConnection = targetConnection;
        Target = new PostgresDatabase(targetConnection);
    }

    public SqliteDatabase Source { get; }

    public PostgresDatabase Target { get; }

    public string TargetConnection { get; }

    public string Folder => folder.Path;

    /// <param name="version">Schema of the source; null for this program's.</param>
    /// <param name="made">When the source was made, by which it is known again.</param>
    public static async Task<MoveOffice> CreateAsync(int? version = null, DateTimeOffset? made = null, string? target = null)
    {
        var office = new MoveOffice(target ?? await PostgresServer.CreateDatabaseAsync());
        foreach (var migration in Migration.All(Dialect.Sqlite).Where(migration => version is null || migration.Version <= version))
        {
            var known = Migration.All(Dialect.Sqlite).Where(one => one.Version <= migration.Version).ToList();
            await new Migrator(office.Source, known, new StoppedClock(made ?? Ledgers.At("2020-03-01 08:00"))).RunAsync(CancellationToken.None);
            var rows = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Schema", string.Create(CultureInfo.InvariantCulture, $"{migration.Version:0000}.sql"));
            await office.Source.WriteAsync(await File.ReadAllTextAsync(rows), null, CancellationToken.None);
        }
        return office;
    }

    public Task<MoveResult> MoveAsync(Action<MoveProgress>? onProgress = null, CancellationToken cancellationToken = default) =>
        new DatabaseMove(Source, Target, Clock).RunAsync(new Listener(onProgress ?? (_ => { })), cancellationToken);

    /// <summary>Long conversations, so that a table takes many stretches.</summary>
    public Task TalkAsync(int activities) => Source.WriteAsync(
        """
        INSERT INTO chat_activity (conversation_id, sequence, activity_id, activity)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @activities)
        SELECT 'c2', i, 'bulk-' || i, '{"type":"message","text":"第' || i || '条"}' FROM n
        """, new { activities }, CancellationToken.None);

    /// <summary>Every value of every table that both sides have, as the handlers of the repositories read them.</summary>
    public static async Task<IReadOnlyList<string>> EverythingAsync(Database database, IReadOnlyList<MovedTable> tables)
    {
        var values = new List<string>();
        foreach (var table in tables)
        {
            await using var connection = await database.OpenAsync(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {table.ColumnList} FROM {table.Name}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = table.Columns.Select((column, index) => database.Dialect == Dialect.Sqlite
                    ? column.Type.Convert(reader, index).Value
                    : reader.IsDBNull(index) ? null : column.Type.FromTarget(reader, index));
                values.Add($"{table.Name}: {string.Join('|', row.Select(value => value is DateTime instant ? instant.ToString("O", CultureInfo.InvariantCulture) : value))}");
            }
        }
        return [.. values.Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        Source.Dispose();
        Target.Dispose();
        folder.Dispose();
    }

    private sealed class Listener(Action<MoveProgress> onProgress) : IProgress<MoveProgress>
    {
        public void Report(MoveProgress value) => onProgress(value);
    }
}
