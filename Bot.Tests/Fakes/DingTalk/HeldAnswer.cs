using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Fakes.DingTalk;

/// <summary>An answer that is long in coming.</summary>
internal sealed class HeldAnswer(Task until) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await until;
        await httpContext.Response.WriteAsJsonAsync(new { errcode = 0, errmsg = "ok" });
    }
}
