using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>What a refusal of DingTalk means for whoever asked.</summary>
public enum Refusal
{
    /// <summary>Nothing is known about it.</summary>
    Other = 0,

    /// <summary>The token has ended.</summary>
    Token = 1,

    /// <summary>The app's key or secret is wrong.</summary>
    Credentials = 2,

    /// <summary>The app lacks a permission.</summary>
    Permission = 3,

    /// <summary>This machine's address is not on the app's list.</summary>
    Address = 4,

    /// <summary>Too fast; a second later it works.</summary>
    TooFast = 5,

    /// <summary>The month's quota is used up.</summary>
    Quota = 6,

    /// <summary>This machine called so often that it is shut out for some minutes.</summary>
    Banned = 7,

    /// <summary>There is no such person in the organisation.</summary>
    NoSuchPerson = 8,

    /// <summary>The person is outside what the app may see.</summary>
    OutOfSight = 9,

    /// <summary>The robot is off, or no member of the group; or the group is no more.</summary>
    Unavailable = 10,

    /// <summary>What was to be said is not allowed; it would not be at another time.</summary>
    Content = 11,

    /// <summary>The address that came with a message has ended.</summary>
    SessionEnded = 12,

    /// <summary>DingTalk itself fails.</summary>
    Broken = 13,
}

/// <summary>What DingTalk said instead of doing it: the one form in which its errors are met.</summary>
/// <param name="code">DingTalk's own word or number for it; empty when it has none.</param>
/// <param name="scope">The permission that is missing, where it says which.</param>
public sealed class DingTalkException(int status, string code, Refusal refusal, string? scope = null) : Exception($"DingTalk answered {status} {code}".TrimEnd())
{
    /// <summary>Shut out by their own word for five minutes.</summary>
    public static readonly TimeSpan Ban = TimeSpan.FromMinutes(5);

    public int Status => status;

    public string Code => code;

    public Refusal Refusal => refusal;

    public string? Scope => scope;

    /// <summary>How long to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter => refusal switch
    {
        Refusal.TooFast => TimeSpan.FromSeconds(1),
        Refusal.Banned => Ban,
        _ => null,
    };

    /// <summary>Reads an answer of either API, and what a front proxy or the guard against floods says instead.</summary>
    /// <returns>The answer; null and the refusal when it is none.</returns>
    internal static (JObject? Answer, DingTalkException? Refused) Read(HttpStatusCode status, string text)
    {
        if (Parse(text) is not { } answer)
        {
            var isPage = text.TrimStart().StartsWith('<');
            return (null, new((int)status, isPage ? "html" : "unreadable", (int)status >= 500 ? Refusal.Broken : isPage ? Refusal.Banned : Refusal.Broken));
        }
        if (answer["punish"] is not null || RobotMessage.Text(answer["status"]) == "1111")
            return (null, new((int)status, "punish", Refusal.Banned));
        // The older API answers 200 and a number, which may be written as text.
        if (RobotMessage.Text(answer["errcode"]) is { } number && number != "0")
        {
            var inner = RobotMessage.Text(answer["sub_code"]) is { Length: > 0 } sub ? sub : number;
            return (null, new((int)status, inner, Meaning(inner, 200), ScopeIn(answer)));
        }
        if ((int)status is >= 200 and < 300)
            return (answer, null);
        var code = RobotMessage.Text(answer["code"]) ?? "";
        return (null, new((int)status, code, Meaning(code, (int)status), ScopeIn(answer)));
    }

    private static Refusal Meaning(string code, int status) => code switch
    {
        "InvalidAuthentication" or "40014" or "42001" or "40001" => Refusal.Token,
        "invalidClientIdOrSecret" or "authFailed" or "40089" or "40013" or "40096" => Refusal.Credentials,
        "Forbidden.AccessDenied.AccessTokenPermissionDenied" or "60011" => Refusal.Permission,
        "Forbidden.AccessDenied.IpNotInWhiteList" or "60020" => Refusal.Address,
        "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi" or "Forbidden.AccessDenied.QpsLimitForApi" or "90018" or "90002" or "send.too.fast" or "too.many.people" or "130101" or "410100" or "todo.taskCreate.flowControlError" => Refusal.TooFast,
        "Forbidden.AccessDenied.ApiCountLimitForOrg" or "90020" => Refusal.Quota,
        "33012" or "60121" or "staffId.notExisted" => Refusal.NoSuchPerson,
        "50002" or "50004" => Refusal.OutOfSight,
        "bot.stopped" or "resource.unavailable" or "group.disbanded" or "invalid.openConversationId" or "robot.oto.notExist" or "chatbotId.notAllow.sendOTO" => Refusal.Unavailable,
        "300001" => Refusal.SessionEnded,
        "460101" or "101002" or "invalidParameter.msgParam.tooLong" => Refusal.Content,
        _ when code.StartsWith("contain.", StringComparison.Ordinal) || code.StartsWith("43010", StringComparison.Ordinal) => Refusal.Content,
        "15" or "-1" => Refusal.Broken,
        _ when status == (int)HttpStatusCode.TooManyRequests => Refusal.TooFast,
        _ when status == (int)HttpStatusCode.Unauthorized => Refusal.Token,
        _ when status >= 500 => Refusal.Broken,
        _ => Refusal.Other,
    };

    private static string? ScopeIn(JObject answer) =>
        (answer["accessdenieddetail"] as JObject)?["requiredScopes"] is JArray scopes ? string.Join(", ", scopes.Select(RobotMessage.Text).OfType<string>()) : null;

    private static JObject? Parse(string text)
    {
        try
        {
            return JToken.Parse(text.Length == 0 ? "{}" : text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
