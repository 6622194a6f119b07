using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}

public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>Reads and changes one property of a <see cref="BotState"/>; changes are stored when that is saved.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <param name="defaultValueFactory">Makes the value when there is none, and the state keeps it; without it the default of T is returned.</param>
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}

/// <summary>
/// Properties kept between turns under one key. They are read once per turn, held in the turn's state, and written back whole when their
/// JSON has changed: of two turns at once, the one that saves last wins.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <param name="contextServiceKey">Where in the turn's state the properties are held.</param>
    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        (_storage, _contextServiceKey) = (storage, contextServiceKey);
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(nameof(name));
        return new BotStatePropertyAccessor<T>(this, name);
    }

    /// <param name="force">Reads again, and drops what was changed since.</param>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && GetCachedState(turnContext)?.State is not null)
            return;

        var items = await _storage.ReadAsync([key], cancellationToken);
        turnContext.TurnState[_contextServiceKey] = items.TryGetValue(key, out var stored) ? FromStorage(stored) : new CachedBotState();
    }

    /// <summary>Writes what has changed; with <paramref name="force"/> even when nothing has. What was never loaded is not written.</summary>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) is not { } cached || !(force || cached.IsChanged()))
            return;

        await _storage.WriteAsync(new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State }, cancellationToken);
        cached.MarkAsSaved();
    }

    /// <summary>Empties the state; storage follows when it is saved.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cleared = new CachedBotState();
        cleared.MarkAsChanged();
        turnContext.TurnState[_contextServiceKey] = cleared;
        return Task.CompletedTask;
    }

    /// <summary>Deletes the state from storage at once.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <returns>A copy of all properties, for looking at.</returns>
    public JToken Get(ITurnContext turnContext) => JObject.FromObject(GetCachedState(turnContext).State);

    /// <returns>Null when the state was not loaded in this turn.</returns>
    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <exception cref="InvalidOperationException">The activity lacks an id that the key is made of.</exception>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such property, and <typeparamref name="T"/> has no null to say so.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        var state = GetCachedState(turnContext).State;
        if (!state.ContainsKey(propertyName) && typeof(T).IsValueType)
            throw new KeyNotFoundException(propertyName);
        return Task.FromResult(StoredValue.Read<T>(state, propertyName));
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    private static CachedBotState FromStorage(object stored) => stored switch
    {
        null => new CachedBotState(),
        // A storage that keeps no type names gives JSON.
        JObject json => new CachedBotState(json.ToObject<Dictionary<string, object>>()),
        IDictionary<string, object> properties => new CachedBotState(properties),
        _ => throw new InvalidOperationException($"The storage gave a {stored.GetType().Name} where the properties of a state were expected."),
    };

    /// <summary>The properties as they stand in this turn, and how they stood in storage.</summary>
    public class CachedBotState
    {
        private string _stored;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            MarkAsSaved();
        }

        public IDictionary<string, object> State { get; set; }

        internal bool IsChanged() => _stored != ToJson();

        internal void MarkAsSaved() => _stored = ToJson();

        internal void MarkAsChanged() => _stored = null;

        private string ToJson() => JsonConvert.SerializeObject(State, new JsonSerializerSettings { MaxDepth = null });
    }

    private sealed class BotStatePropertyAccessor<T>(BotState botState, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken);
            var known = botState.GetCachedState(turnContext).State.TryGetValue(name, out var stored) && stored is not null;
            if (known || defaultValueFactory is null)
                return known ? await botState.GetPropertyValueAsync<T>(turnContext, name, cancellationToken) : default;

            var value = defaultValueFactory();
            await botState.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
            return value;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken);
            await botState.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken);
            await botState.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }
    }
}
