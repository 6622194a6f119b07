using System.Globalization;
using System.Text;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>What the import command prints. Errors are one line in both languages: the terminal does not tell whose it is.</summary>
public static class ImportTexts
{
    public sealed record NoticeSummary(
        string? Title, string? Issuer, string? IssuedOn, string? Rule, IReadOnlyList<TaskSummary> Tasks, IReadOnlyList<(int Line, string Message)> Warnings)
    {
        /// <summary>The rule as it was understood, who reports and when for the first time; null where the notice states none.</summary>
        public string? Understood { get; init; }
        public string? Contact { get; init; }

        /// <summary>Collective names among the units, which have nobody who could be asked.</summary>
        public IReadOnlyList<string> Groups { get; init; } = [];
    }

    public sealed record TaskSummary(string? Number, string Name, int Line, IReadOnlyList<(AssignmentRole Role, string Name)> Units);

    /// <param name="WithoutContact">Units that nobody reports for yet.</param>
    public sealed record StoredSummary(string Title, int Tasks, int Units, bool AlreadyThere, int WithoutContact);

    public static string CannotRead(string file) =>
        $"{file}：读不到这个文件，请检查路径和权限。 This file cannot be read; check its path and permissions.";

    public static string Refused(string file, int? line, string chinese, string english) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}{(line is { } at ? $":{at}" : "")}：{chinese} {english}");

    /// <summary>Behind a difference that was only shown.</summary>
    public const string NotApplied = "以上只是比较，没有任何改动；确认后请加 --apply 再运行一次（改名的单位不是同一个时再加 --not-renamed）。 This was only compared, nothing was changed; run it again with --apply to apply it (and with --not-renamed where the renamed units are other ones).";

    public const string Applied = "已按这份通知调整。 The plan was changed by this notice.";

    /// <summary>Units of a new notice that only a person can tell.</summary>
    public static string RenamesOpen(string question) =>
        $"{question} 没有入库：请加 --renamed 或 --not-renamed 再运行一次。 Nothing was stored: run it again with --renamed or --not-renamed.";

    /// <summary>Behind what was stored, where nobody could be asked.</summary>
    public static string RuleAssumed(string rule, string? from) =>
        $"通知没有写明报送要求，暂按{(from is null ? "通常做法" : $"《{from}》")}；要另定，请在导入时加 --rule。 The notice states no whole reporting rule; {(from is null ? "the usual one" : $"that of {from}")} was taken. To decide otherwise, import with --rule.\n{rule}";

    public const string RulePrompt = "直接回车即照此执行。 Press Enter to take that.";

    public static string RuleStated(string evidence) =>
        $"通知自己写明了报送要求，--rule 不适用：“{evidence}” The notice states its own reporting rule; --rule does not apply.";

    public static string RuleUnread(string words) =>
        $"看不出报送要求：“{words}”。请写成“每月25日前”“每季度结束后5个工作日内”这样的话。 \"{words}\" names no due day; write it like \"by the 25th of each month\".";

    /// <summary>The notice as it was understood, with the line of every task and every warning.</summary>
    public static string Preview(NoticeSummary notice)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"标题：{notice.Title ?? "（未找到）"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"发文机关：{notice.Issuer ?? "（未找到）"}　日期：{notice.IssuedOn ?? "（未找到）"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"报送要求：{notice.Rule ?? "（通知未写明）"}");
        if (notice.Understood is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"  理解为：{notice.Understood}");
        if (notice.Contact is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"联系人：{notice.Contact}");
        if (notice.Groups.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  请留意：{ImportNoticeTexts.GroupsNamed(notice.Groups, Language.Chinese)}");
        foreach (var (line, message) in notice.Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"  请留意第{line}行：{message}");
        foreach (var task in notice.Tasks)
            text.AppendLine(CultureInfo.InvariantCulture, $"  第{task.Line}行　{task.Number}　{task.Name}　［{UnitsOf(task)}］");
        var units = notice.Tasks.SelectMany(task => task.Units).Select(unit => unit.Name).Distinct().Count();
        text.AppendLine(CultureInfo.InvariantCulture, $"共{notice.Tasks.Count}项任务、{units}个单位。 {notice.Tasks.Count} tasks, {units} units.");
        return text.ToString();
    }

    /// <summary>牵头：县住建局；配合：县财政局、县教育局.</summary>
    private static string UnitsOf(TaskSummary task) => string.Join('；', task.Units.GroupBy(unit => unit.Role).OrderBy(same => same.Key switch { AssignmentRole.Lead => 0, AssignmentRole.Responsible => 1, _ => 2 })
        .Select(same => TaskTexts.Role(same.Key, Language.Chinese) + string.Join('、', same.Select(unit => unit.Name))));

    public static string Stored(StoredSummary stored) => StoredAlone(stored) + (stored is { AlreadyThere: false, WithoutContact: > 0 }
        ? string.Create(CultureInfo.InvariantCulture, $"\n还没有登记联络员的单位{stored.WithoutContact}个，提醒发不到；用 contacts import 导入名单。 {stored.WithoutContact} units have no contact yet, so no reminder gets there; load a list with contacts import.")
        : "");

    private static string StoredAlone(StoredSummary stored) => stored switch
    {
        { AlreadyThere: true } => "这份通知先前已导入，内容相同，没有任何改动。 This notice had been imported before and says the same; nothing was changed.",
        _ => "已入库。 Stored.",
    };
}
