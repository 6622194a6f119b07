using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <param name="Line">Of the source.</param>
public sealed record ShownTask(string Name, int Line, IReadOnlyList<(AssignmentRole Role, string Unit)> Units);

/// <param name="Rule">The notice's own sentence, or what was decided in its place.</param>
public sealed record NoticeCounts(string? Title, string? Issuer, string? IssuedOn, string Rule, IReadOnlyList<ShownTask> Tasks)
{
    /// <summary>The rule as it was understood; null where it is not whole.</summary>
    public string? Understood { get; init; }
    public string? Contact { get; init; }

    /// <summary>Collective names among the units.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<(int Line, string Message)> Warnings { get; init; } = [];

    /// <summary>What it takes over from plans there are; null where there is nothing to tell.</summary>
    public string? TakenOver { get; init; }

    /// <summary>What was put right just now; null when nothing was.</summary>
    public string? Told { get; init; }
}

/// <summary>A notice as the conversation shows it before anything is stored: what was read, first what is doubtful, then every task with its units, page by page.</summary>
public static class NoticePreviewTexts
{
    public const int TasksOnPage = 10;

    /// <summary>Doubts shown one by one; the dashboard shows all.</summary>
    private const int MostWarnings = 10;

    /// <summary>Units of one task named one by one.</summary>
    private const int MostUnits = 30;

    /// <param name="page">From 0; the last where there are not so many.</param>
    public static Reply Preview(NoticeCounts notice, int page, Language language)
    {
        var pages = Math.Max(1, (notice.Tasks.Count + TasksOnPage - 1) / TasksOnPage);
        page = Math.Clamp(page, 0, pages - 1);
        var units = notice.Tasks.SelectMany(task => task.Units).Select(unit => unit.Unit).Distinct().Count();
        var groups = notice.Groups.Count == 0 ? "" : language.In($"（含统称{notice.Groups.Count}个）", $" ({notice.Groups.Count} of them collective)");
        var counts = language.In($"共{notice.Tasks.Count}项任务、{units}个单位{groups}", $"{PeriodTexts.Tasks(notice.Tasks.Count)}, {PeriodTexts.Units(units)}{groups}");
        List<string?> lines = page == 0
            ? [notice.Told, language.In($"读到以下内容：{counts}。", $"This is what I read: {counts}."), .. Doubts(notice, language), .. Head(notice, language)]
            : [language.In($"《{notice.Title}》，{counts}：", $"{notice.Title}, {counts}:")];
        lines.AddRange(notice.Tasks.Skip(page * TasksOnPage).Take(TasksOnPage).Select((task, at) => $"{(page * TasksOnPage) + at + 1}. {Task(task, language)}"));
        if (pages > 1)
            lines.Add(Paging(page, pages, notice.Tasks.Count, language));
        if (notice.Tasks.Count > 0)
            lines.Add(language.In("单位有误直接说，例如“第3项的责任单位改成市教委”“第2项牵头是市科技局不是市发改委”“把同上删掉”。", "To put a unit right, just say so: \"change the lead of task 3 to ...\", \"remove ... from task 2\"."));
        lines.Add(language.In("入库后立即建立应报事项，不能撤销。回复“确认导入”或“取消”。", "Once stored, what is owed is written at once and cannot be undone. Say \"confirm import\" or \"cancel\"."));
        return new(string.Join('\n', lines.Where(line => line is not null)))
        {
            Buttons = [new(language.In("确认导入", "Confirm import"), language.In("确认导入", "Confirm import")), .. page < pages - 1 ? [Buttons.More(language)] : Array.Empty<ReplyButton>(), Buttons.Cancel(language)],
        };
    }

    /// <summary>With the person's own way to the page where each doubt stands beside its source line.</summary>
    public static Reply WithLink(Reply preview, string link, int minutes, Language language)
    {
        var line = language.In($"在看板上逐条核对（只供您本人，{minutes}分钟内有效，只能用一次）：{link}", $"Check line by line on the dashboard (for you alone, valid for {minutes} minutes, once): {link}");
        var open = new ReplyButton(language.In("在看板上核对", "Check on dashboard"), language.In("看板", "Dashboard")) { Opens = link };
        var text = $"{preview.Text}\n{line}";
        return preview with { Text = text, Buttons = [.. preview.Buttons, open], Card = preview.Card is { } card ? card with { Says = text, Groups = [.. card.Groups, new(null, [new(line)])] } : null };
    }

    private static IEnumerable<string> Head(NoticeCounts notice, Language language)
    {
        yield return language.In($"标题：{notice.Title ?? "（未找到）"}", $"Title: {notice.Title ?? "(not found)"}");
        yield return language.In($"发文机关：{notice.Issuer ?? "（未找到）"}，日期：{notice.IssuedOn ?? "（未找到）"}", $"Issuer: {notice.Issuer ?? "(not found)"}, date: {notice.IssuedOn ?? "(not found)"}");
        yield return language.In($"报送要求：{notice.Rule}", $"Rule: {notice.Rule}");
        if (notice.Understood is not null)
            yield return language.In($"理解为：{notice.Understood}", $"Understood as: {notice.Understood}");
        if (notice.Contact is not null)
            yield return language.In($"联系人：{notice.Contact}", $"Contact: {notice.Contact}");
        if (notice.TakenOver is not null)
            yield return notice.TakenOver;
        if (notice.Groups.Count > 0)
            yield return ImportNoticeTexts.GroupsNamed(notice.Groups, language);
    }

    private static IEnumerable<string> Doubts(NoticeCounts notice, Language language)
    {
        if (notice.Warnings.Count == 0)
            yield break;
        yield return language.In($"请留意{notice.Warnings.Count}处：", $"{notice.Warnings.Count} doubt{(notice.Warnings.Count == 1 ? "" : "s")}:");
        foreach (var (line, message) in notice.Warnings.Take(MostWarnings))
            yield return language.In($"第{line}行{Place(notice, line, language)}：{message}", $"line {line}{Place(notice, line, language)}: {message}");
        if (notice.Warnings.Count > MostWarnings)
            yield return language.In($"……其余{notice.Warnings.Count - MostWarnings}处请在看板上查看。", $"... the other {notice.Warnings.Count - MostWarnings} stand on the dashboard.");
    }

    /// <summary>Which task of the list the line is; empty when it is none, or several.</summary>
    private static string Place(NoticeCounts notice, int line, Language language) =>
        notice.Tasks.Select((task, at) => (task.Line, At: at + 1)).Where(task => task.Line == line).ToList() is [var (_, place)] ? language.In($"（第{place}项）", $" (task {place})") : "";

    /// <summary>建设体育公园。［牵头：县文旅局；配合：县财政局］</summary>
    private static string Task(ShownTask task, Language language) => $"{task.Name}{language.In("［", " [")}{Shares(task.Units, language)}{language.In("］", "]")}";

    /// <returns>By role, leads first, in the notice's order.</returns>
    internal static string Shares(IReadOnlyList<(AssignmentRole Role, string Unit)> units, Language language) => units.Count == 0
        ? language.In("没有单位", "no unit")
        : string.Join(language.In("；", "; "), units.GroupBy(unit => unit.Role).OrderBy(same => same.Key switch { AssignmentRole.Lead => 0, AssignmentRole.Responsible => 1, _ => 2 }).Select(same => TaskTexts.Role(same.Key, language) + Names([.. same.Select(unit => unit.Unit)], language)));

    private static string Names(IReadOnlyList<string> names, Language language) =>
        string.Join(language.In("、", ", "), names.Take(MostUnits)) + (names.Count > MostUnits ? language.In($"等{names.Count}个", $" and {names.Count - MostUnits} more") : "");

    private static string Paging(int page, int pages, int tasks, Language language)
    {
        var (from, to) = ((page * TasksOnPage) + 1, Math.Min(tasks, (page + 1) * TasksOnPage));
        return page < pages - 1
            ? language.In($"以上为第{from}至{to}项，共{tasks}项，回复“下一页”继续。", $"Tasks {from} to {to} of {tasks}; say \"more\" for the rest.")
            : language.In($"以上为第{from}至{to}项，共{tasks}项；回复“上一页”往回看。", $"Tasks {from} to {to} of {tasks}; say \"previous page\" to go back.");
    }
}
