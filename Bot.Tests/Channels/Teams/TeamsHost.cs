using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Channels.Browser;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>The Teams channel on a real web server and a real database, opposite <see cref="FakeTeams"/>, with the people of <see cref="Ledgers.Small"/>.</summary>
public sealed class TeamsHost : IAsyncDisposable
{
    public const string Secret = "the-secret-of-the-bot";
    private readonly SqliteTestDatabase database;
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private TeamsHost(SqliteTestDatabase database, WebApplication app, FakeTeams teams, Ledgers ledgers, Login login, HastyClock wall, LogBook log)
    {
        (this.database, this.app, Teams, Ledgers, Login, Wall, Log) = (database, app, teams, ledgers, login, wall, log);
        Address = new Uri(app.Urls.Single() + "/api/messages");
    }

    public Uri Address { get; }

    public FakeTeams Teams { get; }

    public Ledgers Ledgers { get; }

    /// <summary>Where the bot gets its own tokens.</summary>
    internal Login Login { get; }

    internal HastyClock Wall { get; }

    internal LogBook Log { get; }

    public IServiceProvider Services => app.Services;

    internal EchoBot Echo => (EchoBot)Services.GetRequiredService<IBot>();

    /// <param name="withEcho">False for PlanBot itself.</param>
    /// <param name="settings">Over those of a bot of one tenant.</param>
    public static Task<TeamsHost> StartAsync(bool withEcho = true, params (string Key, string? Value)[] settings) => StartAsync(withEcho ? new EchoBot() : null, settings);

    /// <param name="bot">Null for PlanBot itself.</param>
    public static async Task<TeamsHost> StartAsync(IBot? bot, params (string Key, string? Value)[] settings)
    {
        var teams = await FakeTeams.StartAsync();
        var database = await SqliteTestDatabase.CreateAsync();
        var ledgers = await Ledgers.Small().StoreAsync(database.Database);
        var (login, wall, log) = (new Login(), new HastyClock(new RealClock().GetUtcNow()), new LogBook());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(Settings(teams));
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2020-03-31 08:55")));
        builder.Services.AddKeyedSingleton<TimeProvider>("wall", wall);
        builder.Services.AddSingleton<IDatabase>(database.Database);
        if (bot is not null)
            builder.Services.AddSingleton(bot);
        builder.Services.AddData(builder.Configuration).AddCalendar().AddPlans().AddPeople().AddReminders(builder.Configuration).AddConversation()
            .AddBrowser(builder.Configuration).AddTeams(builder.Configuration);
        builder.Services.AddHttpClient("teams").ConfigurePrimaryHttpMessageHandler(() => new LoginOrLoopback(login));
        foreach (var hosted in builder.Services.Where(service => service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService) && service.ImplementationType?.Namespace?.StartsWith("PlanBot", StringComparison.Ordinal) == true).ToList())
            builder.Services.Remove(hosted); // no scheduler: what is to be sent, the test sends
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsHost(database, app, teams, ledgers, login, wall, log);
    }

    /// <summary>Posts an activity with a channel's token.</summary>
    public Task<(int Status, string Body)> PostAsync(JsonObject activity, string? token = null) => PostAsync(activity.ToJsonString(), "Bearer " + (token ?? Teams.Token()));

    public async Task<(int Status, string Body)> PostAsync(string body, string? authorization, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Texts that went out since the last <see cref="FakeTeams.Forget"/>.</summary>
    public IReadOnlyList<string> Said() => [.. Teams.Calls.Where(call => call.Method == "POST").Select(call => (string?)call.Body?["text"] ?? "")];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await Teams.DisposeAsync();
        await database.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(FakeTeams teams) => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Channels:Teams:MicrosoftAppType"] = "SingleTenant",
        ["Channels:Teams:MicrosoftAppId"] = FakeTeams.AppId,
        ["Channels:Teams:MicrosoftAppPassword"] = Secret,
        ["Channels:Teams:MicrosoftAppTenantId"] = FakeTeams.Tenant,
        ["Channels:Teams:ValidateAuthority"] = "false",
        ["Channels:Teams:ToChannelFromBotLoginUrl"] = "https://login.microsoftonline.com/" + FakeTeams.Tenant,
        ["Channels:Teams:ToChannelFromBotOAuthScope"] = "https://api.botframework.com",
        ["Channels:Teams:ToBotFromChannelTokenIssuer"] = FakeTeams.Issuer,
        ["Channels:Teams:ToBotFromChannelOpenIdMetadataUrl"] = teams.MetadataUrl,
        ["Channels:Teams:AllowedHosts:0"] = "127.0.0.1",
    };
}

/// <summary>Lets out what stays on this machine; all else is the login's to answer.</summary>
internal sealed class LoginOrLoopback(Login login) : DelegatingHandler(new HttpClientHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.IsLoopback ? base.SendAsync(request, cancellationToken) : login.AnswerAsync(request, cancellationToken);
}

/// <summary>Entra ID, which hands out numbered tokens, or signed ones where it has a key; and a connector elsewhere, which takes everything.</summary>
internal sealed class Login
{
    private int tokens;

    public TokenKey? Key { get; set; }

    public ConcurrentQueue<(string Address, string Body)> Requests { get; } = new();

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) || request.RequestUri.AbsolutePath.Contains("/metadata/identity", StringComparison.Ordinal))
        {
            var asked = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Enqueue((request.RequestUri.ToString(), asked));
            var number = $"token-{Interlocked.Increment(ref tokens)}";
            var token = new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = Key is null ? number : Signed(number, request.RequestUri.Segments[1].Trim('/'), HttpUtility.ParseQueryString(asked), Key) };
            return new(HttpStatusCode.OK) { Content = new StringContent(token.ToJsonString(), Encoding.UTF8, "application/json") };
        }
        if (request.RequestUri.AbsolutePath.Contains("/v3/", StringComparison.Ordinal))
        {
            Requests.Enqueue((request.RequestUri.ToString(), request.Headers.Authorization?.ToString() ?? ""));
            return new(HttpStatusCode.Created) { Content = new StringContent("""{"id":"there"}""", Encoding.UTF8, "application/json") };
        }
        return new(HttpStatusCode.NotFound) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
    }

    /// <summary>As Entra ID writes it: for the app that asked, to whom it asked for.</summary>
    private static string Signed(string number, string tenant, NameValueCollection asked, TokenKey key)
    {
        var now = new RealClock().GetUtcNow().ToUnixTimeSeconds();
        return Jwt.Write(
            new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id },
            new()
            {
                ["iss"] = $"https://sts.windows.net/{tenant}/", ["aud"] = asked["scope"]!.Replace("/.default", "", StringComparison.Ordinal), ["appid"] = asked["client_id"],
                ["tid"] = tenant, ["ver"] = "1.0", ["uti"] = number, ["nbf"] = now - 10, ["exp"] = now + 3600,
            },
            text => Jwt.Rs(text, key, HashAlgorithmName.SHA256));
    }
}

/// <summary>A clock on which every wait is over at once; it remembers how long each would have been.</summary>
internal sealed class HastyClock(DateTimeOffset start) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private long passed;

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + new TimeSpan(Interlocked.Read(ref passed));

    public override long GetTimestamp() => Interlocked.Read(ref passed);

    public void Pass(TimeSpan time) => Interlocked.Add(ref passed, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Enqueue(dueTime);
        Pass(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>All that was logged, of every level and by everybody.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public void Forget() => lines.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
