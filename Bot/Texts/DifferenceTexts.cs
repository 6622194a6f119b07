using System.Text;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Versions of a report, and what changed from one to the next, in plain text.</summary>
public static class DifferenceTexts
{
    /// <summary>Characters shown on each side of a change.</summary>
    private const int Around = 12;

    /// <summary>Longest piece that is shown whole.</summary>
    private const int Longest = 300;

    /// <param name="versions">Oldest first, each with its author's name.</param>
    public static string Versions(string unit, string task, IReadOnlyList<(ProgressEntry Entry, string Author)> versions, TimeZoneInfo zone, Language language)
    {
        var text = new StringBuilder(language.In($"{unit} {task}\n共{versions.Count}版：", $"{unit} {task}\n{versions.Count} version{(versions.Count == 1 ? "" : "s")}:"));
        foreach (var (entry, author) in versions)
            text.Append('\n').Append(language.In($"第{entry.Version}版：{author}，{Days.Moment(entry.SubmittedAt, zone)}", $"Version {entry.Version}: {author}, {Days.Moment(entry.SubmittedAt, zone)}"));
        return text.ToString();
    }

    /// <summary>By section; those that are the same in both are only named.</summary>
    public static string Between(ProgressEntry before, ProgressEntry after, IReadOnlyList<ReportSection> sections, Language language)
    {
        var text = new StringBuilder(language.In($"第{after.Version}版与第{before.Version}版相比：", $"Version {after.Version} compared with version {before.Version}:"));
        var same = new List<string>();
        foreach (var section in sections)
        {
            var (old, now) = (before.Sections.GetValueOrDefault(section.Ordinal, ""), after.Sections.GetValueOrDefault(section.Ordinal, ""));
            var name = ReportTexts.SectionName(section, language);
            if (old == now)
                same.Add(name);
            else
                text.Append('\n').Append(name).Append(language.In("：", ": ")).Append(Change(old, now, language));
        }
        if (same.Count == sections.Count)
            text.Append(language.In("内容相同。", " nothing changed."));
        else if (same.Count > 0)
            text.Append('\n').Append(language.In($"未改：{string.Join("、", same)}", $"Unchanged: {string.Join(", ", same)}"));
        return text.ToString();
    }

    /// <summary>One text against another: …服务企业〔删：26〕〔增：28〕家…; with little in common, the two one after the other.</summary>
    public static string Change(string before, string after, Language language)
    {
        var pieces = TextDifference.Between(before, after);
        var same = pieces.Where(piece => piece.Kind == PieceKind.Same).Sum(piece => piece.Text.Length);
        if (same * 3 < Math.Max(before.Length, after.Length))
            return string.Join(language.In("；", "; "), new[] { Marked(PieceKind.Removed, before, language), Marked(PieceKind.Added, after, language) }.Where(part => part.Length > 0));
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            text.Append(pieces[i].Kind switch
            {
                PieceKind.Same => Context(pieces[i].Text, isFirst: i == 0, isLast: i == pieces.Count - 1),
                var kind => $"〔{Marked(kind, pieces[i].Text, language)}〕",
            });
        }
        return text.ToString();
    }

    public static string OneVersion(Language language) => language.In("只有一版，没有修改过。", "There is one version only; nothing was changed.");

    public static string NoSuchVersion(int count, Language language) => language.In($"一共只有{count}版，最新一版如下：", $"There are only {count} versions; the latest is:");

    public static Reply WhichTask(string unit, IReadOnlyList<(int Ordinal, string Name, int Versions)> tasks, Language language) => new(
        language.In($"{unit}各项的版本如下，请选择要看的任务：", $"Versions of the tasks of {unit}; please choose one:") + string.Concat(tasks.Select(task =>
            "\n" + language.In($"第{Numerals.Chinese(task.Ordinal)}项：{task.Name}（{task.Versions}版）", $"Task {task.Ordinal}: {task.Name} ({task.Versions})"))))
    {
        Buttons = [.. tasks.Where(task => task.Versions > 1).Take(6).Select(task => Button(unit, task.Ordinal, language))],
    };

    public static ReplyButton Button(string unit, int ordinal, Language language) =>
        new(TaskNames.Ordinal(ordinal, language), language.In($"{unit}第{Numerals.Chinese(ordinal)}项改了什么", $"What changed in {unit} task {ordinal}"));

    private static string Marked(PieceKind kind, string text, Language language) => text.Length == 0 ? ""
        : (kind == PieceKind.Removed ? language.In("删：", "removed: ") : language.In("增：", "added: ")) + (text.Length > Longest ? TaskNames.Cut(text, Longest) : text);

    private static string Context(string text, bool isFirst, bool isLast) => text.Length <= Around * 2 + 2 ? text
        : isFirst ? "……" + text[^Around..]
        : isLast ? text[..Around] + "……"
        : text[..Around] + "……" + text[^Around..];
}
