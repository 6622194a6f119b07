namespace PlanBot.Texts;

/// <summary>What the doctor found about DingTalk.</summary>
internal static class DingTalkDoctorWords
{
    /// <returns>Null for what is not about DingTalk.</returns>
    public static DoctorWords? Of(string reason, IReadOnlyList<string> at) => reason switch
    {
        "dingtalk-off" => new("没有启用（没有 Channels:DingTalk 的任何键）", "not in use (no key of Channels:DingTalk is set)", "要启用见 docs/dingtalk.md", "docs/dingtalk.md tells how to turn it on"),
        "dingtalk-settings" => new($"{at[0]}，应用 {at[1]}", $"{at[0]}, app {at[1]}"),
        "dingtalk-key" => new($"{at[0]} 缺失或不对", $"{at[0]} is missing or wrong", "补全钉钉的各键，或全部删去（docs/dingtalk.md）", "give all keys of DingTalk, or none (docs/dingtalk.md)"),
        "dingtalk-secret-in-file" => new($"{at[0]} 写在 appsettings.json 里", $"{at[0]} stands in appsettings.json", $"改用环境变量 {at[1]}", $"use the environment variable {at[1]} instead"),
        "dingtalk-token" => new($"取到了令牌（{at[0]}）", $"a token was given ({at[0]})"),
        "dingtalk-secret-wrong" => new($"AppKey 或 AppSecret 不对（{at[0]}）", $"the AppKey or the AppSecret is wrong ({at[0]})", "在开放平台应用的“凭证与基础信息”页核对 Client ID 和 Client Secret", "compare the Client ID and Client Secret on the app's page \"Credentials & Basic Info\""),
        "dingtalk-stream" => new($"可以建立 Stream 连接（{at[0]}）", $"a Stream connection is offered ({at[0]})"),
        "dingtalk-stream-host" => new($"Stream 连接指向 {at[0]}，不在 Channels:DingTalk:StreamHosts 里", $"the Stream connection leads to {at[0]}, which Channels:DingTalk:StreamHosts does not list", "确认是钉钉的主机后加入这个键", "add it to that key once you know that it is DingTalk's"),
        "dingtalk-permissions" => new($"所需权限都已开通（{at[0]}）", $"every permission that is needed is there ({at[0]})"),
        "dingtalk-permission" => new($"缺少权限 {at[0]}", $"the permission {at[0]} is missing", "在开放平台应用的“权限管理”页申请开通，开通后发布新版本", "ask for it on the app's page \"Permission Management\", then publish a new version"),
        "dingtalk-mobile" => new($"看得到员工手机号（{at[0]}）", $"members' mobile numbers can be read ({at[0]})"),
        "dingtalk-mobile-unknown" => new($"还没有已知的钉钉人员，权限 {at[0]} 没有检查", $"the permission {at[0]} was not looked at: nobody of DingTalk is known yet", "名单导入后或有人说过话以后再运行一次；不按手机号找人就不需要，可设 Channels:DingTalk:FindByMobile=false", "run this again once the list is imported or somebody has written; where nobody is found by mobile number it is not needed, and Channels:DingTalk:FindByMobile may be false"),
        "dingtalk-address" => new($"本机的出口 IP 不在应用的白名单里（{at[0]}）", $"this machine's address is not on the app's list ({at[0]})", "在应用的“安全设置”里把出口 IP 加入服务器出口 IP", "add it to the server egress IPs under the app's \"Security Settings\""),
        "dingtalk-refused" => new($"{at[0]} 拒绝了请求（{at[1]}）", $"{at[0]} refuses ({at[1]})", "在 open.dingtalk.com 查这个错误码", "look that code up at open.dingtalk.com"),
        "dingtalk-banned" => new($"{at[0]} 因调用过频暂时拒绝本机", $"{at[0]} shuts this machine out for calling too often", "等五分钟再试；若反复出现，检查出口是否与其他系统共用", "wait five minutes; when it comes again, see whether other systems share the way out"),
        "dingtalk-quota-out" => new($"本月接口额度已用完（{at[0]}）", $"the month's quota of calls is used up ({at[0]})", "购买加量包或升级版本", "buy more, or another edition"),
        "dingtalk-quota" or "dingtalk-quota-short" or "dingtalk-quota-used" => Quota(reason, at),
        _ => null,
    };

    private static DoctorWords Quota(string reason, IReadOnlyList<string> at)
    {
        string Say(Language language) => QuotaTexts.Forecast(int.Parse(at[0], System.Globalization.CultureInfo.InvariantCulture), Figure(at[1]), Figure(at[2]), Figure(at[3]), Figure(at[4]), Figure(at[5]), Figure(at[6]), language).TrimEnd('。', '.');
        return reason == "dingtalk-quota"
            ? new(Say(Language.Chinese), Say(Language.English))
            : new(Say(Language.Chinese), Say(Language.English), QuotaTexts.Verdict(false, reason == "dingtalk-quota-used", Language.Chinese).TrimEnd('。'), QuotaTexts.Verdict(false, reason == "dingtalk-quota-used", Language.English).TrimEnd('.'));
    }

    private static long Figure(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
