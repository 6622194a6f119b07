using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Newtonsoft.Json.Linq;
using PlanBot.Commands;
using PlanBot.Composition;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Doctor;

/// <summary>planbot doctor as the program composes it, in a folder of its own; only what lies beyond this machine is made up.</summary>
internal sealed class DoctorRun : IDisposable
{
    public const string Domain = "planbot.example.gov.cn";
    public const string Login = "login.microsoftonline.com";
    public const string Connector = "smba.trafficmanager.net";

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string?> settings;

    public DoctorRun() => settings = new()
    {
        ["Demo:Enabled"] = "false", ["Urls"] = "http://127.0.0.1:0", ["ConnectionStrings:PlanBot"] = $"Data Source={folder.File("planbot.db")}", ["Evidence:Folder"] = folder.File("evidence"),
    };

    public Outside Outside { get; } = new();

    public TimeProvider Clock { get; set; } = new RealClock();

    public TemporaryFolder Folder => folder;

    public DoctorRun With(params (string Key, string? Value)[] more)
    {
        foreach (var (key, value) in more)
            settings[key] = value;
        return this;
    }

    /// <summary>A bot of one tenant, with Microsoft's side as it should be and nobody under its public address.</summary>
    public DoctorRun WithTeams(FakeTeams teams)
    {
        Outside.Answers(Login, path => path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) ? (200, """{"token_type":"Bearer","expires_in":3600,"access_token":"token-of-the-bot"}""") : (404, "{}"));
        Outside.Answers(Connector, 404);
        return With(TeamsSettings(teams)).With(("Channels:Browser:PublicUrl", $"https://{Domain}"));
    }

    public static (string Key, string? Value)[] TeamsSettings(FakeTeams teams) =>
    [
        ("Channels:Teams:MicrosoftAppType", "SingleTenant"), ("Channels:Teams:MicrosoftAppId", FakeTeams.AppId), ("Channels:Teams:MicrosoftAppPassword", TeamsHost.Secret),
        ("Channels:Teams:MicrosoftAppTenantId", FakeTeams.Tenant), ("Channels:Teams:ValidateAuthority", "false"), ("Channels:Teams:ToChannelFromBotLoginUrl", $"https://{Login}/{FakeTeams.Tenant}"),
        ("Channels:Teams:ToChannelFromBotOAuthScope", "https://api.botframework.com"), ("Channels:Teams:ToBotFromChannelTokenIssuer", FakeTeams.Issuer),
        ("Channels:Teams:ToBotFromChannelOpenIdMetadataUrl", teams.MetadataUrl),
    ];

    /// <summary>The findings, as <c>--json</c> tells them; both languages are looked at on the way.</summary>
    public async Task<DoctorReport> ExamineAsync(params string[] arguments)
    {
        var (code, json) = await RunAsync(["--json", "--language", "zh", .. arguments]);
        var (_, chinese) = await RunAsync(["--language", "zh", .. arguments]);
        var (_, english) = await RunAsync(["--language", "en", .. arguments]);
        var report = new DoctorReport(code, JObject.Parse(json), chinese, english);
        foreach (var text in new[] { json, chinese, english })
        {
            Assert.DoesNotContain(TeamsHost.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("token-of-the-bot", text, StringComparison.Ordinal);
        }
        Assert.Equal(report.Findings.Count + 1, chinese.TrimEnd().Split('\n').Length);
        Assert.Equal(report.Findings.Count + 1, english.TrimEnd().Split('\n').Length);
        return report;
    }

    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var services = new Services(() => Serving.Build([], Clock, builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.PostConfigure<HttpClientFactoryOptions>("doctor", options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.PrimaryHandler = new Shared(Outside)));
        }).Services);
        using var output = new StringWriter { NewLine = "\n" };
        var code = await DoctorCommand.Create(services, StartUpErrors.Explain).Parse(arguments).InvokeAsync(new() { Output = output, EnableDefaultExceptionHandler = false });
        if (services.Provider is IAsyncDisposable provider)
            await provider.DisposeAsync();
        return (code, output.ToString());
    }

    public void Dispose()
    {
        Outside.Dispose();
        folder.Dispose();
    }

    /// <summary>The factory disposes of its handlers; the outside world stays.</summary>
    private sealed class Shared(Outside outside) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker way = new(outside, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => way.SendAsync(request, cancellationToken);
    }

    private sealed class Services(Func<IServiceProvider> build) : ICommandServices
    {
        public IServiceProvider? Provider { get; private set; }

        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => throw new InvalidOperationException("The doctor changes nothing.");

        public async Task<T> RunUnpreparedAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        {
            Provider = build();
            await using var scope = Provider.CreateAsyncScope();
            return await work(scope.ServiceProvider, cancellationToken);
        }
    }
}

/// <param name="Chinese">The lines for a person, in each language.</param>
internal sealed record DoctorReport(int Code, JObject Json, string Chinese, string English)
{
    public IReadOnlyList<(string Check, string State, string Reason)> Findings =>
        [.. Json["checks"]!.Select(found => ((string)found["check"]!, (string)found["state"]!, (string)found["reason"]!))];

    public (string State, string Reason) Of(string check) => Findings.Where(found => found.Check == check).Select(found => (found.State, found.Reason)).First();
}
