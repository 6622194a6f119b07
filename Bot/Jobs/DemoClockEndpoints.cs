using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Jobs;

/// <summary>/demo/clock: shows the demo clock and moves it forward. Mapped in demo mode only, so that elsewhere it is not found.</summary>
public static class DemoClockEndpoints
{
    private const int LongestBody = 1024;

    /// <summary>Every step on the way is walked; beyond this, the request would keep everything else waiting.</summary>
    private static readonly TimeSpan FarthestWalk = TimeSpan.FromDays(3653);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demo/clock", GetAsync);
        routes.MapPost("/demo/clock", PostAsync);
    }

    /// <param name="Next">The next reminder step; null when none is to come.</param>
    internal sealed record ClockView(DateTimeOffset Now, DateTimeOffset? Next);

    internal sealed record WalkView(DateTimeOffset Now, int RemindersSent);

    private static async Task<Ok<ClockView>> GetAsync(DemoClock clock, ReminderAgenda agenda, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new ClockView(now, await agenda.NextStepAsync(now, cancellationToken)));
    }

    /// <summary>400 when the body is no instant, 409 when the instant has passed; the walk goes on to its end even if the caller leaves.</summary>
    private static async Task<Results<Ok<WalkView>, ProblemHttpResult>> PostAsync(
        HttpRequest request, DemoClock clock, DemoWalk walk, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        if (await ReadInstantAsync(request, cancellationToken) is not { } target)
            return Refuse(
                StatusCodes.Status400BadRequest,
                "请求正文应为 {\"now\":\"2020-04-07T09:00:00+08:00\"}，时间须带时区。 The body must be {\"now\":\"2020-04-07T09:00:00+08:00\"}, with an offset.");
        if (target > clock.GetUtcNow() + FarthestWalk)
            return Refuse(StatusCodes.Status400BadRequest, "一次最多向前拨十年。 The clock moves ten years at a time at most.");
        var result = await walk.RunAsync(target, lifetime.ApplicationStopping);
        return result.RemindersSent is { } sent
            ? TypedResults.Ok(new WalkView(result.Now, sent))
            : Refuse(
                StatusCodes.Status409Conflict,
                string.Create(CultureInfo.InvariantCulture, $"时钟只能向前拨，现在是 {result.Now:O}。 The clock only moves forward; it is {result.Now:O} now."));
    }

    private static ProblemHttpResult Refuse(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status);

    /// <returns>Null when the body is missing, too long, no JSON, or holds no instant with an offset.</returns>
    private static async Task<DateTimeOffset?> ReadInstantAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length is 0 or > LongestBody)
            return null;
        try
        {
            using var document = JsonDocument.Parse(buffer.AsMemory(0, length));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("now", out var now) && now.ValueKind == JsonValueKind.String
                ? Instant.Read(now.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
