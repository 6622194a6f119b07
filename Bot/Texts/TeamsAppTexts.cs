namespace PlanBot.Texts;

/// <summary>What <c>planbot manifest pack</c> says, one line each.</summary>
public static class TeamsAppTexts
{
    public static string Packed(string file, string appId, string domain, string schema, Language language) => language.In(
        $"已写出 {file}：应用 {appId}，域名 {domain}，清单版本 {schema}。下一步：在 Teams 管理中心“管理应用”里上传（docs/teams.md）。",
        $"Written {file}: app {appId}, domain {domain}, manifest version {schema}. Next: upload it under \"Manage apps\" in the Teams admin center (docs/teams.md).");

    public static string NoAppId(Language language) => language.In(
        "缺少应用 ID：请加 --app-id，或先配置 Channels:Teams:MicrosoftAppId。应用 ID 在 Azure 机器人资源的“配置”页上。",
        "The app id is missing: add --app-id, or set Channels:Teams:MicrosoftAppId first. It stands on the \"Configuration\" page of the Azure Bot resource.");

    public static string NoDomain(Language language) => language.In(
        "缺少域名：请加 --domain（如 planbot.example.gov.cn），或先配置 Channels:Browser:PublicUrl。",
        "The domain is missing: add --domain, such as planbot.example.gov.cn, or set Channels:Browser:PublicUrl first.");

    public static string WrongAppId(string given, Language language) => language.In(
        $"--app-id 写的是“{given}”，应为 11111111-2222-3333-4444-555555555555 这样的应用（客户端）ID。",
        $"--app-id is \"{given}\"; write the application (client) id, which looks like 11111111-2222-3333-4444-555555555555.");

    public static string WrongDomain(string given, Language language) => language.In(
        $"--domain 写的是“{given}”，应只写域名，如 planbot.example.gov.cn，不带 https://、端口和路径，也不能是 IP 地址。",
        $"--domain is \"{given}\"; write the host name only, such as planbot.example.gov.cn: no https://, no port, no path, no IP address.");

    public static string WrongDeveloper(string given, Language language) => language.In(
        $"--developer 写的是“{given}”，应为 1 到 32 个字的单位名称。", $"--developer is \"{given}\"; write the name of the office in 1 to 32 characters.");

    public static string WrongVersion(string given, Language language) => language.In(
        $"--app-version 写的是“{given}”，应为 1.0.1 这样的三段数字，且比已上传的大。", $"--app-version is \"{given}\"; write three numbers such as 1.0.1, greater than what was uploaded before.");

    public static string WrongAddress(string given, Language language) => language.In(
        $"网址“{given}”不对，应为 https:// 开头的完整地址。", $"The address \"{given}\" does not do; write a full one that begins with https://.");

    public static string WrongSchema(string given, IReadOnlyList<string> known, Language language) => language.In(
        $"--schema 写的是“{given}”，可选 {string.Join('、', known)}。", $"--schema is \"{given}\"; choose one of {string.Join(", ", known)}.");

    /// <param name="configured">The app id in the settings.</param>
    public static string OtherApp(string given, string configured, Language language) => language.In(
        $"--app-id 是 {given}，而这台机器配置的 Channels:Teams:MicrosoftAppId 是 {configured}：两者必须相同，否则机器人不会应答。",
        $"--app-id is {given}, but Channels:Teams:MicrosoftAppId of this machine is {configured}: they must be the same, or the bot will not answer.");

    public static string WrongTab(string given, Language language) => language.In(
        $"--tab “{given}”不是应用（客户端）ID：应是 8-4-4-4-12 位的十六进制数，在 Entra 应用注册的“概述”页上。",
        $"--tab \"{given}\" is no client id: it has 8-4-4-4-12 hexadecimal digits, and stands on the Overview page of the app registration in Entra.");

    public static string TabOfAnother(string given, Language language) => language.In(
        $"--tab 是 {given}，而已读回执（--read-receipts）只能用机器人自己的应用注册：请让标签页也用它，或去掉其中一项。",
        $"--tab is {given}, but read receipts (--read-receipts) need the bot's own registration: let the tab use that too, or leave one of the two out.");

    public static string FileEnding(string file, Language language) => language.In($"要写的文件“{file}”应以 .zip 结尾。", $"The file to write, \"{file}\", must end with .zip.");

    public static string CannotWrite(string file, Language language) => language.In(
        $"写不了 {file}，请检查文件夹是否存在、是否有写权限。", $"{file} cannot be written; check that its folder is there and may be written to.");
}
