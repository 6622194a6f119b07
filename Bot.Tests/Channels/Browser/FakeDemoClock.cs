using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>/demo/clock as the page meets it, without reminders behind it.</summary>
internal static class FakeDemoClock
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/demo/clock", (TimeProvider clock) => new { now = clock.GetUtcNow(), next = clock.GetUtcNow().AddHours(6) });
        app.MapPost("/demo/clock", (Move move, TimeProvider clock) =>
        {
            ((StoppedClock)clock).Now = move.Now;
            return TypedResults.Ok(new { now = move.Now, remindersSent = 16 });
        });
    }

    private sealed record Move(DateTimeOffset Now);
}
