using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.Channels.DingTalk;

/// <summary>Deals with what the gateway pushes and acknowledges it, a message once it is kept; its turn comes afterwards.</summary>
public sealed partial class StreamFrames(DingTalkInbox inbox, DingTalkCards cards, DingTalkOutbound outbound, IPersonRepository people, ILogger<StreamFrames> logger)
{
    private const string NoResponse = """{"response":null}""";
    private const string Leaving = "user_leave_org";

    internal async Task DealWithAsync(StreamFrame frame, StreamSocket socket, CancellationToken cancellationToken)
    {
        if (frame.MessageId is null)
            return;
        var answer = frame switch
        {
            { Type: "SYSTEM", Topic: "ping" } => frame.Answer(200, "OK", frame.Data),
            { Type: "SYSTEM" } => frame.Answer(200, "OK", "{}"),
            { Type: "CALLBACK", Topic: StreamFrame.Robot } => await TakeAsync(frame, cancellationToken),
            { Type: "CALLBACK", Topic: StreamFrame.Card } => await PressAsync(frame, cancellationToken),
            { Type: "EVENT" } => await NoticeAsync(frame, cancellationToken),
            _ => frame.Answer(404, "no handler", "{}"),
        };
        await socket.SayAsync(answer, cancellationToken);
    }

    private async Task<string> TakeAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        if (RobotMessage.Parse(frame.Data) is not { } body)
            return frame.Answer(400, "malformed", NoResponse);
        try
        {
            return await inbox.ReceiveAsync(body, proof: null, cancellationToken) switch
            {
                Reception.Taken => frame.Answer(200, "OK", NoResponse),
                Reception.Malformed => frame.Answer(400, "malformed", NoResponse),
                _ => frame.Answer(400, "refused", NoResponse),
            };
        }
        catch (DatabaseUnavailableException problem)
        {
            LogNotKept(problem.Message);
            return frame.Answer(500, "later", NoResponse);
        }
    }

    private async Task<string> PressAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        if (RobotMessage.Parse(frame.Data) is not { } callback)
            return frame.Answer(400, "malformed", NoResponse);
        try
        {
            var (press, shown) = await cards.ReadAsync(callback, frame.MessageId!, cancellationToken);
            if (press is not null)
                await inbox.ReceivePressAsync(press, cancellationToken);
            return frame.Answer(200, "OK", new JObject { ["response"] = shown }.ToString(Formatting.None));
        }
        catch (DatabaseUnavailableException problem)
        {
            LogNotKept(problem.Message);
            return frame.Answer(500, "later", NoResponse);
        }
    }

    /// <summary>Somebody who leaves the organisation is not written to there any more.</summary>
    private async Task<string> NoticeAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            if (RobotMessage.Text(frame.Headers["eventType"]) == Leaving && RobotMessage.Parse(frame.Data) is { } data)
            {
                var ids = ((data["userId"] ?? data["UserId"]) as JArray ?? []).Select(RobotMessage.Text).OfType<string>().ToHashSet();
                foreach (var identity in (await people.IdentitiesOnAsync(DingTalkOptions.Channel, cancellationToken)).Where(identity => ids.Contains(identity.UserId)))
                    await outbound.MarkLeftAsync(identity.UserId, DingTalkPlace.Read(identity.ConversationReference), cancellationToken);
            }
            return frame.Answer(200, "OK", """{"status":"SUCCESS","message":"ok"}""");
        }
        catch (DatabaseUnavailableException problem)
        {
            LogNotKept(problem.Message);
            return frame.Answer(200, "OK", """{"status":"LATER","message":"later"}""");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk's push could not be kept and is not acknowledged: {Problem}")]
    private partial void LogNotKept(string problem);
}
