using System.Text;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <param name="Rule">The notice's own sentence, or what was decided in its place.</param>
/// <param name="FirstTasks">Names of the first few.</param>
public sealed record NoticeCounts(string? Title, string? Issuer, string? IssuedOn, string Rule, int Tasks, int Units, IReadOnlyList<string> FirstTasks)
{
    /// <summary>The rule as it was understood; null where it stands in <see cref="Rule"/> already.</summary>
    public string? Understood { get; init; }
    public string? Contact { get; init; }

    /// <summary>Collective names among the units.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>Importing a notice in the conversation.</summary>
public static class ImportNoticeTexts
{
    /// <summary>Doubts shown one by one; the command line shows all.</summary>
    private const int MostWarnings = 10;

    /// <summary>Tasks of a difference shown one by one, of each kind.</summary>
    private const int MostTasks = 10;

    public static Reply AskFile(Language language) => new(language.In(
        "请把通知文件（Word、Excel、网页或纯文本）发给我，或把通知全文粘贴过来。我先列出读到的内容，您确认后才入库。", "Please send the notice as a file (Word, Excel, a saved page or plain text), or paste the whole of it. I show what I read first; it is stored only when you confirm."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply Refused(string file, int? line, string reason, Language language) => new(language.In(
        $"{file}{(line is { } at ? $"第{at}行" : "")}：{reason}没有入库。", $"{file}{(line is { } number ? $", line {number}" : "")}: {reason} Nothing was stored."));

    public static Reply Known(string title, Language language) =>
        new(language.In($"《{title}》先前已导入，内容相同，没有任何改动。", $"{title} had been imported before and says the same; nothing was changed."));

    public static Reply AskRenames(IReadOnlyList<UnitRename> renames, Language language) => new(NoticeDifferenceTexts.AskRenames(renames, language))
    {
        Buttons = [new(language.In("是改名", "Renamed"), language.In("是改名", "renamed")), new(language.In("不是改名", "Not renamed"), language.In("不是改名", "not renamed")), Buttons.Cancel(language)],
    };

    /// <summary>Before a correction is applied.</summary>
    public static Reply Correction(string title, string source, PlanDifference difference, Language language) => new(
        $"{NoticeDifferenceTexts.Difference(title, source, difference, MostTasks, language)}\n{language.In("回复“确认导入”按此调整，或“取消”。", "Say \"confirm import\" to apply it, or \"cancel\".")}")
    {
        Buttons = [new(language.In("确认导入", "Confirm import"), language.In("确认导入", "Confirm import")), Buttons.Cancel(language)],
    };

    /// <param name="moved">What the corrected rule moved.</param>
    public static Reply Applied(string title, PlanDifference difference, IReadOnlyList<(ReportingPeriod Period, DateOnly Before, DateOnly After)> moved, Language language) => new(string.Join(
        '\n',
        [
            language.In(
                $"已按更正的通知调整《{title}》：新增{difference.Added.Count()}项、修改{difference.Changed.Count()}项、取消{difference.Dropped.Count()}项，单位更名{difference.Renames.Count}个。",
                $"{title} was changed: {difference.Added.Count()} tasks added, {difference.Changed.Count()} changed, {difference.Dropped.Count()} dropped, {difference.Renames.Count} units renamed."),
            .. moved.Select(move => NoticeDifferenceTexts.Moved(move.Period, move.Before, move.After, language)),
        ]))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    /// <param name="takenOver">What it takes over from plans there are; null where there is nothing to tell.</param>
    public static Reply Preview(NoticeCounts notice, IReadOnlyList<(int Line, string Message)> warnings, string? takenOver, Language language)
    {
        var text = new StringBuilder();
        text.Append(language.In("读到以下内容：", "This is what I read:"));
        text.Append('\n').Append(language.In($"标题：{notice.Title ?? "（未找到）"}", $"Title: {notice.Title ?? "(not found)"}"));
        text.Append('\n').Append(language.In($"发文机关：{notice.Issuer ?? "（未找到）"}，日期：{notice.IssuedOn ?? "（未找到）"}", $"Issuer: {notice.Issuer ?? "(not found)"}, date: {notice.IssuedOn ?? "(not found)"}"));
        text.Append('\n').Append(language.In(
            $"报送要求：{notice.Rule}", $"Rule: {notice.Rule}"));
        if (notice.Understood is not null)
            text.Append('\n').Append(language.In($"理解为：{notice.Understood}", $"Understood as: {notice.Understood}"));
        if (notice.Contact is not null)
            text.Append('\n').Append(language.In($"联系人：{notice.Contact}", $"Contact: {notice.Contact}"));
        text.Append('\n').Append(language.In($"共{notice.Tasks}项任务、{notice.Units}个单位", $"{PeriodTexts.Tasks(notice.Tasks)}, {PeriodTexts.Units(notice.Units)}"));
        if (notice.FirstTasks.Count > 0)
            text.Append(language.In("，例如：", ", for example:")).Append(string.Concat(notice.FirstTasks.Select(task => $"\n· {task}")));
        if (takenOver is not null)
            text.Append('\n').Append(takenOver);
        if (notice.Groups.Count > 0)
            text.Append('\n').Append(GroupsNamed(notice.Groups, language));
        if (warnings.Count > 0)
            text.Append('\n').Append(language.In($"请留意{warnings.Count}处：", $"{warnings.Count} doubt{(warnings.Count == 1 ? "" : "s")}:"));
        foreach (var (line, message) in warnings.Take(MostWarnings))
            text.Append('\n').Append(language.In($"第{line}行：{message}", $"line {line}: {message}"));
        if (warnings.Count > MostWarnings)
            text.Append('\n').Append(language.In($"……其余{warnings.Count - MostWarnings}处请用命令 planbot import --dry-run 查看。", $"... planbot import --dry-run shows the other {warnings.Count - MostWarnings}."));
        text.Append('\n').Append(language.In("入库后立即建立应报事项，不能撤销。回复“确认导入”或“取消”。", "Once stored, what is owed is written at once and cannot be undone. Say \"confirm import\" or \"cancel\"."));
        return new(text.ToString())
        {
            Buttons = [new(language.In("确认导入", "Confirm import"), language.In("确认导入", "Confirm import")), Buttons.Cancel(language)],
        };
    }

    /// <summary>Collective names are kept as written, and nobody can be asked for them.</summary>
    public static string GroupsNamed(IReadOnlyList<string> groups, Language language) => language.In(
        $"{string.Join("、", groups.Take(5).Select(name => $"“{name}”"))}{(groups.Count > 5 ? $"等{groups.Count}个" : "")}是统称，没有联络员可登记，不会被提醒报送；要逐家报送，请把通知里的统称换成具体单位名称后导入，或在网页导入预览里修改。",
        $"{string.Join(", ", groups.Take(5).Select(name => $"\"{name}\""))}{(groups.Count > 5 ? $" and {groups.Count - 5} more" : "")} name several units together: they have no contact and are never asked. To have each report, put the units' names in their place before importing, or in the import preview of the dashboard.");

    /// <summary>Asks for the first period where neither the rule nor a date tells it.</summary>
    public static Reply AskFirstPeriod(IReadOnlyList<ReportingPeriod> choices, Language language) => new(language.In(
        "通知没有写明成文日期，也没有说从哪一期开始报送。请选择第一期，或直接说，例如“2026年4月”“2026年第二季度”。",
        "The notice has no date and does not say which period is reported first. Choose the first period, or name it, e.g. 2026M04 or 2026Q2."))
    {
        Buttons = [.. choices.Select(choice => new ReplyButton(PeriodNames.Of(choice, language), choice.ToString())), Buttons.Cancel(language)],
    };

    /// <param name="withoutContact">Units that have nobody to be reminded, in the notice's order.</param>
    public static Reply Stored(string title, int tasks, int units, IReadOnlyList<string> withoutContact, Language language) => new(language.In(
        $"已入库：《{title}》，{tasks}项任务、{units}个单位。{WithoutContact(withoutContact, language)}",
        $"Stored: {title}, {PeriodTexts.Tasks(tasks)}, {PeriodTexts.Units(units)}.{WithoutContact(withoutContact, language)}"))
    {
        Buttons = [Buttons.Unreachable(language), Buttons.Of(language, "可能的别名", "Possible aliases"), Buttons.WhoHasNotReported(language)],
    };

    /// <summary>Reminders would reach nobody there: said at once, to whoever can put it right. Empty when every unit has somebody.</summary>
    internal static string WithoutContact(IReadOnlyList<string> units, Language language) => units.Count == 0 ? "" : language.In(
        $"\n还没有登记联络员的单位{units.Count}个，提醒发不到：{string.Join("、", units.Take(5))}{(units.Count > 5 ? "等" : "")}。可以发联络员名单给我，或说“教委联络员是张敏，电话13800000000”。",
        $"\n{(units.Count == 1 ? "1 unit has" : $"{units.Count} units have")} no contact yet, so no reminder gets there: {string.Join(", ", units.Take(5))}{(units.Count > 5 ? " and others" : "")}. Send me a list of contacts, or say who the contact of a unit is.");
}
