using System.Text;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels.DingTalk.Doctor;

/// <summary>Asks DingTalk what has no effect, to see whether it would be allowed: it looks at permissions before it looks at what is asked.</summary>
public sealed class DingTalkProbe(DoctorHttp http, IOptions<DingTalkOptions> options)
{
    /// <summary>An id and a number that nobody has.</summary>
    private const string Nobody = "planbot-doctor";
    private const string NoNumber = "10000000000";

    /// <summary>As the console names it: 企业员工手机号信息.</summary>
    private const string MobileScope = "fieldMobile";

    /// <summary>People with accounts of the organisation's own have no number at all.</summary>
    private const int MostLookedAt = 3;

    private readonly DingTalkOptions settings = options.Value;

    /// <returns>The token, or what is in its way.</returns>
    public async Task<(string? Token, Finding? Trouble)> TokenAsync(CancellationToken cancellationToken)
    {
        const string check = "dingtalk-token";
        var (answer, trouble) = await AskAsync(
            check, HttpMethod.Post, Api("/v1.0/oauth2/accessToken"), new() { ["appKey"] = settings.AppKey!.Trim(), ["appSecret"] = settings.AppSecret!.Trim() }, null, cancellationToken);
        if (trouble is not null)
            return (null, trouble);
        return RobotMessage.Text(answer!["accessToken"]) is { } token ? (token, null) : (null, new(check, FindingState.Failed, "dingtalk-refused", settings.ApiUrl, "no token"));
    }

    public async Task<Finding> GatewayAsync(CancellationToken cancellationToken)
    {
        const string check = "dingtalk-stream";
        var body = new JObject
        {
            ["clientId"] = settings.AppKey!.Trim(), ["clientSecret"] = settings.AppSecret!.Trim(), ["subscriptions"] = JArray.Parse(StreamFrame.Subscriptions(settings.HasCards)),
        };
        var (answer, trouble) = await AskAsync(check, HttpMethod.Post, Api("/v1.0/gateway/connections/open"), body, null, cancellationToken);
        if (trouble is not null)
            return trouble;
        return Uri.TryCreate(RobotMessage.Text(answer!["endpoint"]), UriKind.Absolute, out var endpoint) && settings.AllowsStream(endpoint)
            ? new(check, FindingState.Ok, "dingtalk-stream", endpoint.Host)
            : new(check, FindingState.Failed, "dingtalk-stream-host", endpoint?.Host ?? "-");
    }

    public async Task<IReadOnlyList<Finding>> PermissionsAsync(string token, CancellationToken cancellationToken)
    {
        const string check = "dingtalk-permissions";
        var findings = new List<Finding>();
        var robot = Uri.EscapeDataString(settings.RobotCode!.Trim());
        List<(string Scope, HttpMethod Method, Uri Address, JObject? Body)> asked =
        [
            ("qyapi_robot_sendmsg", HttpMethod.Get, Api($"/v1.0/robot/oToMessages/readStatus?robotCode={robot}&processQueryKey={Nobody}"), null),
            ("qyapi_get_member", HttpMethod.Post, Legacy("/topapi/v2/user/get", token), new() { ["userid"] = Nobody }),
            ("qyapi_get_member_by_mobile", HttpMethod.Post, Legacy("/topapi/v2/user/getbymobile", token), new() { ["mobile"] = NoNumber }),
        ];
        if (settings.HasCards)
            asked.Add(("Card.Instance.Write", HttpMethod.Put, Api("/v1.0/card/instances"), new() { ["outTrackId"] = Nobody, ["cardData"] = new JObject { ["cardParamMap"] = new JObject() } }));
        if (settings.Todo)
            asked.Add(("Todo.Todo.Write", HttpMethod.Put, Api($"/v1.0/todo/users/{Nobody}/tasks/{Nobody}?operatorId={Nobody}"), new() { ["done"] = false }));
        if (settings.HasDing)
            asked.Add(("Premium.Ding.Write", HttpMethod.Post, Api("/v1.0/robot/ding/recall"), new() { ["robotCode"] = settings.RobotCode!.Trim(), ["openDingId"] = Nobody }));
        foreach (var (scope, method, address, body) in asked)
        {
            var (_, trouble) = await AskAsync(check, method, address, body, token, cancellationToken, scope);
            if (trouble is not null && trouble.Reason != "dingtalk-refused") // what nobody has is refused, and rightly
                findings.Add(trouble);
        }
        if (findings.Count == 0)
            findings.Add(new(check, FindingState.Ok, "dingtalk-permissions", string.Join(", ", asked.Select(one => one.Scope))));
        return findings;
    }

    /// <summary>Members' mobile numbers come only with a permission of their own, without which DingTalk leaves them out and says nothing: so somebody real is looked at.</summary>
    /// <param name="staffIds">People of the organisation that are known here.</param>
    public async Task<Finding> MobileNumbersAsync(string token, IReadOnlyList<string> staffIds, CancellationToken cancellationToken)
    {
        const string check = "dingtalk-mobile";
        var seen = false;
        foreach (var staff in staffIds.Take(MostLookedAt))
        {
            var (answer, _) = await AskAsync(check, HttpMethod.Post, Legacy("/topapi/v2/user/get", token), new() { ["userid"] = staff }, token, cancellationToken);
            if (answer?["result"] is not JObject person)
                continue;
            if (RobotMessage.Text(person["mobile"]) is { Length: > 0 })
                return new(check, FindingState.Ok, "dingtalk-mobile", MobileScope);
            seen = true;
        }
        return seen ? new(check, FindingState.Warning, "dingtalk-permission", MobileScope) : new(check, FindingState.Off, "dingtalk-mobile-unknown", MobileScope);
    }

    private async Task<(JObject? Answer, Finding? Trouble)> AskAsync(
        string check, HttpMethod method, Uri address, JObject? body, string? token, CancellationToken cancellationToken, string scope = "")
    {
        using var client = http.CreateClient();
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.ParseAdd("application/json");
        if (token is not null)
            request.Headers.Add("x-acs-dingtalk-access-token", token);
        if (body is not null)
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
        var host = address.GetLeftPart(UriPartial.Authority);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var (answer, refusal) = DingTalkException.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
            return (answer, refusal is null ? null : Finding(check, host, refusal, scope));
        }
        catch (HttpRequestException)
        {
            return (null, new(check, FindingState.Failed, "no-connection", host));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(check, FindingState.Failed, "too-slow", host));
        }
    }

    private static Finding Finding(string check, string host, DingTalkException refusal, string scope) => refusal.Refusal switch
    {
        Refusal.Credentials or Refusal.Token => new(check, FindingState.Failed, "dingtalk-secret-wrong", refusal.Code),
        Refusal.Permission => new(check, FindingState.Failed, "dingtalk-permission", refusal.Scope ?? scope),
        Refusal.Address => new(check, FindingState.Failed, "dingtalk-address", refusal.Code),
        Refusal.Quota => new(check, FindingState.Failed, "dingtalk-quota-out", refusal.Code),
        Refusal.Banned => new(check, FindingState.Failed, "dingtalk-banned", host),
        Refusal.Broken => new(check, FindingState.Failed, "status", host, refusal.Message),
        _ => new(check, FindingState.Failed, "dingtalk-refused", host, refusal.Code),
    };

    private Uri Api(string path) => new(new Uri(settings.ApiUrl), path);

    private Uri Legacy(string path, string token) => new(new Uri(settings.LegacyApiUrl), $"{path}?access_token={Uri.EscapeDataString(token)}");
}
