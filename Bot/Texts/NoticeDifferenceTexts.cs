using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>What a corrected notice changes, and what next year's takes over, in words.</summary>
public static class NoticeDifferenceTexts
{
    /// <summary>Names shown of units or tasks that are only counted.</summary>
    private const int MostNames = 12;

    /// <param name="title">Of the plan as it stands.</param>
    /// <param name="source">The file it was imported from.</param>
    /// <param name="most">Tasks shown one by one of each kind.</param>
    public static string Difference(string title, string source, PlanDifference difference, int most, Language language)
    {
        var lines = new List<string>
        {
            language.In($"这是对《{title}》（已从“{source}”导入）的更正，改动如下：", $"This corrects {title} (imported from \"{source}\"). It changes:"),
        };
        lines.AddRange(difference.Parts.Select(part => Part(part, language)));
        lines.AddRange(difference.Renames.Select(rename => Rename(rename, language)));
        lines.AddRange(Group("新增", "Added", [.. difference.Added.Select(pair => Added(pair, language))], most, language));
        lines.AddRange(Group("修改", "Changed", [.. difference.Changed.Select(change => Changed(change.Pair, change.Parts, language))], most, language));
        lines.AddRange(Group("取消", "Dropped", [.. difference.Dropped.Select(pair => Task(pair.Before!, language))], most, language));
        if (difference.Renumbered > 0)
            lines.Add(language.In($"另有{difference.Renumbered}项任务只改了序号。", $"{difference.Renumbered} more only got another number."));
        lines.Add(language.In(
            "已经开始的报告期不变：已报的保留，应报的照报；新增的从下一个报告期起报送。", "Periods under way stay as they are: what was reported is kept, what is owed is still owed; what is new is owed from the next period on."));
        return string.Join('\n', lines);
    }

    /// <param name="earlier">Title of the plan of an earlier year; null where there is none.</param>
    /// <returns>Null when there is nothing to tell: no unit was met before.</returns>
    public static string? TakenOver(string? earlier, IReadOnlyList<string> known, IReadOnlyList<string> fresh, IReadOnlyList<string> gone, Language language)
    {
        if (known.Count == 0)
            return null;
        var lines = new List<string>
        {
            earlier is null
                ? language.In($"{known.Count}个单位先前已有，沿用原来的联系人和别名。", $"{PeriodTexts.Units(known.Count)} known already: contacts and other names are taken over.")
                : language.In($"接续《{earlier}》：{known.Count}个单位沿用原来的联系人和别名。", $"It follows {earlier}: contacts and other names of {PeriodTexts.Units(known.Count)} are taken over."),
        };
        if (fresh.Count > 0)
            lines.Add(language.In($"新单位{fresh.Count}个：{Names(fresh, language)}。", $"New: {Names(fresh, language)}."));
        if (earlier is not null && gone.Count > 0)
            lines.Add(language.In($"这次不再出现{gone.Count}个：{Names(gone, language)}。", $"No longer named: {Names(gone, language)}."));
        return string.Join('\n', lines);
    }

    public static string Rename(UnitRename rename, Language language) => language.In(
        $"单位更名：{rename.Before} → {rename.After}{(rename.Reform is { } year ? $"（{year}年机构改革）" : "")}，联系人和报送记录随单位沿用。",
        $"Renamed: {rename.Before} is now {rename.After}{(rename.Reform is { } since ? $" (reform of {since})" : "")}; contacts and reports stay with it.");

    public static string AskRenames(IReadOnlyList<UnitRename> renames, Language language) => language.In(
        $"下列单位像是改了名，请确认是不是同一个单位：\n{string.Join('\n', renames.Select(rename => $"· {rename.Before} → {rename.After}{(rename.Reform is { } year ? $"（{year}年机构改革）" : "")}"))}\n是同一个单位，请回复“是改名”；是另一个单位，请回复“不是改名”。",
        $"These units seem to have a new name. Is each still the same unit?\n{string.Join('\n', renames.Select(rename => $"· {rename.Before} → {rename.After}{(rename.Reform is { } year ? $" (reform of {year})" : "")}"))}\nSay \"renamed\" if so, \"not renamed\" if they are other units.");

    public static string Moved(ReportingPeriod period, DateOnly before, DateOnly after, Language language) => language.In(
        $"{PeriodNames.Of(period, language)}的报送时限由{Days.Iso(before)}改为{Days.Iso(after)}。", $"{PeriodNames.Of(period, language)} is now due on {Days.Iso(after)} instead of {Days.Iso(before)}.");

    private static IEnumerable<string> Group(string chinese, string english, IReadOnlyList<string> tasks, int most, Language language)
    {
        if (tasks.Count == 0)
            return [];
        var heading = language.In($"{chinese}{tasks.Count}项：", $"{english} ({tasks.Count}):");
        var rest = tasks.Count > most ? [language.In($"……其余{tasks.Count - most}项从略。", $"... and {tasks.Count - most} more.")] : Array.Empty<string>();
        return [heading, .. tasks.Take(most).Select(task => $"· {task}"), .. rest];
    }

    private static string Added(TaskPair pair, Language language) => Task(pair.After!, language) + (pair.MayBe.Count == 0 ? "" : language.In(
        $"（可能由{string.Join('、', pair.MayBe.Select(task => $"“{Cut(task.Name, 15)}”"))}改来，无法确定，按新增处理，请核对）",
        $" (may come from {string.Join(", ", pair.MayBe.Select(task => $"\"{Cut(task.Name, 15)}\""))}; that is not certain, so it is taken for new: please check)"));

    private static string Changed(TaskPair pair, IReadOnlySet<TaskPart> parts, Language language)
    {
        var (before, after) = (pair.Before!, pair.After!);
        var what = new List<string>();
        if (parts.Contains(TaskPart.Text) || parts.Contains(TaskPart.Title))
            what.Add(Wording(parts.Contains(TaskPart.Text) ? before.Text : before.Title ?? "", parts.Contains(TaskPart.Text) ? after.Text : after.Title ?? "", language));
        if (parts.Contains(TaskPart.Deadline))
            what.Add(language.In($"时限 {before.Deadline?.Raw ?? "无"} → {after.Deadline?.Raw ?? "无"}", $"deadline {before.Deadline?.Raw ?? "none"} → {after.Deadline?.Raw ?? "none"}"));
        if (parts.Contains(TaskPart.Units))
            what.AddRange(Units(before, after, language));
        return $"{Task(after with { Shares = [] }, language)}：{string.Join(language.In("；", "; "), what)}";
    }

    /// <summary>What was struck out and put in, a little of it.</summary>
    private static string Wording(string before, string after, Language language)
    {
        var pieces = TextDifference.Between(before, after);
        var (removed, added) = (Changed(pieces, PieceKind.Removed), Changed(pieces, PieceKind.Added));
        return language.In(
            (removed.Length > 0 ? $"删“{Cut(removed, 30)}”" : "") + (added.Length > 0 ? $"{(removed.Length > 0 ? "，" : "")}增“{Cut(added, 30)}”" : ""),
            (removed.Length > 0 ? $"out: \"{Cut(removed, 30)}\"" : "") + (added.Length > 0 ? $"{(removed.Length > 0 ? ", " : "")}in: \"{Cut(added, 30)}\"" : ""));
    }

    private static string Changed(IReadOnlyList<TextPiece> pieces, PieceKind kind) => string.Join("…", pieces.Where(piece => piece.Kind == kind).Select(piece => piece.Text.Trim()).Where(text => text.Length > 0));

    private static IEnumerable<string> Units(TaskWording before, TaskWording after, Language language)
    {
        var (old, now) = (before.Shares.ToDictionary(share => share.UnitId), after.Shares.ToDictionary(share => share.UnitId));
        if (after.Shares.Where(share => !old.ContainsKey(share.UnitId)).ToList() is { Count: > 0 } added)
            yield return language.In($"增加单位 {string.Join('、', added.Select(share => share.UnitName))}", $"units added: {string.Join(", ", added.Select(share => share.UnitName))}");
        if (before.Shares.Where(share => !now.ContainsKey(share.UnitId)).ToList() is { Count: > 0 } dropped)
            yield return language.In($"减去单位 {string.Join('、', dropped.Select(share => share.UnitName))}", $"units taken out: {string.Join(", ", dropped.Select(share => share.UnitName))}");
        foreach (var share in after.Shares)
            if (old.TryGetValue(share.UnitId, out var known) && known.Role != share.Role)
                yield return language.In($"{share.UnitName}改为{ExportTexts.Role(share.Role, language)}", $"{share.UnitName} now {ExportTexts.Role(share.Role, language)}");
    }

    private static string Task(TaskWording task, Language language)
    {
        var units = task.Shares.Count == 0 ? "" : language.In($"［{string.Join('、', task.Shares.Select(share => share.UnitName))}］", $" [{string.Join(", ", task.Shares.Select(share => share.UnitName))}]");
        return $"{(task.Number is { } number ? $"{number} " : "")}{TaskNames.Beginning(task.Title, task.Text)}{units}";
    }

    private static string Part(PlanPartChange change, Language language)
    {
        var (before, after) = (Shown(change, change.Before, language), Shown(change, change.After, language));
        var name = language.In(ChineseNames[change.Part], EnglishNames[change.Part]);
        return change.IsApplied
            ? language.In($"{name}：{before} → {after}", $"{name}: {before} → {after}")
            : language.In($"{name}与计划不同（{before} → {after}），已有报告以此为准，这次不改。", $"{name} differs ({before} → {after}); reports stand on it, so it stays as it is.");
    }

    private static string Shown(PlanPartChange change, string? value, Language language) => change.Part switch
    {
        PlanPart.LeadOnly => bool.TryParse(value, out var only) && only ? language.In("只由牵头单位报送", "lead units only") : language.In("各责任单位都报送", "every responsible unit"),
        PlanPart.Frequency => Enum.TryParse<Frequency>(value, out var frequency) ? DueTexts.HowOften(frequency, language).TrimEnd(' ', '.', '。') : value ?? "",
        _ => string.IsNullOrWhiteSpace(value) ? language.In("无", "none") : Cut(value.ReplaceLineEndings(" "), 60),
    };

    private static string Names(IReadOnlyList<string> names, Language language) =>
        string.Join(language.In("、", ", "), names.Take(MostNames)) + (names.Count > MostNames ? language.In($"等{names.Count}个", string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNames} more")) : "");

    private static string Cut(string text, int length) => TaskNames.Cut(text, length);

    private static readonly Dictionary<PlanPart, string> ChineseNames = new()
    {
        [PlanPart.Title] = "标题", [PlanPart.DocumentNumber] = "文号", [PlanPart.Issued] = "成文日期", [PlanPart.Years] = "年度", [PlanPart.Rule] = "报送要求", [PlanPart.Frequency] = "报送频次",
        [PlanPart.Sections] = "报告内容", [PlanPart.Contact] = "联系人", [PlanPart.LeadOnly] = "报送单位",
    };

    private static readonly Dictionary<PlanPart, string> EnglishNames = new()
    {
        [PlanPart.Title] = "Title", [PlanPart.DocumentNumber] = "Document number", [PlanPart.Issued] = "Date", [PlanPart.Years] = "Years", [PlanPart.Rule] = "Reporting rule", [PlanPart.Frequency] = "Frequency",
        [PlanPart.Sections] = "Report sections", [PlanPart.Contact] = "Contact", [PlanPart.LeadOnly] = "Who reports",
    };
}
