using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PlanBot.Texts;

namespace PlanBot.Api;

/// <summary>What was asked for, as JSON with its entity tag; 304 for who has it already.</summary>
/// <param name="Content">The record.</param>
/// <param name="Tag">With its quotes; null for one of the content itself.</param>
public sealed record ApiAnswer(object Content, string? Tag = null) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Path of what was made; null where nothing was.</summary>
    public string? Location { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = JsonSerializer.SerializeToUtf8Bytes(Content, Content.GetType(), ApiProblem.Json);
        var tag = Tag ?? $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
        response.Headers.ETag = tag;
        response.Headers.ContentLanguage = ApiCaller.LanguageOf(httpContext).Code();
        if (HttpMethods.IsGet(request.Method) && IsKnown(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = Status;
        if (Location is not null)
            response.Headers.Location = Location;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool IsKnown(StringValues header, string tag) =>
        EntityTagHeaderValue.TryParseList(header, out var tags) && tags.Any(one => one.Tag == "*" || one.Tag == tag);
}
