using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.DingTalk;

/// <summary>The app's access token, one for all nodes: kept sealed in the database, and fetched by one node a while before it ends.</summary>
public sealed class DingTalkTokens(
    IHttpClientFactory clients, IChannelRepository store, IDataProtectionProvider protection, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall) : IDisposable
{
    /// <summary>How early the next one is fetched.</summary>
    internal static readonly TimeSpan Early = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan OthersMayFetch = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly DingTalkOptions settings = options.Value;
    private readonly IDataProtector seal = protection.CreateProtector("dingtalk-token");
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Known? known;

    /// <param name="refused">A token that DingTalk does not take any more; null at the first try.</param>
    /// <exception cref="DingTalkException">DingTalk gives none.</exception>
    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (known is { } at && at.Token != refused && at.ExpiresAt - Early > wall.GetUtcNow())
            return at.Token;
        await gate.WaitAsync(cancellationToken);
        try
        {
            return (known = await FindAsync(refused, cancellationToken)).Token;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<Known> FindAsync(string? refused, CancellationToken cancellationToken)
    {
        var patience = wall.GetUtcNow() + OthersMayFetch;
        while (true)
        {
            var now = wall.GetUtcNow();
            var row = await store.TokenAsync(DingTalkOptions.Channel, Account, cancellationToken);
            var stored = row is null ? null : Open(row);
            var isGood = stored is not null && stored.Token != refused && stored.ExpiresAt > now;
            if (isGood && stored!.ExpiresAt - Early > now)
                return stored;
            if (await store.BeginFetchAsync(DingTalkOptions.Channel, Account, row?.Token, now, now + OthersMayFetch, cancellationToken))
                return await FetchAsync(cancellationToken);
            // Another node is at it; the old one is good until it has the new one.
            if (isGood)
                return stored!;
            if (now > patience)
                return await FetchAsync(cancellationToken);
            await Task.Delay(BetweenLooks, wall, cancellationToken);
        }
    }

    private async Task<Known> FetchAsync(CancellationToken cancellationToken)
    {
        ChannelToken? fetched = null;
        try
        {
            using var client = clients.CreateClient(DingTalkApi.Client);
            using var content = new StringContent(
                new JObject { ["appKey"] = settings.AppKey!.Trim(), ["appSecret"] = settings.AppSecret!.Trim() }.ToString(Formatting.None), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri(new Uri(settings.ApiUrl), "/v1.0/oauth2/accessToken"), content, cancellationToken);
            var (answer, refusal) = DingTalkException.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
            if (refusal is not null)
                throw refusal.Refusal is Refusal.Other or Refusal.Token ? new DingTalkException(refusal.Status, refusal.Code, Refusal.Credentials) : refusal;
            if (answer!["accessToken"] is not JValue { Value: string { Length: > 0 } token })
                throw new DingTalkException((int)response.StatusCode, "no token", Refusal.Broken);
            var expiresAt = wall.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp((long?)answer["expireIn"] ?? 7200, 60, 86_400));
            fetched = new(seal.Protect(token), expiresAt);
            return new(token, expiresAt);
        }
        finally
        {
            await store.EndFetchAsync(DingTalkOptions.Channel, Account, fetched, CancellationToken.None);
        }
    }

    private string Account => settings.AppKey!.Trim();

    private Known? Open(ChannelToken row)
    {
        try
        {
            return new(seal.Unprotect(row.Token), row.ExpiresAt);
        }
        catch (CryptographicException)
        {
            return null; // sealed with a key that is no more
        }
    }

    private sealed record Known(string Token, DateTimeOffset ExpiresAt);
}
