using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps JSON in memory, so that what is read is never the object that was written. For tests and trials.</summary>
public class MemoryStorage : IStorage
{
    private const string ETagProperty = "eTag";

    private readonly JsonSerializer _serializer;
    private readonly Dictionary<string, JObject> _items;
    private readonly Lock _gate = new();
    private int _lastETag;

    /// <param name="jsonSerializer">Its type name handling decides whether objects come back as they were or as <see cref="JObject"/>.</param>
    public MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializer);
        (_serializer, _items) = (jsonSerializer, dictionary ?? []);
    }

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(WithTypeNames(), dictionary)
    {
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
        {
            foreach (var key in keys)
                _items.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (_items.TryGetValue(key, out var item) && item is not null)
                    found.Add(key, item.ToObject<object>(_serializer));
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <exception cref="ArgumentException">An <see cref="IStoreItem"/> was read as another version than the one that is kept now.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_gate)
        {
            foreach (var (key, value) in changes)
                _items[key] = value is null ? null : ToJson(key, value);
        }

        return Task.CompletedTask;
    }

    private JObject ToJson(string key, object value)
    {
        var json = JObject.FromObject(value, _serializer);
        if (value is not IStoreItem item)
            return json;

        var kept = (_items.GetValueOrDefault(key)?[ETagProperty])?.Value<string>();
        if (kept is not null && item.ETag != "*" && item.ETag != kept)
            throw new ArgumentException($"Etag conflict: the item was read as {item.ETag ?? "new"}, but {kept} is kept.", nameof(value));
        json[ETagProperty] = _lastETag++.ToString(CultureInfo.InvariantCulture);
        return json;
    }

    // Type names let an object choose which class is made of it: right for memory that only this process writes, and nowhere else.
    private static JsonSerializer WithTypeNames() => JsonSerializer.Create(
        new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, ReferenceLoopHandling = ReferenceLoopHandling.Error, MaxDepth = null });
}
