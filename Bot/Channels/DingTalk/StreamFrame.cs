using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>A frame of the gateway.</summary>
/// <param name="Type">SYSTEM, EVENT or CALLBACK.</param>
/// <param name="MessageId">Null where there is nothing to acknowledge.</param>
/// <param name="Data">JSON as text.</param>
internal sealed record StreamFrame(string Type, string Topic, string? MessageId, string Data, JObject Headers)
{
    public const string Robot = "/v1.0/im/bot/messages/get";
    public const string Card = "/v1.0/card/instances/callback";

    /// <returns>Null for what is no frame.</returns>
    public static StreamFrame? Read(string text)
    {
        // One documented sample writes header.
        if (RobotMessage.Parse(text) is not { } frame || (frame["headers"] ?? frame["header"]) is not JObject headers || RobotMessage.Text(frame["type"]) is not { } type || RobotMessage.Text(headers["topic"]) is not { } topic)
            return null;
        var data = frame["data"] switch { JValue { Value: string json } => json, JObject inline => inline.ToString(Formatting.None), _ => "{}" };
        return new(type, topic, RobotMessage.Text(headers["messageId"]), data, headers);
    }

    public static string Subscriptions(bool withCards)
    {
        var topics = new List<(string Type, string Topic)> { ("EVENT", "*"), ("CALLBACK", Robot) };
        if (withCards)
            topics.Add(("CALLBACK", Card));
        return new JArray(topics.Select(topic => new JObject { ["type"] = topic.Type, ["topic"] = topic.Topic })).ToString(Formatting.None);
    }

    /// <param name="code">200 done, 400 malformed, 404 nobody for it, 500 failed.</param>
    /// <param name="data">JSON as text.</param>
    public string Answer(int code, string message, string data) => new JObject
    {
        ["code"] = code, ["headers"] = new JObject { ["contentType"] = "application/json", ["messageId"] = MessageId }, ["message"] = message, ["data"] = data,
    }.ToString(Formatting.None);
}
