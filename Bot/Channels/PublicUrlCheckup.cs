using System.Globalization;
using Microsoft.Extensions.Options;
using PlanBot.Channels.Browser;
using PlanBot.Channels.Teams;
using PlanBot.Channels.Teams.Doctor;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels;

/// <summary>Whether people, and Teams where it is on, reach this service under its public address.</summary>
public sealed class PublicUrlCheckup(IOptions<BrowserOptions> browser, IOptions<TeamsOptions> teams, DoctorHttp http) : ICheckup
{
    public const string Health = "/health/live";

    private readonly bool isTeamsOn = teams.Value is { IsOff: false } options && options.WrongKey() is null && !options.WithoutAuthentication;

    public string Name => "public-url";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        // Without Teams an office may well keep PlanBot within its own network.
        var grave = isTeamsOn ? FindingState.Failed : FindingState.Warning;
        if (browser.Value.PublicUrl is not { Length: > 0 } given)
            return [new(Name, grave, "no-public-url")];
        var address = new Uri(given);
        if (address.AbsolutePath.Trim('/').Length > 0)
            return [new(Name, FindingState.Failed, "sub-path", given)];
        List<Finding> findings = [];
        if (address.Scheme != "https")
            findings.Add(new(Name, grave, "no-https", given));
        else if (isTeamsOn && !address.IsDefaultPort)
            findings.Add(new(Name, FindingState.Failed, "other-port", given, address.Port.ToString(CultureInfo.InvariantCulture)));
        findings.Add(await ReachAsync(address, cancellationToken));
        return findings;
    }

    private async Task<Finding> ReachAsync(Uri address, CancellationToken cancellationToken)
    {
        var health = await http.AskAsync(HttpMethod.Get, new Uri(address, Health), cancellationToken);
        if (health.Status == 0)
            return TeamsConnectionCheckup.Unreached(Name, address.ToString(), health);
        if (!IsPlanBot(health))
            return health.Status is 502 or 503 or 504 ? new(Name, FindingState.Failed, "proxy-alone", address.ToString(), Figure(health.Status)) : new(Name, FindingState.Failed, "somebody-else", address.ToString());
        if (!isTeamsOn)
            return new(Name, FindingState.Ok, "reached", address.ToString());
        // Without a token it must be turned away, and by nobody but the bot's own door.
        var endpoint = new Uri(address, MessageEndpoint.Path);
        var door = await http.AskAsync(HttpMethod.Post, endpoint, cancellationToken, json: "{}");
        return door.Status switch
        {
            401 => new(Name, FindingState.Ok, "endpoint", endpoint.ToString()),
            0 => TeamsConnectionCheckup.Unreached(Name, endpoint.ToString(), door),
            404 => new(Name, FindingState.Failed, "endpoint-off", endpoint.ToString()),
            _ => new(Name, FindingState.Failed, "endpoint-blocked", endpoint.ToString(), Figure(door.Status)),
        };
    }

    /// <summary>What PlanBot answers to a monitor.</summary>
    public static bool IsPlanBot(DoctorAnswer answer) => answer is { Status: 200, Body: "{\"status\":\"ok\"}" };

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
