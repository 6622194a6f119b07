namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key. A key that is not there is left out of what is read, and deleting it is no error.</summary>
public interface IStorage
{
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An object that says which version it was read as; a storage refuses to write over another one.</summary>
public interface IStoreItem
{
    /// <summary><c>*</c> writes over any version.</summary>
    string ETag { get; set; }
}

public static class StorageExtensions
{
    /// <summary>Reads only what is of type <typeparamref name="TStoreItem"/>; everything else is left out.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var found = await storage.ReadAsync(keys, cancellationToken);
        return found.Where(item => item.Value is TStoreItem).ToDictionary(item => item.Key, item => (TStoreItem)item.Value);
    }
}
