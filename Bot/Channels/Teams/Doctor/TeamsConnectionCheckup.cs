using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels.Teams.Doctor;

/// <summary>Whether this machine reaches what the bot needs: the channel's signing keys, a token of its own, the connector; and whether its clock agrees with theirs.</summary>
public sealed class TeamsConnectionCheckup(TeamsSettingsCheckup check, IOptions<TeamsOptions> options, IConfiguration configuration, DoctorHttp http) : ICheckup
{
    /// <summary>Tokens are taken with 5 minutes of difference.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LittleSkew = TimeSpan.FromSeconds(30);

    private readonly TeamsOptions settings = options.Value;

    public string Name => "teams-keys";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!check.IsUsable || settings.WithoutAuthentication)
            return [];
        var cloud = TeamsCloud.Of(configuration.GetSection(TeamsOptions.Section), settings);
        var answer = await http.AskAsync(HttpMethod.Get, new Uri(cloud.Metadata), cancellationToken);
        List<Finding> findings = [await KeysAsync(cloud, answer, cancellationToken)];
        if (answer.Skew is { } skew)
            findings.Add(Clock(skew));
        findings.Add(await new AppToken(settings, configuration.GetValue("Channels:Teams:ValidateAuthority", true), http).FindAsync(cloud, cancellationToken));
        findings.Add(await ConnectorAsync(cloud, cancellationToken));
        return findings;
    }

    private async Task<Finding> KeysAsync(TeamsCloud cloud, DoctorAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Status != 200)
            return Unreached("teams-keys", cloud.Metadata, answer);
        if (Member(answer.Body, "issuer") is not { } issuer || !Uri.TryCreate(Member(answer.Body, "jwks_uri"), UriKind.Absolute, out var keys))
            return new("teams-keys", FindingState.Failed, "no-metadata", cloud.Metadata);
        if (issuer != cloud.Issuer)
            return new("teams-keys", FindingState.Failed, "other-issuer", issuer, cloud.Issuer);
        var found = await http.AskAsync(HttpMethod.Get, keys, cancellationToken);
        if (found.Status != 200)
            return Unreached("teams-keys", keys.ToString(), found);
        return Endorsed(found.Body) is > 0 and var count
            ? new("teams-keys", FindingState.Ok, "keys", cloud.Metadata, count.ToString(CultureInfo.InvariantCulture))
            : new("teams-keys", FindingState.Failed, "no-keys", keys.ToString());
    }

    private static Finding Clock(TimeSpan skew)
    {
        var seconds = Math.Abs(skew.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return skew.Duration() < LittleSkew
            ? new("clock", FindingState.Ok, "clock")
            : new("clock", skew.Duration() < MostSkew ? FindingState.Warning : FindingState.Failed, skew > TimeSpan.Zero ? "clock-ahead" : "clock-behind", seconds);
    }

    /// <summary>Any answer will do: the host is there, and the way to it is open.</summary>
    private async Task<Finding> ConnectorAsync(TeamsCloud cloud, CancellationToken cancellationToken)
    {
        var listed = settings.AllowedHosts.Where(host => CloudOf(host) == CloudOf(new Uri(cloud.Login).Host)).ToList();
        if (listed.Count == 0)
            return new("teams-connector", FindingState.Failed, "connector-not-listed", $"{TeamsOptions.Section}:{nameof(TeamsOptions.AllowedHosts)}", new Uri(cloud.Login).Host);
        if (listed.Find(host => !host.StartsWith("*.", StringComparison.Ordinal)) is not { } host)
            return new("teams-connector", FindingState.Ok, "connector-listed", string.Join(", ", listed));
        var answer = await http.AskAsync(HttpMethod.Get, new Uri($"https://{host}/"), cancellationToken);
        return answer.Status > 0 ? new("teams-connector", FindingState.Ok, "connector", host) : Unreached("teams-connector", $"https://{host}/", answer);
    }

    /// <summary>The countries' own clouds show in their names; all else is the public one.</summary>
    private static string CloudOf(string host) => host.Split('.')[^1].ToUpperInvariant() is ("US" or "CN") and var own ? own : "";

    internal static Finding Unreached(string check, string address, DoctorAnswer answer) => answer.Trouble switch
    {
        Trouble.NoSuchName => new(check, FindingState.Failed, "no-such-name", address),
        Trouble.Certificate => new(check, FindingState.Failed, "certificate", address),
        Trouble.TooSlow => new(check, FindingState.Failed, "too-slow", address),
        Trouble.NoConnection => new(check, FindingState.Failed, "no-connection", address),
        _ => new(check, FindingState.Failed, "status", address, answer.Status.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>Keys that may sign what comes from Teams.</summary>
    private static int Endorsed(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("keys").EnumerateArray().Count(key =>
                key.TryGetProperty("endorsements", out var endorsements) && endorsements.EnumerateArray().Any(endorsement => endorsement.ValueEquals(TeamsOptions.Channel)));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static string? Member(string body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty(name, out var member) ? member.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
