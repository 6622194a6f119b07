using System.Net.Http.Headers;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Dashboard;
using PlanBot.UseCases;

namespace PlanBot.Tests.Api;

/// <summary>Who is let in, how far, and how often.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync(settings: [("Api:RequestsPerMinute", "40"), ("Api:LargestBody", "2048")]);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_door_stands_before_every_spelling_of_the_address()
    {
        using var anybody = new HttpClient { BaseAddress = host.Address };

        foreach (var path in new[] { "/API/v1/plans", "/Api/V1/plans" })
            Assert.Equal((path, 401), (path, (int)(await anybody.GetAsync(new Uri(path, UriKind.Relative))).StatusCode));
    }

    [Fact]
    public async Task Without_a_good_token_nobody_comes_in_and_the_reason_is_told_in_their_language()
    {
        using var good = await ApiClient.OpenAsync(host);
        using var passing = await ApiClient.OpenAsync(host, expiresAt: host.Wall.GetUtcNow().AddDays(1), language: "en", name: "Passing");

        foreach (var (shown, code) in new[]
        {
            (null, "token-missing"), ("Basic dTpw", "token-missing"), ("Bearer planbot_x", "token-unknown"), ($"Bearer {good.Text[..^1]}{(good.Text[^1] == 'A' ? 'B' : 'A')}", "token-unknown"),
            ($"Bearer planbot_{Guid.Empty:N}_{good.Text[^43..]}", "token-unknown"), ($"Bearer planbot_{passing.Token.Id:N}_{good.Text[^43..]}", "token-unknown"), ($"Bearer {new string('x', 5000)}", "token-unknown"),
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri("plans", UriKind.Relative));
            if (shown is not null)
                request.Headers.TryAddWithoutValidation("Authorization", shown);
            using var stranger = new HttpClient { BaseAddress = good.Http.BaseAddress };
            using var answer = await stranger.SendAsync(request);
            Assert.Equal((401, "application/problem+json", code), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, Code(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement)));
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        }

        Assert.Equal(200, (await passing.GetAsync("plans")).Status);
        host.Wall.Now += TimeSpan.FromDays(1);
        var (status, problem) = await passing.GetAsync("plans");
        Assert.Equal((401, "token-over", "Token over"), (status, Code(problem), problem.GetProperty("title").GetString()));
        Assert.Equal("urn:planbot:problem:token-over", problem.GetProperty("type").GetString());
        Assert.Equal(200, (await good.GetAsync("plans")).Status);
        Assert.True(await host.Get<ApiTokens>().RevokeAsync(good.Token, null, "command", CancellationToken.None));
        Assert.Equal((401, "token-over"), ((await good.GetAsync("plans")).Status, Code((await good.GetAsync("plans")).Json)));
        Assert.Contains("吊销", (await good.GetAsync("plans")).Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_hash_is_kept_and_the_last_use_is_noted_to_a_minute()
    {
        using var api = await ApiClient.OpenAsync(host);
        var tokens = host.Get<ApiTokenRepository>();

        Assert.Null((await tokens.FindAsync(api.Token.Id, CancellationToken.None))!.LastUsedAt);
        await api.GetAsync("plans");
        var first = host.Wall.GetUtcNow();
        host.Wall.Now += TimeSpan.FromSeconds(59);
        await api.GetAsync("plans");
        Assert.Equal(first, (await tokens.FindAsync(api.Token.Id, CancellationToken.None))!.LastUsedAt);
        host.Wall.Now += TimeSpan.FromSeconds(1);
        await api.GetAsync("plans");
        Assert.Equal(host.Wall.GetUtcNow(), (await tokens.FindAsync(api.Token.Id, CancellationToken.None))!.LastUsedAt);
        var kept = JsonSerializer.Serialize(await tokens.FindAsync(api.Token.Id, CancellationToken.None)) + JsonSerializer.Serialize(await host.Get<IAuditRepository>().OfAsync(api.Token.PersonId, CancellationToken.None));
        Assert.DoesNotContain(api.Text[^43..], kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_opens_what_belongs_to_it_and_nothing_else()
    {
        var (owed, period) = ($"obligations/{host.Ledgers.OwedBy(1)[0].Id}", $"plans/{host.Ledgers.Plan.Id}/periods/2020Q1");
        foreach (var scope in new[] { ApiScopes.Read, ApiScopes.Report, ApiScopes.Manage })
        {
            using var api = await ApiClient.OpenAsync(host, scope, name: scope.ToString());
            foreach (var path in new[] { "plans", owed, $"{owed}/entries", $"{period}/export" })
                Assert.Equal(scope == ApiScopes.Read ? 200 : 403, (await api.GetAsync(path)).Status);
            Assert.Equal(scope == ApiScopes.Report ? 428 : 403, (await api.PostAsync($"{owed}/entries", new { })).Status);
            Assert.Equal(scope == ApiScopes.Manage ? 428 : 403, (await api.PostAsync($"{owed}/waive", new { })).Status);
            Assert.Equal(scope == ApiScopes.Manage ? 400 : 403, (await api.PostAsync($"{owed}/extend", new { })).Status);
            Assert.Equal(scope == ApiScopes.Manage ? 200 : 403, (await api.PostAsync($"{period}/urge", new { })).Status);
        }
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_this_tokens_look_the_same()
    {
        var (own, other) = (host.Ledgers.Units[0].Id, host.Ledgers.Units[1].Id);
        var (owed, others) = (host.Ledgers.OwedBy(1)[0].Id, host.Ledgers.OwedBy(2)[0].Id);
        var (plan, nowhere) = ($"plans/{host.Ledgers.Plan.Id}", Guid.CreateVersion7());
        await host.FileAsync(2);
        using var ofUnit = await ApiClient.OpenAsync(host, units: [own], name: "One unit");
        using var ofOtherPlan = await ApiClient.OpenAsync(host, plans: [await OtherPlanAsync()], name: "Other plan");

        Assert.Equal(200, (await ofUnit.GetAsync($"obligations/{owed}")).Status);
        Assert.Equal("市教委", Assert.Single(await ofUnit.ListAsync($"{plan}/units")).GetProperty("name").GetString());
        Assert.Single(await ofUnit.ListAsync($"{plan}/tasks"));
        Assert.Single(await ofUnit.ListAsync($"{plan}/periods/2020Q1/obligations"));
        Assert.Single(await ofUnit.ListAsync($"{plan}/periods/2020Q1/overdue"));
        Assert.Empty(await ofUnit.ListAsync($"{plan}/periods/2020Q1/entries"));
        Assert.Empty(await ofUnit.ListAsync($"{plan}/periods/2020Q1/problems"));
        Assert.Equal(1, (await ofUnit.GetAsync($"{plan}/periods/2020Q1/status")).Json.GetProperty("owed").GetInt32());
        Assert.Equal((403, "all-units-needed"), (Status(await ofUnit.GetAsync($"{plan}/periods/2020Q1/export")), Code((await ofUnit.GetAsync($"{plan}/periods/2020Q1/export")).Json)));
        Assert.Equal(403, (await ofUnit.PostAsync($"{plan}/periods/2020Q1/urge", new { })).Status);
        var absent = (await ofUnit.GetAsync($"obligations/{nowhere}")).Json.GetRawText();
        foreach (var path in new[] { $"obligations/{others}", $"obligations/{others}/entries", $"obligations/{others}/entries/latest", $"{plan}/periods/2020Q1/obligations?unit={other}", $"{plan}/periods/2019Q1", $"plans/{nowhere}", "plans/1", "obligations/x", "nothing" })
        {
            var (status, problem) = await ofUnit.GetAsync(path);
            Assert.Equal((404, absent), (status, problem.GetRawText()));
        }
        Assert.Equal(404, (await ofUnit.PostAsync($"obligations/{others}/waive", new { reason = "x" }, "*")).Status);
        Assert.Equal(404, (await ofUnit.PostAsync($"obligations/{others}/entries", new { }, "*")).Status);
        Assert.Equal(404, (await ofUnit.PostAsync($"{plan}/periods/2020Q1/urge", new { unitIds = new[] { own, other } })).Status);

        foreach (var path in new[] { plan, $"{plan}/tasks", $"{plan}/units", $"{plan}/assignments", $"{plan}/periods", $"{plan}/periods/2020Q1/export", $"obligations/{owed}" })
            Assert.Equal((404, absent), ((await ofOtherPlan.GetAsync(path)).Status, (await ofOtherPlan.GetAsync(path)).Json.GetRawText()));
        Assert.Equal("别的计划", Assert.Single(await ofOtherPlan.ListAsync("plans")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Size_and_rate_have_limits()
    {
        using var api = await ApiClient.OpenAsync(host);
        using var other = await ApiClient.OpenAsync(host, name: "Other");
        var path = $"plans/{host.Ledgers.Plan.Id}/periods/2020Q1/urge";

        Assert.Equal((413, "too-large"), (Status(await api.PostAsync(path, new { reason = new string('x', 2048) })), Code((await api.PostAsync(path, new { reason = new string('x', 2048) })).Json)));
        var unmeasured = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StreamContent(new MemoryStream(new byte[4096])) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        unmeasured.Headers.TransferEncodingChunked = true;
        Assert.Equal(413, (await api.SendAsync(unmeasured)).Status);
        Assert.Equal((400, "bad-request"), (Status(await SendAsync(api, path, "{", "application/json")), Code((await SendAsync(api, path, "{", "application/json")).Json)));
        Assert.Equal(415, (await SendAsync(api, path, "a=b", "application/x-www-form-urlencoded")).Status);
        Assert.Equal(405, (await api.SendAsync(new(HttpMethod.Delete, new Uri("plans", UriKind.Relative)))).Status);

        for (var asked = 7; asked < 40; asked++)
            Assert.Equal(200, (await api.GetAsync("plans")).Status);
        var (status, problem) = await api.GetAsync("plans");
        Assert.Equal((429, "too-many"), (status, Code(problem)));
        Assert.InRange(api.Last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(66));
        Assert.Equal(200, (await other.GetAsync("plans")).Status);
        host.Wall.Now += api.Last.Headers.RetryAfter.Delta.Value;
        Assert.Equal(200, (await api.GetAsync("plans")).Status);
    }

    [Fact]
    public async Task The_document_names_every_address_and_needs_no_token()
    {
        using var stranger = new HttpClient { BaseAddress = host.Address };
        var document = JsonDocument.Parse(await stranger.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative))).RootElement;

        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, Method: operation.Name, Operation: operation.Value))).ToList();
        Assert.Equal(21, operations.Count);
        Assert.All(operations, operation => Assert.StartsWith("/api/v1/", operation.Name, StringComparison.Ordinal));
        Assert.All(operations, operation => Assert.True(operation.Operation.GetProperty("responses").TryGetProperty("401", out _) && operation.Operation.TryGetProperty("summary", out _), operation.Name));
        var submit = operations.Single(operation => operation.Operation.GetProperty("operationId").GetString() == "submitEntry").Operation;
        Assert.Equal(["id", "Idempotency-Key", "If-Match"], submit.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        Assert.DoesNotContain("ApiCaller", document.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_there_is_nothing()
    {
        await using var off = await DeskHost.StartAsync(settings: [("Api:Enabled", "false")]);
        using var api = await ApiClient.OpenAsync(off);

        Assert.Equal(404, (await api.GetAsync("plans")).Status);
        Assert.Equal(404, (await api.GetAsync("openapi.json")).Status);
    }

    private async Task<Guid> OtherPlanAsync()
    {
        var other = Builders.Ledgers.NewPlan() with { Title = "别的计划" };
        await host.Get<IPlanRepository>().AddAsync(other, [], [], CancellationToken.None);
        return other.Id;
    }

    private static Task<(int Status, JsonElement Json)> SendAsync(ApiClient api, string path, string body, string type) =>
        api.SendAsync(new(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, new MediaTypeHeaderValue(type)) });

    private static int Status((int Status, JsonElement Json) answer) => answer.Status;

    private static string Code(JsonElement problem) => problem.GetProperty("code").GetString()!;
}
