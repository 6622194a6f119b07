using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Reads values out of a dictionary that has been in storage. A storage without type names gives JSON for objects and long for int; the
/// converted value takes the place of what was read, so that later changes to it are saved.
/// </summary>
internal static class StoredValue
{
    /// <returns>The default of <typeparamref name="T"/> when there is no value.</returns>
    public static T Read<T>(IDictionary<string, object> state, string key)
    {
        if (!state.TryGetValue(key, out var stored) || stored is null)
            return default;
        if (stored is T value)
            return value;

        value = JToken.FromObject(stored).ToObject<T>();
        state[key] = value;
        return value;
    }
}
