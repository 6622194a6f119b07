namespace PlanBot.Texts;

/// <summary>The lines of <c>planbot doctor</c>.</summary>
public static class DoctorTexts
{
    /// <param name="check">As a checkup names it, e.g. <c>public-url</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such check.</exception>
    public static string Check(string check, Language language) => check switch
    {
        "settings" => language.In("配置", "Settings"),
        "database" => language.In("数据库", "Database"),
        "plans" => language.In("计划", "Plans"),
        "coordinators" => language.In("管理员", "Coordinators"),
        "calendar" => language.In("工作日历", "Calendar"),
        "reach" => language.In("联络员", "Contacts"),
        "mode" => language.In("运行方式", "Mode"),
        "evidence" => language.In("佐证材料", "Evidence"),
        "port" => language.In("端口", "Port"),
        "public-url" => language.In("公网地址", "Public address"),
        "teams" => language.In("Teams", "Teams"),
        "teams-keys" => language.In("Teams 公钥", "Teams keys"),
        "clock" => language.In("时钟", "Clock"),
        "teams-token" => language.In("Teams 令牌", "Teams token"),
        "teams-connector" => language.In("Teams 连接", "Teams connector"),
        "mail" => language.In("邮件", "Mail"),
        "webhooks" => language.In("接收地址", "Webhooks"),
        "dingtalk" => language.In("钉钉", "DingTalk"),
        "dingtalk-token" => language.In("钉钉令牌", "DingTalk token"),
        "dingtalk-stream" => language.In("钉钉连接", "DingTalk connection"),
        "dingtalk-permissions" => language.In("钉钉权限", "DingTalk permissions"),
        "dingtalk-mobile" => language.In("钉钉手机号", "DingTalk mobile numbers"),
        "dingtalk-quota" => language.In("钉钉额度", "DingTalk quota"),
        "teams-package" => language.In("Teams 应用包", "Teams app"),
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "There is no such check."),
    };

    public static string State(string state, Language language) => state switch
    {
        "ok" => language.In("正常", "ok"),
        "warning" => language.In("警告", "warning"),
        "failed" => language.In("失败", "failed"),
        _ => language.In("未启用", "off"),
    };

    /// <summary>What was found in one sentence, without its remedy.</summary>
    public static string Message(DoctorWords words, Language language) => language.In(words.Chinese, words.English).TrimEnd('。', '.');

    /// <returns>Null where nothing is to be done.</returns>
    public static string? Remedy(DoctorWords words, Language language) => language.In(words.Remedy, words.RemedyInEnglish) is { Length: > 0 } remedy ? remedy : null;

    public static string Line(string check, string state, DoctorWords words, Language language)
    {
        var line = language.In($"[{State(state, language)}] {Check(check, language)}：{Message(words, language)}", $"[{State(state, language)}] {Check(check, language)}: {Message(words, language)}");
        return (Remedy(words, language) is { } remedy ? language.In($"{line}。处理：{remedy}。", $"{line}. Remedy: {remedy}.") : language.In($"{line}。", $"{line}.")).ReplaceLineEndings(" ");
    }

    public static string Sum(int checks, int warnings, int failed, Language language) =>
        failed > 0 ? language.In($"共检查{checks}项，{failed}项失败，{warnings}项警告。", $"{checks} checks: {failed} failed, {warnings} warnings.")
        : warnings > 0 ? language.In($"共检查{checks}项，没有失败，{warnings}项警告。", $"{checks} checks: none failed, {warnings} warnings.")
        : language.In($"共检查{checks}项，全部正常。", $"{checks} checks: all is well.");
}
