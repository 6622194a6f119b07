using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.Story;

/// <summary>What the connector does with a message.</summary>
internal enum Fate
{
    Takes = 1,

    /// <summary>429 with a Retry-After so long that it is for the outbox to keep.</summary>
    Throttles = 2,
    ThrottlesBriefly = 3,
    Fails = 4,
    IsUnreached = 5,

    /// <summary>Longer than a channel may take.</summary>
    Hangs = 6,
    Resets = 7,

    /// <summary>Delivers, and says that it failed.</summary>
    Lies = 8,

    /// <summary>Delivers, and the connection breaks before the answer.</summary>
    LiesByReset = 9,
}

/// <param name="IsLie">It was delivered, and the program could not know.</param>
internal sealed record Taken(string Conversation, string Text, bool IsLie);

/// <summary>A Teams connector on the loopback that fails in all ways a seed chooses, and remembers what it has really delivered.</summary>
internal sealed class FaultyConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Random random;
    private readonly ConcurrentQueue<Taken> taken = new();
    private readonly ConcurrentDictionary<Fate, int> fates = new();

    private FaultyConnector(WebApplication app, int seed) => (this.app, random) = (app, new Random(seed));

    public string Address => app.Urls.Single();

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<Taken> Taken => [.. taken];

    /// <summary>How often each came, e.g. <c>Takes 120, Lies 3</c>.</summary>
    public string Fates => string.Join(", ", fates.OrderBy(fate => fate.Key).Select(fate => string.Create(CultureInfo.InvariantCulture, $"{fate.Key} {fate.Value}")));

    /// <summary>Takes everything from now on.</summary>
    public bool IsCalm { get; set; }

    public static async Task<FaultyConnector> StartAsync(int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var connector = new FaultyConnector(app, seed);
        app.MapFallback(connector.ReceiveAsync);
        await app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        // Only messages are of interest; a typing indicator or a card that is changed is taken.
        if (http.Request.Method != "POST" || JObject.Parse(body) is not { } activity || activity.Value<string>("type") != "message")
        {
            await AnswerAsync(http, StatusCodes.Status200OK);
            return;
        }
        var fate = Next();
        fates.AddOrUpdate(fate, 1, (_, count) => count + 1);
        if (fate is Fate.Takes or Fate.Lies or Fate.LiesByReset)
            taken.Enqueue(new(http.Request.Path.Value!.Split('/')[3], activity.Value<string>("text") ?? "", fate != Fate.Takes));
        await MeetAsync(http, fate);
    }

    private static Task MeetAsync(HttpContext http, Fate fate)
    {
        switch (fate)
        {
            case Fate.Takes:
                return AnswerAsync(http, StatusCodes.Status201Created);
            case Fate.Throttles or Fate.ThrottlesBriefly:
                http.Response.Headers.RetryAfter = fate == Fate.Throttles ? "60" : "0";
                return AnswerAsync(http, StatusCodes.Status429TooManyRequests);
            case Fate.IsUnreached:
                http.Response.Headers.RetryAfter = "0";
                return AnswerAsync(http, StatusCodes.Status502BadGateway);
            case Fate.Hangs:
                return Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted).ContinueWith(_ => http.Abort(), TaskScheduler.Default);
            case Fate.Resets or Fate.LiesByReset:
                http.Abort();
                return Task.CompletedTask;
            default:
                return AnswerAsync(http, StatusCodes.Status500InternalServerError);
        }
    }

    private Fate Next()
    {
        lock (random)
        {
            return IsCalm ? Fate.Takes : random.NextDouble() switch
            {
                < 0.04 => Fate.Throttles,
                < 0.08 => Fate.ThrottlesBriefly,
                < 0.12 => Fate.Fails,
                < 0.16 => Fate.IsUnreached,
                < 0.163 => Fate.Hangs,
                < 0.20 => Fate.Resets,
                < 0.22 => Fate.Lies,
                < 0.24 => Fate.LiesByReset,
                _ => Fate.Takes,
            };
        }
    }

    private static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { id = Guid.CreateVersion7().ToString("N") });
    }
}
