using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Words for the sections of a report: the plan's own names, and what people write instead (<c>Rules/labels.txt</c>).</summary>
public sealed class SectionWords
{
    private const string Before = "(?:(?:目前|当前|现阶段|主要|本季度?|这季度?|本期|[一二三四]季度|我们?|遇到的?|碰到的?|存在的?|面临的?|取得的?|已?有的?|具体|有关|相关|工作|任务|the|our|main|current)+\\s*)?";

    private static readonly Lazy<(SectionKind Kind, string Words)[]> Synonyms = new(() =>
        [.. RuleFile.Pairs("labels.txt").Select(pair => (Enum.Parse<SectionKind>(pair.Left), pair.Right))]);

    private static readonly Lazy<(SectionKind Kind, Regex Words)[]> Asked = new(() =>
        [.. Synonyms.Value.Select(synonym => (synonym.Kind, new Regex($"(?<![a-z])(?:{Question(synonym.Words)})(?![a-z])", RegexOptions.CultureInvariant)))]);

    private readonly (ReportSection Section, Regex Whole)[] sections;

    public SectionWords(IReadOnlyList<ReportSection> sections)
    {
        Sections = sections;
        this.sections = [.. sections.Select(section => (section, new Regex($"^(?:{Before}(?:{Words(section)}){After})$", RegexOptions.CultureInvariant)))];
        Any = $"{Before}(?:{string.Join('|', sections.Select(Words))}){After}";
    }

    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>Pattern of any section's name in folded text.</summary>
    public string Any { get; }

    private const string After = "(?:情况|方面|部分|那[条项个]|这[条项个]|一栏|栏)?";

    /// <summary>The section that these folded words are the name of; null when of none.</summary>
    public ReportSection? Of(string words) => sections.FirstOrDefault(section => section.Whole.IsMatch(words.Trim())).Section;

    /// <summary>What sections a question speaks of, in general words, whatever the plan calls them.</summary>
    public static IEnumerable<(SectionKind Kind, Range Where)> Find(string plain) =>
        from section in Asked.Value
        let match = section.Words.Match(plain)
        where match.Success
        select (section.Kind, match.Index..(match.Index + match.Length));

    /// <summary>Words that in a question are no section: 进度 asks how far somebody is, 情况 how things are.</summary>
    private static string Question(string words) =>
        string.Join('|', words.Split('|').Where(word => word is not ("进度" or "工作情况" or "完成情况" or "status" or "update" or "done" or "next" or "to do" or "completed" or "progress" or "计划")));

    private static string Words(ReportSection section)
    {
        var name = Spelling.Fold(section.Name);
        var own = name.EndsWith("情况", StringComparison.Ordinal) && name.Length > 3 ? $"{Regex.Escape(name)}|{Regex.Escape(name[..^2])}" : Regex.Escape(name);
        var common = Synonyms.Value.FirstOrDefault(synonym => synonym.Kind == section.Kind).Words;
        // Longest first: 下一步工作 must not be cut to 下一步.
        return string.Join('|', (common is null ? own : $"{own}|{common}").Split('|').OrderByDescending(word => word.Length));
    }
}
