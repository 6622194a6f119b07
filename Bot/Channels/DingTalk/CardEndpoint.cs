using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Sql;

namespace PlanBot.Channels.DingTalk;

/// <summary>POST /api/dingtalk/cards: buttons of interactive cards, where DingTalk can reach this address. What the button says has its turn as a message has.</summary>
internal static class CardEndpoint
{
    public const string Path = "/api/dingtalk/cards";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, AnswerAsync);

    internal static async Task<IResult> AnswerAsync(
        HttpContext http, DingTalkCards cards, DingTalkInbox inbox, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, CancellationToken cancellationToken)
    {
        var (timestamp, sign) = (http.Request.Headers["x-ddpaas-signature-timestamp"].ToString(), http.Request.Headers["x-ddpaas-signature"].ToString());
        if (!DingTalkSignature.Holds(timestamp, sign, options.Value.CardSecret!.Trim(), DingTalkSignature.OfCard, wall.GetUtcNow()))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (await MessageEndpoint.ReadAsync(http.Request, cancellationToken) is not { } text)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (RobotMessage.Parse(text) is not { } callback)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        try
        {
            // A signature is good for one press: its hash is the press's id.
            var (press, answer) = await cards.ReadAsync(callback, DingTalkSignature.ProofOf(sign), cancellationToken);
            if (press is not null)
                await inbox.ReceivePressAsync(press, cancellationToken);
            return TypedResults.Text(answer.ToString(Formatting.None), "application/json");
        }
        catch (DatabaseUnavailableException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
