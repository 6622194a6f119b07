using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Reports that mention something.</summary>
public static class MentionTexts
{
    /// <summary>Sections on one page.</summary>
    public const int PageSize = 10;

    /// <summary>Characters shown around what was looked for.</summary>
    private const int Around = 60;

    public static string OfWhat(Language language) => language.In("请问要找什么内容？例如“哪家提到经费”。", "What should I look for? For example: who mentioned funding.");

    /// <param name="rows">One page, in the notice's order.</param>
    public static string List(ReportingPeriod period, string words, IReadOnlyList<MentionRow> rows, bool hasMore, IReadOnlyList<ReportSection> sections, Language language)
    {
        var name = PeriodNames.Of(period, language);
        if (rows.Count == 0)
            return language.In($"{name}已报的内容里没有提到“{words}”。", $"Nothing reported for {name} mentions \"{words}\".");
        var units = rows.Select(row => row.UnitId).Distinct().Count();
        var lines = new List<string>
        {
            language.In($"{name}提到“{words}”的有{units}个单位{(hasMore ? "（先列一部分）" : "")}：", $"{name}: \"{words}\" is mentioned by {PeriodTexts.Units(units)}{(hasMore ? " (first part)" : "")}:"),
        };
        foreach (var unit in rows.GroupBy(row => row.UnitId))
        {
            lines.Add($"\n{unit.First().UnitName}");
            foreach (var task in unit.GroupBy(row => row.UnitTaskOrdinal))
            {
                lines.Add(TaskNames.Full(task.Key, task.First().TaskTitle, task.First().TaskText, language));
                lines.AddRange(task.Select(row => SectionOf(row, sections, language) + Excerpt(row.Text, words)));
            }
        }
        return string.Join('\n', lines);
    }

    private static string SectionOf(MentionRow row, IReadOnlyList<ReportSection> sections, Language language) =>
        sections.FirstOrDefault(section => section.Ordinal == row.Section) is { } section ? ReportTexts.SectionName(section, language) + language.In("：", ": ") : "";

    /// <summary>The words with what stands around them, in one line.</summary>
    private static string Excerpt(string text, string words)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var at = Math.Max(0, line.IndexOf(words, StringComparison.OrdinalIgnoreCase));
        var (from, to) = (Math.Max(0, at - Around), Math.Min(line.Length, at + words.Length + Around));
        // No character outside the basic plane is cut in two.
        if (from > 0 && char.IsLowSurrogate(line[from]))
            from--;
        if (to < line.Length && char.IsLowSurrogate(line[to]))
            to++;
        return $"{(from > 0 ? "…" : "")}{line[from..to]}{(to < line.Length ? "…" : "")}";
    }
}
