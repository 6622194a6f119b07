using Microsoft.Extensions.Options;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Api;

/// <summary>The door of the API: lets in whoever shows a good token and keeps within its rate, reads the body within its limit, gives words to answers that have none, and catches what breaks behind it.</summary>
public sealed partial class ApiDoor(ApiTokens tokens, SharedPace pace, RepeatedRequests repeated, IOptions<ApiOptions> options, ILogger<ApiDoor> logger)
{
    public const string Root = "/api/v1";
    public const string Document = $"{Root}/openapi.json";

    private const string Scheme = "Bearer ";

    /// <summary>Tokens of the rate that a node takes from the database at a time.</summary>
    private const int AtOnce = 20;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    public async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Accept-Language, Authorization";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            if (http.Request.Path != Document && await WhyNotAsync(http) is { } refused)
                await refused.ExecuteAsync(http);
            else if (HttpMethods.IsPost(http.Request.Method) && http.Features.Get<ApiCaller>() is { } caller)
                await repeated.RunAsync(http, caller, next);
            else
                await next(http);
            if (!http.Response.HasStarted && http.Response.ContentType is null && ApiProblem.Of(http.Response.StatusCode) is { } bare)
                await bare.ExecuteAsync(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await (ApiProblem.Of(bad.StatusCode) ?? new(StatusCodes.Status400BadRequest, "bad-request")).ExecuteAsync(http);
        }
        catch (DatabaseUnavailableException unavailable) when (!http.Response.HasStarted)
        {
            LogUnavailable(http.Request.Path, unavailable.Message);
            await new ApiProblem(StatusCodes.Status503ServiceUnavailable, "unavailable") { RetryAfter = 10 }.ExecuteAsync(http);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            LogBroken(broken, http.Request.Path);
            await new ApiProblem(StatusCodes.Status500InternalServerError, "broken").ExecuteAsync(http);
        }
    }

    /// <returns>Null for who may come in.</returns>
    private async Task<ApiProblem?> WhyNotAsync(HttpContext http)
    {
        var shown = http.Request.Headers.Authorization.ToString();
        if (!shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new(StatusCodes.Status401Unauthorized, "token-missing");
        var (token, system) = await tokens.FindAsync(shown[Scheme.Length..].Trim(), http.RequestAborted);
        if (token is null)
            return new(StatusCodes.Status401Unauthorized, "token-unknown");
        if (system is null)
            return new(StatusCodes.Status401Unauthorized, "token-over");
        var rate = new PaceRate($"api:{token.Id}", [new(options.Value.RequestsPerMinute, TimeSpan.FromMinutes(1))], Math.Min(AtOnce, options.Value.RequestsPerMinute), Lease);
        if (await pace.TryAsync([rate], http.RequestAborted) is { } wait && wait > TimeSpan.Zero)
            return new(StatusCodes.Status429TooManyRequests, "too-many", options.Value.RequestsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture)) { RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) };
        http.Features.Set(new ApiCaller(token, system, ApiCaller.LanguageOf(http)));
        return await ReadAsync(http);
    }

    /// <summary>Takes the body in whole: it is needed twice, and one that comes without its length must not be longer either.</summary>
    private async Task<ApiProblem?> ReadAsync(HttpContext http)
    {
        var tooLarge = new ApiProblem(StatusCodes.Status413PayloadTooLarge, "too-large");
        if (http.Request.ContentLength > options.Value.LargestBody)
            return tooLarge;
        var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int count;
        while ((count = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
        {
            if (body.Length + count > options.Value.LargestBody)
                return tooLarge;
            body.Write(chunk, 0, count);
        }
        body.Position = 0;
        http.Request.Body = body;
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} was put off: {Problem}")]
    private partial void LogUnavailable(string path, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Serving {Path} failed")]
    private partial void LogBroken(Exception exception, string path);
}
