using PlanBot.Data.Sql;

namespace PlanBot.Texts;

/// <summary>What was found, and what to do about it; the remedy is empty where nothing is to be done.</summary>
public sealed record DoctorWords(string Chinese, string English, string Remedy = "", string RemedyInEnglish = "")
{
    /// <param name="reason">As a checkup names it.</param>
    /// <param name="at">The finding's details: places, names, figures.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reason.</exception>
    public static DoctorWords Of(string reason, IReadOnlyList<string> at) => Office(reason, at) ?? Service(reason, at) ?? Settings(reason, at) ?? Connection(reason, at) ?? Package(reason, at) ?? DingTalkDoctorWords.Of(reason, at)
        ?? throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason.");

    private static DoctorWords? Office(string reason, IReadOnlyList<string> at) => reason switch
    {
        "database" => new($"{at[0]}，结构为第{at[1]}版，可读可写", $"{at[0]}, schema {at[1]}, can be read and written"),
        "no-file" => new($"{at[0]} 还不存在", $"{at[0]} is not there yet",
            "第一次启动会自动建立；已经用过的，请到启动 PlanBot 的文件夹里运行，或检查 ConnectionStrings:PlanBot", "the first start makes it; if it was in use before, go to the folder in which PlanBot is started, or check ConnectionStrings:PlanBot"),
        "schema-older" => new($"{at[0]} 的结构较旧（缺第{at[1]}至{at[2]}版）", $"{at[0]} is of an older schema (migrations {at[1]} to {at[2]} are missing)", "先备份，再启动服务，会自动升级", "back it up, then start the service, which brings it up to date"),
        "database-unavailable" => Database(at),
        "no-webhooks" => new("没有登记", "none"),
        "webhooks" => new($"{at[0]}个接收地址，消息都能送达", $"{at[0]}, and what they were to be told has arrived"),
        "webhook-failing" => new($"{at[0]}：等待{at[1]}条、放弃{at[2]}条，最近失败：{at[3]}", $"{at[0]}: {at[1]} waiting, {at[2]} given up; last failure: {at[3]}",
            "检查接收方；不再需要的用 planbot webhook remove 移除；内网地址须写进 Webhooks:AllowedNetworks", "look at the receiver; planbot webhook remove drops what is no longer needed; a private network has to stand in Webhooks:AllowedNetworks"),
        "mail-off" => new("没有启用", "off"),
        "mail-reached" => new($"{at[0]} 可以连接并登录", $"{at[0]} can be reached and lets PlanBot in"),
        "mail-refused" => new($"{at[0]} 不接受用户名或密码", $"{at[0]} does not accept the user or the password", "核对 Channels:Mail:User 和 Password", "check Channels:Mail:User and Password"),
        "mail-unreached" => new($"{at[0]} 连不上（{at[1]}）", $"{at[0]} cannot be reached ({at[1]})", "核对 Channels:Mail:Host、Port、Security 和防火墙", "check Channels:Mail:Host, Port and Security, and the firewall"),
        "plans" => new($"{at[0]}个", $"{at[0]}"),
        "not-looked-at" => new("数据库还不能用，计划、日历和联络员没有检查", "not looked at, nor the calendar and the contacts: the database cannot be used yet"),
        "no-plan" => new("还没有导入通知", "no notice has been imported", "planbot import 通知.txt --dry-run，看过再去掉 --dry-run", "planbot import notice.txt --dry-run, then without --dry-run"),
        "coordinators" => new($"{at[0]}人", $"{at[0]}"),
        "no-coordinator" => new("还没有牵头部门管理员", "there is no coordinator yet", "planbot coordinator add 姓名", "planbot coordinator add <name>"),
        "calendar" => new($"用到的年份都已载入（{Listed(at[0])}）", $"every year that is needed is loaded ({at[0]})"),
        "year-missing" => new($"用到的{Listed(at[0])}年放假安排还没有载入，截止日期只按周末推算，均为暂定", $"the holidays of {at[0]} are needed and not loaded; due dates leave out weekends only and are provisional",
            $"国务院办公厅公布后运行 planbot calendar import {at[1]}.csv", $"when they are published, planbot calendar import {at[1]}.csv"),
        "all-reached" => new($"《{at[0]}》各单位的联络员都能联系上", $"{at[0]}: every unit's contact can be reached"),
        "out-of-reach" => new(
            $"《{at[0]}》：没有联络员的单位{at[1]}个，没有绑定账号的{at[2]}人，消息送不到的{at[3]}人，从未打开过会话的{at[4]}人",
            $"{at[0]}: {at[1]} units without a contact, {at[2]} contacts without an account, {at[3]} whom the last message did not reach, {at[4]} who never opened the conversation",
            "planbot contacts import、planbot contacts invite；名单问机器人“谁联系不上”", "planbot contacts import, planbot contacts invite; ask the bot \"who cannot be reached\" for the list"),
        _ => null,
    };

    private static string Listed(string names) => names.Replace(", ", "、", StringComparison.Ordinal);

    private static DoctorWords Database(IReadOnlyList<string> at)
    {
        var problem = new DatabaseUnavailableException(Enum.Parse<DatabaseProblem>(at[0]), at[1], detail: at[2]);
        return new(DatabaseTexts.Explain(problem, Language.Chinese), DatabaseTexts.Explain(problem, Language.English));
    }

    private static DoctorWords? Service(string reason, IReadOnlyList<string> at) => reason switch
    {
        "settings" => new("可以读取，取值有效", "can be read, and every value is allowed"),
        "broken-settings" => new(at[0], at[0]),
        "broke-down" => new($"检查中断（{at[0]}）", $"the check broke down ({at[0]})", "请把这一行交给维护人员", "pass this line on to whoever looks after PlanBot"),
        "in-earnest" => new("正式运行", "in earnest"),
        "demo" => new("演示模式：任何人都能选用任何身份", "demo mode: anybody may be anybody", "正式使用请把 Demo:Enabled 设为 false，或运行发布后的程序", "for real use set Demo:Enabled to false, or run the published program"),
        "evidence" => new($"{at[0]} 可写", $"{at[0]} can be written to"),
        "evidence-unwritable" => new($"{at[0]} 写不进去", $"{at[0]} cannot be written to", "给运行服务的用户开放写权限，或改 Evidence:Folder", "let the service's user write there, or change Evidence:Folder"),
        "port-free" => new($"{at[0]} 空闲，服务没有在运行", $"{at[0]} is free; the service is not running"),
        "serving" => new($"{at[0]} 上 PlanBot 正在运行", $"PlanBot is running on {at[0]}"),
        "port-taken" => new($"{at[0]} 被别的程序占用", $"{at[0]} is taken by another program", "关闭那个程序，或在 Urls 里换一个端口", "close that program, or choose another port in Urls"),
        "port-refused" => new($"不能在 {at[0]} 上监听（{at[1]}）", $"{at[0]} cannot be listened on ({at[1]})", "在 Urls 里换一个端口或地址；1024 以下的端口需要权限", "choose another port or address in Urls; ports below 1024 need permission"),
        "no-address" => new($"Urls 里的“{at[0]}”不是地址", $"\"{at[0]}\" in Urls is no address", "写成 http://localhost:3978 这样", "write it like http://localhost:3978"),
        "no-public-url" => new("没有配置 Channels:Browser:PublicUrl", "Channels:Browser:PublicUrl is not set", "写上大家访问的地址，如 https://planbot.example.gov.cn", "set it to the address that people use, such as https://planbot.example.gov.cn"),
        "sub-path" => new($"{at[0]} 带有路径", $"{at[0]} has a path", "PlanBot 要单独使用一个域名", "PlanBot wants a host name of its own"),
        "no-https" => new($"{at[0]} 不是 https", $"{at[0]} is not https", "在反向代理上配好证书，把 Channels:Browser:PublicUrl 改为 https://", "give the reverse proxy a certificate and let Channels:Browser:PublicUrl begin with https://"),
        "other-port" => new($"{at[0]} 用了端口 {at[1]}，Teams 只访问 443", $"{at[0]} is on port {at[1]}; Teams calls 443 only", "在反向代理上用 443 端口", "let the reverse proxy listen on 443"),
        "reached" => new($"{at[0]} 访问得到 PlanBot", $"PlanBot answers under {at[0]}"),
        "endpoint" => new($"{at[0]} 访问得到，没有令牌的请求被拒绝", $"{at[0]} answers, and turns away what has no token"),
        "endpoint-off" => new($"{at[0]} 返回 404：正在运行的服务没有打开 Teams", $"{at[0]} answers 404: the service that runs there has Teams off", "用同样的配置重启服务，并确认代理把 /api/messages 转给它", "restart the service with these settings, and let the proxy pass /api/messages on"),
        "endpoint-blocked" => new($"{at[0]} 返回 {at[1]}，应为 401", $"{at[0]} answers {at[1]} where 401 is due", "检查代理或防火墙：/api/messages 要原样转发，不加登录页", "look at the proxy or firewall: /api/messages must be passed on as it is, without a sign-in page"),
        "proxy-alone" => new($"{at[0]} 返回 {at[1]}：代理在，后面的服务不在", $"{at[0]} answers {at[1]}: the proxy is there and the service behind it is not", "启动服务，检查代理转发的地址", "start the service, and check where the proxy passes requests on to"),
        "somebody-else" => new($"{at[0]} 上应答的不是 PlanBot", $"whoever answers under {at[0]} is not PlanBot", "检查域名解析和代理转发的地址", "check the name and where the proxy passes requests on to"),
        _ => null,
    };

    private static DoctorWords? Settings(string reason, IReadOnlyList<string> at) => reason switch
    {
        "teams-off" => new("没有启用（没有 Channels:Teams 的任何键）", "not in use (no key of Channels:Teams is set)", "要启用见 docs/teams.md", "docs/teams.md tells how to turn it on"),
        "teams-settings" => new($"{at[0]}，应用 {at[1]}", $"{at[0]}, app {at[1]}"),
        "key" => new($"{at[0]} 缺失或与其他键不符", $"{at[0]} is missing or does not fit the other keys", "补全 Teams 的各键，或全部删去", "give all keys of Teams, or none"),
        "cloud-key" => new($"{at[0]} 缺失或不对", $"{at[0]} is missing or wrong", "地址要么一个都不写，要么按 docs/teams.md 全部写上", "give none of the addresses, or all of them as in docs/teams.md"),
        "no-guid" => new($"{at[0]} 不是 ID", $"{at[0]} is no id", "写成 11111111-2222-3333-4444-555555555555 这样的 ID，不写名称", "write the id, which looks like 11111111-2222-3333-4444-555555555555, and not a name"),
        "id-for-secret" => new($"{at[0]} 看上去是密码的 ID，不是密码的值", $"{at[0]} looks like the id of the secret and not like its value", "在“证书和密码”页新建一个密码，复制“值”那一列", "make a new secret under \"Certificates & secrets\" and copy the column \"Value\""),
        "no-host" => new($"{at[0]} 里的“{at[1]}”不是主机名", $"\"{at[1]}\" in {at[0]} is no host name", "只写主机名，不带 https:// 和路径", "write host names only, without https:// and path"),
        "without-authentication" => new("身份验证已关闭，只接受本机的请求", "authentication is off; only this machine is listened to", "正式使用请删去 Channels:Teams:WithoutAuthentication，配上应用的各键", "for real use take Channels:Teams:WithoutAuthentication out and set the keys of the app"),
        "multi-tenant" => new("多租户的机器人，微软已停止新建", "a multi-tenant bot, of which Microsoft makes no new ones", "可以继续用；新建的请用 SingleTenant", "it goes on working; make new ones SingleTenant"),
        "open-to-all" => new("多租户，且没有限定租户：任何组织的人都能敲门", "multi-tenant, and no tenant is named: people of any organisation may knock", "在 Channels:Teams:AllowedTenants 里写上本单位的租户 ID", "name your tenant's id in Channels:Teams:AllowedTenants"),
        "secret-in-file" => new("密码写在 appsettings.json 里", "the secret stands in appsettings.json", "改用环境变量 Channels__Teams__MicrosoftAppPassword", "use the environment variable Channels__Teams__MicrosoftAppPassword instead"),
        _ => null,
    };

    private static DoctorWords? Connection(string reason, IReadOnlyList<string> at) => reason switch
    {
        "keys" => new($"取到 {at[1]} 把签名公钥（{at[0]}）", $"{at[1]} signing keys ({at[0]})"),
        "no-metadata" => new($"{at[0]} 返回的不是 OpenID 元数据", $"what {at[0]} answers is no OpenID metadata", "检查 ToBotFromChannelOpenIdMetadataUrl，以及出口代理是否改写了内容", "check ToBotFromChannelOpenIdMetadataUrl, and whether a proxy on the way out changes what it says"),
        "other-issuer" => new($"公钥的签发者是 {at[0]}，配置的是 {at[1]}", $"the keys are those of {at[0]}, the settings say {at[1]}", "四个地址要属于同一个云（docs/teams.md）", "the four addresses must belong to one cloud (docs/teams.md)"),
        "no-keys" => new($"{at[0]} 里没有给 Teams 用的公钥", $"{at[0]} holds no key for Teams", "检查 ToBotFromChannelOpenIdMetadataUrl", "check ToBotFromChannelOpenIdMetadataUrl"),
        "clock" => new("与微软的时钟一致", "agrees with Microsoft's"),
        "clock-ahead" => new($"本机快了 {at[0]} 秒", $"this machine is {at[0]} s ahead", "打开时间同步（NTP）；相差 5 分钟以上，Teams 的消息全部会被拒绝", "turn on NTP; from 5 minutes on everything from Teams is turned away"),
        "clock-behind" => new($"本机慢了 {at[0]} 秒", $"this machine is {at[0]} s behind", "打开时间同步（NTP）；相差 5 分钟以上，Teams 的消息全部会被拒绝", "turn on NTP; from 5 minutes on everything from Teams is turned away"),
        "token" => new($"取到了令牌（{at[0]}）", $"a token was given ({at[0]})"),
        "secret-wrong" => new($"密码不对（{at[0]}）", $"the secret is wrong ({at[0]})", "MicrosoftAppPassword 要写密码的“值”；忘了就新建一个", "MicrosoftAppPassword is the secret's \"Value\"; when it is lost, make a new one"),
        "secret-expired" => new($"密码已过期（{at[0]}）", $"the secret has expired ({at[0]})", "在“证书和密码”页新建一个，更新 MicrosoftAppPassword 并重启服务", "make a new one under \"Certificates & secrets\", put it into MicrosoftAppPassword and restart the service"),
        "app-unknown" => new($"这个租户里没有这个应用（{at[0]}）", $"there is no such app in this tenant ({at[0]})", "核对 MicrosoftAppId 和 MicrosoftAppTenantId；单租户应用要注册在本租户", "compare MicrosoftAppId and MicrosoftAppTenantId; a single-tenant app is registered in its own tenant"),
        "tenant-unknown" => new($"没有这个租户（{at[0]}）", $"there is no such tenant ({at[0]})", "核对 MicrosoftAppTenantId，以及登录地址是不是这个云的", "check MicrosoftAppTenantId, and whether the login address is that of this cloud"),
        "no-identity" => new($"取不到这台机器的托管标识（{at[0]}）", $"this machine's managed identity cannot be had ({at[0]})", "确认程序运行在 Azure 上、标识已分配给这台机器，MicrosoftAppId 是它的客户端 ID", "the program must run in Azure with that identity assigned; MicrosoftAppId is its client id"),
        "refused" => new($"取不到令牌（{at[0]}）", $"no token was given ({at[0]})", "在 login.microsoftonline.com/error 查这个代码", "look that code up at login.microsoftonline.com/error"),
        "connector" => new($"{at[0]} 连得上", $"{at[0]} can be reached"),
        "connector-listed" => new($"{at[0]} 已列入允许的主机", $"{at[0]} is among the allowed hosts"),
        "connector-not-listed" => new($"{at[0]} 里没有这个云（{at[1]}）的连接器，来信都会被拒绝", $"{at[0]} holds no connector of this cloud ({at[1]}): everything is turned away", "按 docs/teams.md 写上这个云的连接器主机", "write the hosts of its connector there, as in docs/teams.md"),
        "no-such-name" => new($"{at[0]} 的域名解析不了", $"the name in {at[0]} cannot be resolved", "检查域名和这台机器的 DNS", "check the name, and this machine's DNS"),
        "no-connection" => new($"{at[0]} 连不上", $"{at[0]} cannot be reached", "检查服务是否在运行、防火墙和出口是否放行 443", "check whether it runs, and whether the firewall lets 443 through"),
        "certificate" => new($"{at[0]} 的证书不受信任", $"the certificate of {at[0]} is not trusted", "换用受信任机构签发的完整证书链，并检查是否过期", "use a full chain from a trusted authority, and look whether it has expired"),
        "too-slow" => new($"{at[0]} 十秒内没有应答", $"{at[0]} did not answer within ten seconds", "检查防火墙和出口网络", "check the firewall and the way out"),
        "status" => new($"{at[0]} 返回 {at[1]}", $"{at[0]} answers {at[1]}", "检查地址和出口代理", "check the address, and the proxy on the way out"),
        _ => null,
    };

    private static DoctorWords? Package(string reason, IReadOnlyList<string> at) => reason switch
    {
        "package" => new($"{at[0]}（版本 {at[1]}）是这个机器人的", $"{at[0]} (version {at[1]}) is this bot's"),
        "no-package" => new($"没有 {at[0]}", $"there is no {at[0]}", "planbot manifest pack 打包；放在别处用 --package 指明", "planbot manifest pack makes it; name it by --package where it lies elsewhere"),
        "unreadable-package" => new($"{at[0]} 不是 Teams 应用包", $"{at[0]} is no Teams app package", "用 planbot manifest pack 重新打包", "pack it again with planbot manifest pack"),
        "other-app" => new($"{at[0]} 是应用 {at[1]} 的，配置的是 {at[2]}", $"{at[0]} is for the app {at[1]}, the settings say {at[2]}", "用 planbot manifest pack 重新打包并上传", "pack it again with planbot manifest pack, and upload it"),
        "other-domain" => new($"{at[0]} 的域名是 {at[1]}，公网地址是 {at[2]}", $"{at[0]} is for {at[1]}, the public address is {at[2]}", "用 planbot manifest pack 重新打包并上传", "pack it again with planbot manifest pack, and upload it"),
        _ => null,
    };
}
