using PlanBot.Commands;
using PlanBot.Tests.Channels.Teams;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Doctor;

/// <summary>What can be wrong with Teams, each named with its remedy.</summary>
public sealed class TeamsTroubleTests : IAsyncLifetime, IDisposable
{
    private readonly DoctorRun doctor = new();
    private FakeTeams teams = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.StartAsync();
        doctor.WithTeams(teams);
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    public void Dispose() => doctor.Dispose();

    [Theory]
    [InlineData("key", "MicrosoftAppPassword", "MicrosoftAppPassword=")]
    [InlineData("key", "MicrosoftAppId", "MicrosoftAppId=")]
    [InlineData("key", "MicrosoftAppTenantId", "MicrosoftAppTenantId=")]
    [InlineData("key", "MicrosoftAppType", "MicrosoftAppType=Single")]
    [InlineData("key", "WithoutAuthentication", "WithoutAuthentication=true")]
    [InlineData("no-guid", "MicrosoftAppId", "MicrosoftAppId=planbot")]
    [InlineData("no-guid", "MicrosoftAppTenantId", "MicrosoftAppTenantId=example.onmicrosoft.com")]
    [InlineData("no-guid", "AllowedTenants", "AllowedTenants:0=example.onmicrosoft.com")]
    [InlineData("id-for-secret", "MicrosoftAppPassword", "MicrosoftAppPassword=5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11")]
    [InlineData("no-host", "AllowedHosts", "AllowedHosts:0=https://smba.trafficmanager.net/")]
    [InlineData("cloud-key", "ToBotFromChannelOpenIdMetadataUrl", "ToBotFromChannelOpenIdMetadataUrl=")] // one address given switches every default off
    [InlineData("cloud-key", "ChannelService", "ToChannelFromBotLoginUrl=", "ToChannelFromBotOAuthScope=", "ToBotFromChannelTokenIssuer=", "ToBotFromChannelOpenIdMetadataUrl=", "ChannelService=https://botframework.example.com")]
    public async Task Settings_that_do_not_fit_are_named_and_nobody_is_asked(string reason, string key, params string[] settings)
    {
        With(settings);

        var report = await doctor.ExamineAsync();

        Assert.Equal((ExitCode.BadInput, ("failed", reason)), (report.Code, report.Of("teams")));
        Assert.Contains($"Channels:Teams:{key} ", report.English, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, found => found.Check is "teams-keys" or "teams-token" or "teams-connector");
    }

    [Theory]
    [InlineData("multi-tenant", "MicrosoftAppType=MultiTenant")]
    [InlineData("open-to-all", "MicrosoftAppType=", "MicrosoftAppTenantId=")]
    public async Task Settings_that_may_be_meant_are_only_warned_of(string reason, params string[] settings)
    {
        With(settings);

        Assert.Equal(("warning", reason), (await doctor.ExamineAsync()).Of("teams"));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.us/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/oauth2/v2.0/token", "https://api.botframework.us/.default", "https://login.botframework.azure.us", "ChannelService=https://botframework.azure.us")]
    [InlineData("https://login.microsoftonline.com/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/oauth2/v2.0/token", "https://api.botframework.com/.default", "https://login.botframework.com")]
    [InlineData("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default", "https://login.botframework.com", "MicrosoftAppType=MultiTenant")]
    public async Task Each_cloud_is_asked_at_its_own_addresses(string token, string scope, string metadata, params string[] settings)
    {
        With(["ToChannelFromBotLoginUrl=", "ToChannelFromBotOAuthScope=", "ToBotFromChannelTokenIssuer=", "ToBotFromChannelOpenIdMetadataUrl=", .. settings]);

        await doctor.ExamineAsync();

        Assert.Contains(doctor.Outside.Requests, request => request.Address.StartsWith(metadata, StringComparison.Ordinal));
        Assert.Contains(doctor.Outside.Requests, request => request.Address == token && (request.Body.Length == 0 || request.Body.Contains(Uri.EscapeDataString(scope), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("secret-wrong", "AADSTS7000215: Invalid client secret provided. Trace ID: 11")]
    [InlineData("secret-expired", "AADSTS7000222: The provided client secret keys for app are expired.")]
    [InlineData("app-unknown", "AADSTS700016: Application with identifier was not found in the directory.")]
    [InlineData("tenant-unknown", "AADSTS90002: Tenant not found.")]
    [InlineData("refused", "AADSTS53003: Access has been blocked by Conditional Access policies.")]
    public async Task A_refused_token_is_explained_by_its_number(string reason, string description)
    {
        doctor.Outside.Answers(DoctorRun.Login, path => path.EndsWith("/token", StringComparison.Ordinal) ? (401, $$"""{"error":"invalid_client","error_description":"{{description}}"}""") : (404, "{}"));

        var report = await doctor.ExamineAsync();

        Assert.Equal((ExitCode.BadInput, ("failed", reason)), (report.Code, report.Of("teams-token")));
        Assert.Contains(description.Split(':')[0], report.English, StringComparison.Ordinal);
        Assert.DoesNotContain("Trace ID", report.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_cannot_be_reached_is_told_apart_from_one_that_refuses()
    {
        doctor.Outside.Fails(DoctorRun.Login, HttpRequestError.ConnectionError);

        Assert.Equal(("failed", "no-connection"), (await doctor.ExamineAsync()).Of("teams-token"));
    }

    [Fact]
    public async Task A_machine_without_its_identity_is_told_so()
    {
        // An identity of its own: what is kept of one is kept for every test.
        With(["MicrosoftAppType=UserAssignedMSI", "MicrosoftAppPassword=", "MicrosoftAppId=5e0b7a2c-9d41-4f0e-8a55-2f6c1d3b9e70"]);
        doctor.Outside.Answers("169.254.169.254", 200, """{"access_token":"t","expires_in":"86400","resource":"https://api.botframework.com","token_type":"Bearer"}""");
        Assert.Equal(("ok", "token"), (await doctor.ExamineAsync()).Of("teams-token")); // a token from before must not hide that the identity is gone
        doctor.Outside.Answers("169.254.169.254", 400, """{"error":"invalid_request","error_description":"Identity not found"}""");

        var report = await doctor.ExamineAsync();

        Assert.Equal(("failed", "no-identity"), report.Of("teams-token"));
        Assert.Equal(("ok", "teams-settings"), report.Of("teams"));
    }

    [Theory]
    [InlineData("status", 503, "")]
    [InlineData("no-metadata", 200, "<html>Please sign in</html>")]
    [InlineData("no-metadata", 200, "{}")]
    [InlineData("other-issuer", 200, """{"issuer":"https://api.botframework.azure.cn","jwks_uri":"https://keys.example.com/keys"}""")]
    [InlineData("no-keys", 200, """{"issuer":"https://api.botframework.com","jwks_uri":"https://keys.example.com/keys"}""")]
    [InlineData("no-such-name", 0, "")]
    public async Task Signing_keys_that_cannot_be_had_are_told_with_the_reason(string reason, int status, string body)
    {
        With(["ToBotFromChannelOpenIdMetadataUrl=https://metadata.example.com/openidconfiguration"]);
        doctor.Outside.Answers("keys.example.com", 200, """{"keys":[{"kid":"1"},{"kid":"2","endorsements":["webchat"]}]}""");
        if (status > 0)
            doctor.Outside.Answers("metadata.example.com", status, body);

        Assert.Equal(("failed", reason), (await doctor.ExamineAsync()).Of("teams-keys"));
    }

    [Theory]
    [InlineData("warning", "clock-ahead", 60)]
    [InlineData("failed", "clock-ahead", 600)]
    [InlineData("warning", "clock-behind", -120)]
    [InlineData("failed", "clock-behind", -3600)]
    public async Task A_clock_that_differs_is_told(string state, string reason, int seconds)
    {
        doctor.Clock = new Shifted(TimeSpan.FromSeconds(seconds));

        Assert.Equal((state, reason), (await doctor.ExamineAsync()).Of("clock"));
    }

    [Fact]
    public async Task A_connector_that_cannot_be_reached_is_told()
    {
        doctor.Outside.Fails(DoctorRun.Connector, HttpRequestError.SecureConnectionError);

        Assert.Equal(("failed", "certificate"), (await doctor.ExamineAsync()).Of("teams-connector"));
    }

    [Theory]
    [InlineData("failed", "connector-not-listed", "https://login.partner.microsoftonline.cn/t")]
    [InlineData("ok", "connector-listed", "https://login.partner.microsoftonline.cn/t", "*.botframework.azure.cn")]
    [InlineData("ok", "connector", "https://login.partner.microsoftonline.cn/t", "connector.example.cn")]
    [InlineData("ok", "connector", "https://login.microsoftonline.us/t")] // the government's connector is listed by itself, and it is the one that is asked
    public async Task The_connector_asked_is_that_of_the_cloud(string state, string reason, string login, string? allowed = null)
    {
        With([$"ToChannelFromBotLoginUrl={login}", .. allowed is null ? Array.Empty<string>() : [$"AllowedHosts:3={allowed}"]]);
        doctor.Outside.Answers("connector.example.cn", 404).Answers("smba.infra.gov.teams.microsoft.us", 404).Fails(DoctorRun.Connector, HttpRequestError.ConnectionError);

        Assert.Equal((state, reason), (await doctor.ExamineAsync()).Of("teams-connector"));
    }

    [Theory]
    [InlineData("no-public-url", null, 0, "")]
    [InlineData("no-https", "http://planbot.example.gov.cn", 0, "")]
    [InlineData("sub-path", "https://planbot.example.gov.cn/planbot", 0, "")]
    [InlineData("other-port", "https://planbot.example.gov.cn:8443", 0, "")]
    [InlineData("no-such-name", "https://planbot.example.gov.cn", 0, "")]
    [InlineData("somebody-else", "https://planbot.example.gov.cn", 200, "<html>Welcome to nginx</html>")]
    [InlineData("somebody-else", "https://planbot.example.gov.cn", 404, "")]
    [InlineData("proxy-alone", "https://planbot.example.gov.cn", 502, "")]
    public async Task A_public_address_under_which_the_bot_is_not_is_told(string reason, string? address, int status, string body)
    {
        doctor.With(("Channels:Browser:PublicUrl", address));
        if (status > 0)
            doctor.Outside.Answers(DoctorRun.Domain, status, body);

        var report = await doctor.ExamineAsync();

        Assert.Equal((ExitCode.BadInput, ("failed", reason)), (report.Code, report.Of("public-url")));
    }

    [Theory]
    [InlineData("endpoint", 401)]
    [InlineData("endpoint-off", 404)]
    [InlineData("endpoint-blocked", 200)] // a sign-in page in front of it, or a bot that lets everybody in
    [InlineData("endpoint-blocked", 403)]
    [InlineData("endpoint-blocked", 302)]
    public async Task The_bots_own_door_must_turn_away_what_has_no_token(string reason, int status)
    {
        doctor.Outside.Answers(DoctorRun.Domain, path => path == "/health/live" ? (200, """{"status":"ok"}""") : path == "/api/messages" ? (status, "") : (404, ""));

        Assert.Equal((reason == "endpoint" ? "ok" : "failed", reason), (await doctor.ExamineAsync()).Of("public-url"));
    }

    [Fact]
    public async Task A_package_is_compared_with_the_settings()
    {
        var (own, other, moved, broken) = (doctor.Folder.File("own.zip"), doctor.Folder.File("other.zip"), doctor.Folder.File("moved.zip"), doctor.Folder.File("broken.zip"));
        Pack(own, new(FakeTeams.AppId.ToUpperInvariant(), DoctorRun.Domain.ToUpperInvariant()));
        Pack(other, new("5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11", DoctorRun.Domain));
        Pack(moved, new(FakeTeams.AppId, "planbot.example.com"));
        await File.WriteAllTextAsync(broken, "no zip");

        var reasons = new List<string>();
        foreach (var file in new[] { own, other, moved, broken, doctor.Folder.File("none.zip") })
            reasons.Add((await doctor.ExamineAsync("--package", file)).Of("teams-package").Reason);

        Assert.Equal(["package", "other-app", "other-domain", "unreadable-package", "no-package"], reasons);
    }

    private void With(string[] settings) => doctor.With([.. settings.Select(setting => setting.Split('=', 2)).Select(pair => ("Channels:Teams:" + pair[0], (string?)pair[1]))]);

    private static void Pack(string file, TeamsAppOrder order)
    {
        using var zip = File.Create(file);
        TeamsAppPackage.Write(order, zip);
    }

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
