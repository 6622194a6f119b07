using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <param name="rules">How a token is checked that this key is to have signed.</param>
/// <param name="endorsements">Channels whose activities the key may sign.</param>
internal sealed class ChannelKey(TokenValidationParameters rules, IReadOnlyList<string> endorsements)
{
    public TokenValidationParameters Rules => rules;

    public IReadOnlyList<string> Endorsements => endorsements;
}

/// <summary>The keys that a channel signs with, as its OpenID metadata tells them.</summary>
/// <remarks>Fetched once a day, and earlier for a key that is not among them: a channel may change its keys at any time. As anybody can name an unknown key, that happens seldom.</remarks>
internal sealed class ChannelKeys(string metadataUrl, HttpClient http, Func<SecurityKey, TokenValidationParameters> rulesFor, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = !IsLoopback(metadataUrl) };
    private Dictionary<string, ChannelKey> _keys;
    private long _fetchAt;
    private long _unknownAt;

    // Milliseconds of the machine's running time: setting its clock makes nothing wait.
    private long Now => (long)clock.GetElapsedTime(0).TotalMilliseconds;

    private bool IsDue => Now >= Volatile.Read(ref _fetchAt);

    /// <returns>Null when the channel has no such key.</returns>
    /// <exception cref="UnauthorizedAccessException">The keys cannot be had at all.</exception>
    public async ValueTask<ChannelKey> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = Volatile.Read(ref _keys);
        if (keys is null || IsDue)
            keys = await FetchAsync(keys, evenIfNotDue: false, cancellationToken);
        if (keys.GetValueOrDefault(keyId) is { } known)
            return known;
        if (!MayAskForUnknown())
            return null;
        return (await FetchAsync(keys, evenIfNotDue: true, cancellationToken)).GetValueOrDefault(keyId);
    }

    public void Dispose() => _door.Dispose();

    private bool MayAskForUnknown()
    {
        var now = Now;
        var next = Volatile.Read(ref _unknownAt);
        return now >= next && Interlocked.CompareExchange(ref _unknownAt, now + (long)BetweenUnknownKeys.TotalMilliseconds, next) == next;
    }

    /// <param name="seen">What the caller found wanting; somebody else may have fetched since, or failed to.</param>
    private async Task<Dictionary<string, ChannelKey>> FetchAsync(Dictionary<string, ChannelKey> seen, bool evenIfNotDue, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(_keys, seen))
                return _keys;
            if (!evenIfNotDue && !IsDue)
                return _keys ?? throw Unavailable(null);
            try
            {
                var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, _documents, cancellationToken);
                _keys = Read(metadata);
                Volatile.Write(ref _fetchAt, Now + (long)Day.TotalMilliseconds);
            }
            catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException)
            {
                Volatile.Write(ref _fetchAt, Now + (long)AfterFailure.TotalMilliseconds);
                if (_keys is null)
                    throw Unavailable(e);
            }
            return _keys;
        }
        finally
        {
            _door.Release();
        }
    }

    private Dictionary<string, ChannelKey> Read(OpenIdConnectConfiguration metadata)
    {
        var endorsements = metadata.JsonWebKeySet.Keys.Where(key => key.Kid is not null).GroupBy(key => key.Kid).ToDictionary(keys => keys.Key, keys => EndorsementsOf(keys.First()));
        return metadata.SigningKeys.Where(key => key.KeyId is not null && endorsements.ContainsKey(key.KeyId)).GroupBy(key => key.KeyId)
            .ToDictionary(keys => keys.Key, keys => new ChannelKey(rulesFor(keys.First()), endorsements[keys.Key]));
    }

    private static IReadOnlyList<string> EndorsementsOf(JsonWebKey key) => (key.AdditionalData.TryGetValue("endorsements", out var given) ? given : null) switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } list =>
            [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString())],
        IEnumerable<object> list => [.. list.OfType<string>()],
        _ => [],
    };

    private static UnauthorizedAccessException Unavailable(Exception inner) => new("The channel's signing keys cannot be fetched.", inner);

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
