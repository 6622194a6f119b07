using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Api;

/// <summary>Changes with an Idempotency-Key: sent again they are answered as they were, and done once.</summary>
/// <remarks>The change and the note that it is done are two commits. Where the program ends between them the key counts as not used after a minute, and the change itself is what cannot happen twice:
/// its condition (If-Match) no longer holds, and who was urged is not urged again so soon.</remarks>
public sealed class RepeatedRequests(ApiRequestRepository requests, [FromKeyedServices("wall")] TimeProvider wall)
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromMinutes(10);

    private DateTimeOffset forgotten = DateTimeOffset.MinValue;

    public async Task RunAsync(HttpContext http, ApiCaller caller, RequestDelegate next)
    {
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            await next(http);
            return;
        }
        if (key.Length > LongestKey || !key.All(c => c is >= '!' and <= '~'))
        {
            await ApiProblem.BadValue(Header).ExecuteAsync(http);
            return;
        }
        await ForgetNowAndThenAsync(http.RequestAborted);
        var (fingerprint, now) = (await FingerprintAsync(http.Request), wall.GetUtcNow());
        if (await requests.BeginAsync(caller.Token.Id, key, fingerprint, now, now - Abandoned, http.RequestAborted) is { } before)
            await AnswerAgainAsync(http, before, fingerprint);
        else
            await DoAsync(http, caller, key, next);
    }

    private static async Task AnswerAgainAsync(HttpContext http, ApiRequestRow before, string fingerprint)
    {
        if (before.Fingerprint != fingerprint)
            await new ApiProblem(StatusCodes.Status422UnprocessableEntity, "key-reused").ExecuteAsync(http);
        else if (before.Status is not { } status)
            await new ApiProblem(StatusCodes.Status409Conflict, "key-in-use") { RetryAfter = 1 }.ExecuteAsync(http);
        else
        {
            http.Response.StatusCode = status;
            http.Response.Headers["Idempotent-Replayed"] = "true";
            if (before.Etag is not null)
                http.Response.Headers.ETag = before.Etag;
            // What a 201 has made stands under the address that it was asked for at, by its version.
            if (status == StatusCodes.Status201Created && VersionIn(before.Answer) is { } version)
                http.Response.Headers.Location = $"{http.Request.Path}/{version}";
            http.Response.Headers.ContentLanguage = ApiCaller.LanguageOf(http).Code();
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(before.Answer ?? "", http.RequestAborted);
        }
    }

    private static string? VersionIn(string? answer)
    {
        using var json = JsonDocument.Parse(answer is { Length: > 0 } ? answer : "{}");
        return json.RootElement.TryGetProperty("version", out var version) ? version.GetRawText() : null;
    }

    private async Task DoAsync(HttpContext http, ApiCaller caller, string key, RequestDelegate next)
    {
        var (own, buffer, isKept) = (http.Response.Body, new MemoryStream(), false);
        http.Response.Body = buffer;
        try
        {
            await next(http);
            // A refusal is not kept: what was wrong can be put right under the same key.
            if (http.Response.StatusCode is >= 200 and < 300)
            {
                await requests.EndAsync(
                    caller.Token.Id, key, http.Response.StatusCode, http.Response.Headers.ETag is [{ Length: > 0 } tag] ? tag : null, Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length),
                    CancellationToken.None);
                isKept = true;
            }
        }
        finally
        {
            http.Response.Body = own;
            if (!isKept)
                await requests.ForgetAsync(caller.Token.Id, key, CancellationToken.None);
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(own, http.RequestAborted);
    }

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        request.Body.Position = 0;
        hash.AppendData(body.GetBuffer(), 0, (int)body.Length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task ForgetNowAndThenAsync(CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        if (now - forgotten < BetweenForgetting)
            return;
        forgotten = now;
        await requests.ForgetBeforeAsync(now - Kept, cancellationToken);
    }
}
