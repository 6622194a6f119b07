using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PlanBot.Texts;

namespace PlanBot.Api;

/// <summary>A refusal as RFC 9457 has it, in the language that was asked for: <c>{"type":"urn:planbot:problem:not-found","title","status","detail","code"}</c>.</summary>
/// <param name="Code">As <see cref="ApiTexts"/> knows it.</param>
/// <param name="Details">What stands in its sentence.</param>
public sealed record ApiProblem(int Status, string Code, params IReadOnlyList<string> Details) : IResult
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whole seconds after which it may be tried again; null where waiting does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>There is none, or it is not this token's to see: nobody learns which.</summary>
    public static ApiProblem NotFound { get; } = new(StatusCodes.Status404NotFound, "not-found");

    public static ApiProblem ScopeMissing(string scope) => new(StatusCodes.Status403Forbidden, "scope-missing", scope);

    public static ApiProblem AllUnitsNeeded { get; } = new(StatusCodes.Status403Forbidden, "all-units-needed");

    public static ApiProblem BadValue(string name) => new(StatusCodes.Status400BadRequest, "bad-value", name);

    /// <summary>For an answer that came without words of its own.</summary>
    public static ApiProblem? Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "bad-request"),
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => new(status, "bad-method"),
        StatusCodes.Status413PayloadTooLarge => new(status, "too-large"),
        StatusCodes.Status415UnsupportedMediaType => new(status, "not-json"),
        _ => null,
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, language) = (httpContext.Response, ApiCaller.LanguageOf(httpContext));
        var (title, detail) = ApiTexts.Problem(Code, Details, language);
        response.StatusCode = Status;
        response.Headers.ContentLanguage = language.Code();
        if (Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer realm=\"PlanBot\"";
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var problem = new ProblemDetails { Type = $"urn:planbot:problem:{Code}", Title = title, Status = Status, Detail = detail, Extensions = { ["code"] = Code } };
        return response.WriteAsJsonAsync(problem, Json, "application/problem+json");
    }
}
