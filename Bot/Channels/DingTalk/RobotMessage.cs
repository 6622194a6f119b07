using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>What DingTalk pushes when somebody writes to the robot; the same over both transports.</summary>
/// <param name="StaffId">The writer's user id in the organisation; null for somebody from outside, whose <paramref name="SenderId"/> is nobody's account.</param>
/// <param name="Webhook">Where this conversation is answered for a while: a secret, never kept.</param>
/// <param name="Body">All of it, without the webhook.</param>
internal sealed record RobotMessage(
    string MessageId, string ConversationId, bool IsGroup, DateTimeOffset SaidAt, string? StaffId, string SenderId, string Kind, string? Webhook, DateTimeOffset WebhookUntil, JObject Body)
{
    /// <summary>DingTalk pushes nothing but this once the month's quota is used up.</summary>
    public const string QuotaUsedUp = "20001";

    private const int LongestId = 512;
    private static readonly JsonSerializerSettings Json = new() { DateParseHandling = DateParseHandling.None, MaxDepth = 32 };

    /// <returns>Null for what is not one JSON object, or nested too deep.</returns>
    public static JObject? Parse(string json)
    {
        try
        {
            return JsonConvert.DeserializeObject<JToken>(json, Json) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null for what is no message of a robot.</returns>
    public static RobotMessage? Read(JObject body)
    {
        if (Id(body, "msgId") is not { } id || Id(body, "conversationId") is not { } conversation || Id(body, "senderId") is not { } sender || Id(body, "msgtype") is not { } kind
            || Text(body["conversationType"]) is not ("1" or "2") || Instant(body["createAt"]) is not { } saidAt)
            return null;
        var kept = (JObject)body.DeepClone();
        kept.Remove("sessionWebhook");
        return new(
            id, conversation, Text(body["conversationType"]) == "2", saidAt, Id(body, "senderStaffId"), sender, kind, Text(body["sessionWebhook"]),
            Instant(body["sessionWebhookExpiredTime"]) ?? DateTimeOffset.MinValue, kept);
    }

    internal static string? Text(JToken? token) => token is JValue { Type: JTokenType.String or JTokenType.Integer, Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private static string? Id(JObject body, string name) => body[name] is JValue { Type: JTokenType.String, Value: string { Length: > 0 and <= LongestId } text } ? text : null;

    // Documented as text and sent as a number.
    private static DateTimeOffset? Instant(JToken? token) =>
        long.TryParse(Text(token), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < 253_402_300_799_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
