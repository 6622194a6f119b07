using System.Globalization;
using System.Text;

namespace PlanBot.Texts;

/// <summary>What the import command prints. Errors are one line in both languages: the terminal does not tell whose it is.</summary>
public static class ImportTexts
{
    public sealed record NoticeSummary(
        string? Title, string? Issuer, string? IssuedOn, string? Rule, IReadOnlyList<TaskSummary> Tasks, IReadOnlyList<(int Line, string Message)> Warnings);

    public sealed record TaskSummary(string? Number, string Name, int Line, IReadOnlyList<string> Units);

    /// <param name="WithoutContact">Units that nobody reports for yet.</param>
    public sealed record StoredSummary(string Title, int Tasks, int Units, bool AlreadyThere, bool RuleAssumed, int WithoutContact);

    public static string CannotRead(string file) =>
        $"{file}：读不到这个文件，请检查路径和权限。 This file cannot be read; check its path and permissions.";

    public static string Refused(string file, int? line, string chinese, string english) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}{(line is { } at ? $":{at}" : "")}：{chinese} {english}");

    public static string NoSuchParent(string parent) =>
        $"没有“{parent}”这个上级计划，请先导入它，或核对标题。 There is no plan \"{parent}\"; import it first, or check its title.";

    public static string OtherContents(string title, string source) =>
        $"《{title}》已从文件“{source}”导入，这份文件标题、机关、日期相同而内容不同；为免各单位重复收到提醒，没有入库。 This notice was imported from \"{source}\"; this file has the same title, issuer and date but other contents, so nothing was stored: every unit would be reminded twice.";

    /// <summary>The notice as it was understood, with the line of every task and every warning.</summary>
    public static string Preview(NoticeSummary notice)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"标题：{notice.Title ?? "（未找到）"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"发文机关：{notice.Issuer ?? "（未找到）"}　日期：{notice.IssuedOn ?? "（未找到）"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"报送要求：{notice.Rule ?? "（通知未写明）"}");
        foreach (var task in notice.Tasks)
            text.AppendLine(CultureInfo.InvariantCulture, $"  第{task.Line}行　{task.Number}　{Shorten(task.Name)}　［{string.Join('、', task.Units)}］");
        foreach (var (line, message) in notice.Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"  请留意第{line}行：{message}");
        var units = notice.Tasks.SelectMany(task => task.Units).Distinct().Count();
        text.AppendLine(CultureInfo.InvariantCulture, $"共{notice.Tasks.Count}项任务、{units}个单位。 {notice.Tasks.Count} tasks, {units} units.");
        return text.ToString();
    }

    public static string Stored(StoredSummary stored) => StoredAlone(stored) + (stored is { AlreadyThere: false, WithoutContact: > 0 }
        ? string.Create(CultureInfo.InvariantCulture, $"\n还没有登记联络员的单位{stored.WithoutContact}个，提醒发不到；用 contacts import 导入名单。 {stored.WithoutContact} units have no contact yet, so no reminder gets there; load a list with contacts import.")
        : "");

    private static string StoredAlone(StoredSummary stored) => stored switch
    {
        { AlreadyThere: true } => "这份文件先前已导入，没有任何改动。 This file had been imported before; nothing was changed.",
        { RuleAssumed: true } => "已入库。通知没有写明报送要求，暂按“每季度、次季度第三个工作日前”执行。 Stored. The notice states no reporting rule; quarterly, by the third working day of the next quarter, was taken.",
        _ => "已入库。 Stored.",
    };

    private static string Shorten(string name) => name.Length <= 30 ? name : name[..30] + "…";
}
