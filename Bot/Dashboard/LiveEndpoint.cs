using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace PlanBot.Dashboard;

/// <summary>Server-sent events: <c>changed</c> when an open page is to read itself again, <c>ended</c> when its session is over, <c>still</c> to keep the line open. Nothing of the ledger goes this way.</summary>
internal static class LiveEndpoint
{
    /// <summary>Shorter than proxies wait for a silent line.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder desk) => desk.MapGet("/live", (HttpContext http, LedgerNews news, DeskCookies cookies, IHostApplicationLifetime lifetime) =>
    {
        http.Response.Headers["X-Accel-Buffering"] = "no"; // else nginx keeps the events back
        return TypedResults.ServerSentEvents(EventsAsync(http, news, cookies, lifetime.ApplicationStopping, http.RequestAborted));
    });

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        HttpContext http, LedgerNews news, DeskCookies cookies, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        yield return new SseItem<string>("", "still");
        await foreach (var isChanged in UntilGoneAsync(news, either.Token))
        {
            if (await cookies.PersonAsync(http, cancellationToken) is null)
            {
                yield return new SseItem<string>("", "ended");
                yield break;
            }
            yield return new SseItem<string>("", isChanged ? "changed" : "still");
        }
    }

    /// <summary>Ends without an error when the page or the program goes.</summary>
    private static async IAsyncEnumerable<bool> UntilGoneAsync(LedgerNews news, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = news.ListenAsync(Beat, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await events.MoveNextAsync())
                    yield break;
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
            yield return events.Current;
        }
    }
}
