using System.Text;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>A task as the summary of a report shows it.</summary>
/// <param name="Before">Texts that are filed already, by section; null for a first report.</param>
public sealed record SummaryTask(int Ordinal, string Name, IReadOnlyDictionary<int, string>? Before)
{
    /// <summary>Evidence that goes with the report.</summary>
    public IReadOnlyList<Evidence> Files { get; init; } = [];
}

/// <summary>What was said for these tasks.</summary>
/// <param name="IsSplit">The sections were made of plain prose: a proposal.</param>
public sealed record SummaryPart(IReadOnlyList<SummaryTask> Tasks, IReadOnlyDictionary<int, string> Texts, bool IsSplit = false);

/// <summary>A report by task and section, to be confirmed; of a correction only what changes.</summary>
public static class SummaryTexts
{
    /// <summary>Characters of one section; the rest is only counted, the whole is filed.</summary>
    private const int Shown = 300;

    /// <param name="about">What the buttons of its card are about; null for no card.</param>
    public static Reply Write(
        string unit, ReportingPeriod period, IReadOnlyList<SummaryPart> parts, IReadOnlyList<ReportSection> sections, CardSubject? about, Language language)
    {
        var isCorrection = parts.All(part => part.Tasks.All(task => task.Before is not null));
        var isSplit = parts.Any(part => part.IsSplit);
        var title = isCorrection
            ? language.In($"请核对修改内容（{unit}，{PeriodNames.Of(period, language)}），其余部分不变：", $"Please check the correction ({unit}, {PeriodNames.Of(period, language)}); everything else stays:")
            : language.In($"请核对报送内容（{unit}，{PeriodNames.Of(period, language)}）：", $"Please check your report ({unit}, {PeriodNames.Of(period, language)}):");
        var groups = parts.Select(part => Group(part, sections, isCorrection, language)).ToList();
        var split = isSplit
            ? language.In(
                "以上各部分是按“困难是”“下一步”这类词语替您拆分的，请核对；如不需要拆分，请回复“全部作为进展”。",
                "I have split your text by words such as \"the problem is\" and \"next\"; please check it. If it should not be split, say \"all of it is progress\".")
            : null;
        var how = isCorrection
            ? language.In("确认后将作为新版本报送，原版本保留。无误请回复“确认”，或“取消”。", "Once confirmed it is filed as a new version; the old one is kept. Say \"confirm\" or \"cancel\".")
            : language.In("无误请回复“确认”；要改请直接说，例如“成效改成……”；也可以“存草稿”或“取消”。", "Say \"confirm\" to file it; to change something, e.g. \"change results to ...\"; or \"keep as draft\", or \"cancel\".");
        ReplyButton[] unsplit = isSplit ? [new(language.In("全部作为进展", "All is progress"), language.In("全部作为进展", "All of it is progress"))] : [];
        var reply = new Reply(string.Join("\n\n", groups.Select(group => InLines(group, language)).Prepend(title).Append(split).Append(how).Where(part => part is not null)))
        {
            Buttons = [Buttons.Confirm(language), ChangeButton(language), .. unsplit, Buttons.KeepDraft(language), Buttons.Cancel(language)],
        };
        return about is null ? reply : reply with
        {
            Card = new(CardLayout.Text, reply.Text, about)
            {
                Title = title.TrimEnd('：', ':'), Groups = groups, Hint = split is null ? how : $"{split}\n{how}",
                Buttons = [.. reply.Buttons.Select((button, index) => CardButton.Of(button) with { Style = index == 0 ? CardButtonStyle.Main : CardButtonStyle.Plain })],
            },
        };
    }

    private static CardGroup Group(SummaryPart part, IReadOnlyList<ReportSection> sections, bool isCorrection, Language language)
    {
        var tasks = part.Tasks.Select(task => language.In($"第{Numerals.Chinese(task.Ordinal)}项：", $"Task {task.Ordinal}: ") + task.Name);
        var rows = sections.Where(section => !isCorrection || Changes(part, section)).Select(section => Row(part, section, isCorrection, language)).ToList();
        var files = part.Tasks.SelectMany(task => task.Files).DistinctBy(file => file.Sha256).ToList();
        return new(string.Join('\n', tasks), files.Count > 0 ? [.. rows, new(EvidenceTexts.Line(files, language))] : rows);
    }

    private static bool Changes(SummaryPart part, ReportSection section) =>
        part.Tasks.Any(task => task.Before?.GetValueOrDefault(section.Ordinal) != part.Texts.GetValueOrDefault(section.Ordinal, ""));

    private static CardRow Row(SummaryPart part, ReportSection section, bool isCorrection, Language language)
    {
        var before = isCorrection ? part.Tasks[0].Before?.GetValueOrDefault(section.Ordinal) : null;
        return new(Cut(part.Texts.GetValueOrDefault(section.Ordinal, ""), language))
        {
            Label = ReportTexts.SectionName(section, language),
            Was = before is null ? null : language.In($"原为：{Cut(before, language)}", $"was: {Cut(before, language)}"),
        };
    }

    private static string InLines(CardGroup group, Language language)
    {
        var text = new StringBuilder(group.Heading);
        foreach (var row in group.Rows)
        {
            text.Append('\n').Append(row.Label is null ? "" : row.Label + language.In("：", ": ")).Append(row.Text)
                .Append(row.Was is null ? "" : language.In($"（{row.Was}）", $" ({row.Was})"));
        }
        return text.ToString();
    }

    internal static ReplyButton ChangeButton(Language language) => new(language.In("修改", "Change"), language.In("修改", "Change it"));

    internal static string Cut(string text, Language language) =>
        text.Length <= Shown ? text : TaskNames.Cut(text, Shown) + language.In($"（共{text.Length}字，将全文报送）", $" ({text.Length} characters, filed in full)");
}
