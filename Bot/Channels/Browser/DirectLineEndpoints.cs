using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Channels.Browser;

/// <summary>Direct Line 3.0, served by PlanBot itself.</summary>
internal static partial class DirectLineEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var directLine = app.MapGroup("/v3/directline").AddEndpointFilter(AnswerFailuresAsync);
        TokenEndpoints.Map(directLine);
        ConversationEndpoints.Map(directLine);
        ActivityEndpoints.Map(directLine);
        StreamEndpoint.Map(directLine);
        FileEndpoint.Map(directLine);
    }

    /// <summary>The door: whatever breaks behind it is logged, and the client reads one sentence.</summary>
    private static async ValueTask<object?> AnswerFailuresAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(call);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineError.TooLarge : DirectLineError.Bad("The request is not well-formed.");
        }
        catch (DatabaseUnavailableException e) when (!call.HttpContext.Response.HasStarted)
        {
            LogUnavailable(LoggerOf(call.HttpContext), call.HttpContext.Request.Path, e.Message);
            return DirectLineError.Unavailable(Languages.Parse(call.HttpContext.Request.Headers.AcceptLanguage.ToString().Split('-', ',', ';')[0]));
        }
        catch (Exception e) when (!call.HttpContext.RequestAborted.IsCancellationRequested && !call.HttpContext.Response.HasStarted)
        {
            LogBroken(LoggerOf(call.HttpContext), e, call.HttpContext.Request.Path);
            return DirectLineError.Broken;
        }
    }

    private static ILogger LoggerOf(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DirectLineEndpoints));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} was put off: {Problem}")]
    private static partial void LogUnavailable(ILogger logger, string path, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Serving {Path} failed")]
    private static partial void LogBroken(ILogger logger, Exception exception, string path);
}
