using System.Globalization;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Bot state in the ledger's database, as JSON that can become only the types it was told of.</summary>
/// <remarks>
/// As in the SDK's own storages the last writer wins, unless the item is an <see cref="IStoreItem"/>: that one is written only over the version it was read as.
/// Whole numbers in untyped places come back as long, instants there as text.
/// </remarks>
public sealed class SqlStorage(IDatabase database, StoredTypes types) : IStorage
{
    private readonly JsonSerializerSettings settings = new()
    {
        TypeNameHandling = TypeNameHandling.Auto,
        SerializationBinder = types,
        ContractResolver = new StoredContracts(),
        DateParseHandling = DateParseHandling.None, // a person may type what looks like a date; it stays what was typed
        Culture = CultureInfo.InvariantCulture,
    };

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        const string sql = "SELECT key, document, etag FROM bot_state WHERE key = ANY (@keys)";
        var rows = await database.QueryAsync<StateRow>(sql, new { keys = new KeyList(keys) }, cancellationToken);
        return rows.ToDictionary(row => row.Key, ToItem);
    }

    /// <exception cref="ArgumentException">An <see cref="IStoreItem"/> was read as another version than the one that is kept now; nothing is written then.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return database.TogetherInFileAsync(async cancellation =>
        {
            foreach (var (key, item) in changes)
                await WriteAsync(key, item, cancellation);
            return true;
        }, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.WriteAsync("DELETE FROM bot_state WHERE key = ANY (@keys)", new { keys = new KeyList(keys) }, cancellationToken);
    }

    private async Task WriteAsync(string key, object? item, CancellationToken cancellationToken)
    {
        if (item is null)
        {
            await DeleteAsync([key], cancellationToken);
            return;
        }
        const string sql = """
            INSERT INTO bot_state (key, document, etag) VALUES (@key, @document, @etag)
            ON CONFLICT (key) DO UPDATE SET document = excluded.document, etag = excluded.etag WHERE @anyVersion OR bot_state.etag = @readAs
            """;
        var document = JsonConvert.SerializeObject(item, typeof(object), settings); // declared as object, so that the outermost type is named too
        var readAs = (item as IStoreItem)?.ETag;
        var parameters = new { key, document, etag = Guid.CreateVersion7().ToString("N"), anyVersion = item is not IStoreItem || readAs == "*", readAs = readAs ?? "" };
        if (await database.WriteAsync(sql, parameters, cancellationToken) == 0)
            throw new ArgumentException($"Etag conflict: {key} was changed since it was read.");
    }

    private object ToItem(StateRow row)
    {
        var item = JsonConvert.DeserializeObject<object>(row.Document, settings)!;
        if (item is IStoreItem versioned)
            versioned.ETag = row.Etag;
        return item;
    }

    private sealed record StateRow
    {
        public required string Key { get; init; }
        public required string Document { get; init; }
        public required string Etag { get; init; }
    }
}
