using System.Security.Cryptography;
using System.Text;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.Teams;

/// <summary>Keeps the bot, on however many nodes, within the rates that Teams publishes, for each conversation and over all of them.</summary>
public sealed class ConnectorPace(SharedPace pace)
{
    /// <summary>Sending to one conversation, and opening one.</summary>
    public static readonly IReadOnlyList<PaceBucket> Sends =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    /// <summary>Asking about one conversation.</summary>
    public static readonly IReadOnlyList<PaceBucket> Reads =
        [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3600, TimeSpan.FromHours(1))];

    /// <summary>All calls of the app within a tenant; as most offices have one tenant, all calls.</summary>
    public static readonly IReadOnlyList<PaceBucket> Everything = [new(50, TimeSpan.FromSeconds(1))];

    private static readonly PaceRate Whole = new("teams", Everything, AtOnce: 10, Lease: TimeSpan.FromSeconds(0.5));

    /// <summary>Returns when the call may go out.</summary>
    /// <param name="place">The conversation; empty where there is none yet.</param>
    public Task WaitAsync(string place, bool isRead, CancellationToken cancellationToken) => pace.WaitAsync(RatesOf(place, isRead), cancellationToken);

    // What a turn says, it says within a second, most often in no more than three messages.
    internal static IReadOnlyList<PaceRate> RatesOf(string place, bool isRead) =>
        [new($"teams {(isRead ? "read" : "send")} {Name(place)}", isRead ? Reads : Sends, AtOnce: 3, Lease: TimeSpan.FromSeconds(1)), Whole];

    // As long for every conversation; some have ids that are too long for a key.
    private static string Name(string place) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..24];
}

/// <summary>Innermost of the handlers: every try waits for its turn.</summary>
public sealed class PacedCalls(ConnectorPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        const string mark = "/v3/conversations";
        if (path.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
        {
            var place = path[(at + mark.Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "new";
            await pace.WaitAsync(place, request.Method == HttpMethod.Get, cancellationToken);
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
