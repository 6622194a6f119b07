using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlanBot.Bench.Sending;

/// <summary>A channel on loopback that takes every message at once and remembers when it came.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"1764126000999"}"""u8.ToArray();

    private readonly WebApplication app;

    private LoopbackServer(WebApplication app)
    {
        this.app = app;
        app.MapPost("/messages", TakeAsync);
    }

    public Uri Address => new(new Uri(app.Urls.Single()), "messages");

    /// <summary>When each message came, as <see cref="Stopwatch.GetTimestamp"/> tells.</summary>
    public ConcurrentQueue<long> Arrivals { get; } = new();

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new LoopbackServer(app);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Arrivals.Enqueue(Stopwatch.GetTimestamp());
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Answer);
    }
}
