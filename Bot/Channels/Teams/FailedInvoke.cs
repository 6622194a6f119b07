using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace PlanBot.Channels.Teams;

/// <summary>The answer to a button or window whose turn has failed: Teams shows it there. An error of the request itself would only say that something went wrong.</summary>
internal static class FailedInvoke
{
    /// <param name="name">Of the invoke.</param>
    public static Activity Of(string? name, string apology) => new()
    {
        Type = ActivityTypesEx.InvokeResponse,
        Value = new InvokeResponse
        {
            Status = (int)HttpStatusCode.OK,
            Body = name switch
            {
                "adaptiveCard/action" => new AdaptiveCardInvokeResponse
                {
                    StatusCode = (int)HttpStatusCode.InternalServerError, Type = "application/vnd.microsoft.error", Value = new Error { Code = "InternalServerError", Message = apology },
                },
                "task/fetch" or "task/submit" => new TaskModuleResponse(new TaskModuleMessageResponse(apology)),
                _ => null,
            },
        },
    };
}
