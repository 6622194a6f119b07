using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Tests.Dashboard;
using PlanBot.UseCases;

namespace PlanBot.Tests.Api;

/// <summary>Another system with a token of its own, at the API of a <see cref="DeskHost"/>.</summary>
public sealed class ApiClient : IDisposable
{
    public const ApiScopes All = ApiScopes.Read | ApiScopes.Report | ApiScopes.Manage;

    private ApiClient(Uri address, ApiToken token, string text, string language)
    {
        (Token, Text) = (token, text);
        Http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        Http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public HttpClient Http { get; }

    public ApiToken Token { get; }

    /// <summary>What it shows at the door.</summary>
    public string Text { get; }

    public HttpResponseMessage Last { get; private set; } = new();

    public static async Task<ApiClient> OpenAsync(
        DeskHost host, ApiScopes scopes = All, IReadOnlyList<Guid>? plans = null, IReadOnlyList<Guid>? units = null, DateTimeOffset? expiresAt = null, string language = "zh-CN", string name = "督查系统")
    {
        var (token, text) = await host.Get<ApiTokens>().AddAsync(new(name, new(scopes, plans ?? [], units ?? []), expiresAt), null, "command", CancellationToken.None);
        return new ApiClient(host.Address, token, text, language);
    }

    /// <returns>The status, and the JSON; none where the answer has no body.</returns>
    public Task<(int Status, JsonElement Json)> GetAsync(string path, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return SendAsync(request);
    }

    public Task<(int Status, JsonElement Json)> PostAsync(string path, object body, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request);
    }

    public async Task<(int Status, JsonElement Json)> SendAsync(HttpRequestMessage request)
    {
        using (request)
            Last = await Http.SendAsync(request);
        var body = await Last.Content.ReadAsByteArrayAsync();
        return ((int)Last.StatusCode, body.Length == 0 || Last.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true ? default : JsonDocument.Parse(body).RootElement.Clone());
    }

    /// <summary>All of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, int limit = 200)
    {
        var (items, cursor) = (new List<JsonElement>(), (string?)"");
        while (cursor is not null)
        {
            var (status, page) = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}&cursor={cursor}");
            Assert.Equal(200, status);
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 0, limit);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        }
        return items;
    }

    public void Dispose()
    {
        Http.Dispose();
        Last.Dispose();
    }
}
