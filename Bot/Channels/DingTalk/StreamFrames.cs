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

    /// <summary>In the order in which they came; messages that follow one another are kept together.</summary>
    internal async Task DealWithAsync(IReadOnlyList<StreamFrame> frames, StreamSocket socket, CancellationToken cancellationToken)
    {
        var messages = new List<StreamFrame>();
        foreach (var frame in frames.Where(frame => frame.MessageId is not null))
        {
            if (frame is { Type: "CALLBACK", Topic: StreamFrame.Robot })
            {
                messages.Add(frame);
                continue;
            }
            await TakeAsync(messages, socket, cancellationToken);
            messages.Clear();
            await socket.SayAsync(await AnswerAsync(frame, cancellationToken), cancellationToken);
        }
        await TakeAsync(messages, socket, cancellationToken);
    }

    private async Task<string> AnswerAsync(StreamFrame frame, CancellationToken cancellationToken) => frame switch
    {
        { Type: "SYSTEM", Topic: "ping" } => frame.Answer(200, "OK", frame.Data),
        { Type: "SYSTEM" } => frame.Answer(200, "OK", "{}"),
        { Type: "CALLBACK", Topic: StreamFrame.Card } => await PressAsync(frame, cancellationToken),
        { Type: "EVENT" } => await NoticeAsync(frame, cancellationToken),
        _ => frame.Answer(404, "no handler", "{}"),
    };

    private async Task TakeAsync(IReadOnlyList<StreamFrame> messages, StreamSocket socket, CancellationToken cancellationToken)
    {
        var read = messages.Select(frame => (Frame: frame, Body: RobotMessage.Parse(frame.Data))).ToLookup(message => message.Body is not null);
        foreach (var (frame, _) in read[false])
            await socket.SayAsync(frame.Answer(400, "malformed", NoResponse), cancellationToken);
        var receptions = await inbox.ReceiveAsync([.. read[true].Select(message => message.Body!)], proof: null, cancellationToken);
        foreach (var ((frame, _), reception) in read[true].Zip(receptions))
        {
            var answer = reception switch
            {
                Reception.Taken => frame.Answer(200, "OK", NoResponse),
                Reception.Malformed => frame.Answer(400, "malformed", NoResponse),
                Reception.Refused => frame.Answer(400, "refused", NoResponse),
                _ => frame.Answer(500, "later", NoResponse),
            };
            await socket.SayAsync(answer, cancellationToken);
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
