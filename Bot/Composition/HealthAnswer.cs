using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PlanBot.Composition;

/// <summary>Answers a monitor, e.g. <c>{"status":"unhealthy","start-up":"ok","database":"disk full","scheduler":"ok"}</c>, and logs what has changed since the last time it was asked.</summary>
/// <remarks>Anybody may ask, so the answer names no place and no exception; the log does.</remarks>
internal sealed partial class HealthAnswer(ILogger<HealthAnswer> logger)
{
    /// <summary>The reason that is nobody's trouble: it passes by itself.</summary>
    public const string Starting = "starting";

    private const string Ok = "ok";

    private readonly Dictionary<string, string> known = [];

    public Task WriteAsync(HttpContext http, HealthReport report)
    {
        var answer = new JsonObject { ["status"] = report.Status switch { HealthStatus.Healthy => Ok, HealthStatus.Degraded => "degraded", _ => "unhealthy" } };
        foreach (var (component, entry) in report.Entries)
        {
            var reason = entry.Status == HealthStatus.Healthy ? Ok : entry.Description ?? "broken";
            Note(component, reason, entry.Exception);
            answer[component] = reason;
        }
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.ToJsonString());
    }

    private void Note(string component, string reason, Exception? exception)
    {
        lock (known)
        {
            var before = known.GetValueOrDefault(component, Ok);
            known[component] = reason;
            if (before == reason || reason == Starting || (before == Starting && reason == Ok))
                return;
            if (reason == Ok)
                LogWell(component);
            else
                LogTrouble(component, exception?.Message ?? reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not ready, {Component}: {Trouble}")]
    private partial void LogTrouble(string component, string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready again, {Component}")]
    private partial void LogWell(string component);
}
