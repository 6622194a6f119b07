using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Words for the sections of a report: the plan's own names, and what people write instead (<c>Rules/labels.txt</c>).</summary>
public sealed class SectionWords
{
    private const string Before = "(?:(?:目前|当前|最新|最近|近期|现阶段|现存|阶段性?|主要|重点|初步|明显|突出|本季度?|这季度?|本期|本月|[一二三四]季度|我们?|遇到的?|碰到的?|存在的?|面临的?|取得的?|形成的?|已?有的?|具体|有关|相关|各项|工作|任务|项目|的|(?:the|our|main|current|key|work|existing|remaining|achieved|concrete) )+\\s*)?";

    private const string After = "(?:(?:和|与|及|以及|、|,)?(?:困难|问题|不足|亮点|成果|成效|经验|建议|原因分析|原因|措施|打算|思路|安排|计划|举措|重点))*(?:情况|方面|部分|内容|那[条项个]|这[条项个]|一栏|栏)?"
        + "(?: (?:made|done|encountered|achieved|faced|found|so far|to date|(?:for|in) (?:the )?(?:next|coming) (?:quarter|period|month)))?";

    private static readonly Lazy<(SectionKind Kind, string Words)[]> Synonyms = new(() =>
        [.. RuleFile.Pairs("labels.txt").GroupBy(pair => pair.Left, pair => pair.Right).Select(kind => (Enum.Parse<SectionKind>(kind.Key), string.Join('|', kind)))]);

    private static readonly Lazy<(SectionKind Kind, Regex Words)[]> Questions = new(() =>
        [.. RuleFile.Pairs("section-questions.txt").Select(pair => (Enum.Parse<SectionKind>(pair.Left), Whole(pair.Right)))]);

    private static readonly Lazy<(SectionKind Kind, Regex Words)[]> Asked = new(() =>
        [.. Synonyms.Value.Select(synonym => (synonym.Kind, Whole(Question(synonym.Words))))]);

    /// <summary>More plans than this, each with sections of its own, nobody runs at the same time.</summary>
    private const int MostKept = 64;

    private static readonly ConcurrentDictionary<string, SectionWords> Kept = new();

    private readonly (ReportSection Section, Regex Whole)[] sections;
    private readonly Lazy<Regex> labels;
    private readonly Lazy<Regex> corrections;

    /// <summary>Patterns made of a plan's section names, and of what somebody wants changed.</summary>
    private const int PatternsKept = 256;

    // The platform keeps 15 patterns of Regex.Match(text, pattern); one message asks for more, and each would be parsed again for every message.
    static SectionWords() => Regex.CacheSize = Math.Max(Regex.CacheSize, PatternsKept);

    private SectionWords(IReadOnlyList<ReportSection> sections)
    {
        Sections = sections;
        labels = new(() => LabelScan.PatternOf(this));
        corrections = new(() => CorrectionText.PatternOf(this));
        this.sections = [.. sections.Select(section => (section, new Regex($"^(?:{Before}(?:{Words(section)}){After})$", RegexOptions.CultureInvariant)))];
        Any = $"{Before}(?:{string.Join('|', sections.Select(Words))}){After}";
    }

    public IReadOnlyList<ReportSection> Sections { get; }

    internal Regex Labels => labels.Value;

    internal Regex Corrections => corrections.Value;

    /// <summary>Pattern of any section's name in folded text.</summary>
    public string Any { get; }

    /// <summary>Made once for the same sections: their patterns take longer to build than most messages to read.</summary>
    public static SectionWords For(IReadOnlyList<ReportSection> sections)
    {
        if (Kept.Count > MostKept)
            Kept.Clear();
        return Kept.GetOrAdd(string.Join('\n', sections.Select(section => $"{section.Ordinal} {section.Kind} {section.Name}")), _ => new(sections));
    }

    /// <summary>The section that these folded words are the name of; null when of none.</summary>
    public ReportSection? Of(string words) => sections.FirstOrDefault(section => section.Whole.IsMatch(words.Trim())).Section;

    /// <summary>What sections a question speaks of, in general words, whatever the plan calls them.</summary>
    /// <param name="isOfOthers">Who asks reports nothing: 后面准备怎么弄 asks for another's next steps.</param>
    /// <returns>Whole questions first; a name of a section is no question by itself.</returns>
    public static IEnumerable<(SectionKind Kind, Range Where, bool IsQuestion)> Find(string plain, bool isOfOthers = false) =>
        from section in (isOfOthers ? Questions.Value.Select(one => (one.Kind, one.Words, IsQuestion: true)) : []).Concat(Asked.Value.Select(one => (one.Kind, one.Words, IsQuestion: false)))
        let match = section.Words.Match(plain)
        where match.Success
        select (section.Kind, match.Index..(match.Index + match.Length), section.IsQuestion);

    private static Regex Whole(string words) => new($"(?<![a-z])(?:{words})(?![a-z])", RegexOptions.CultureInvariant);

    /// <summary>Words that in a question are no section: 进度 asks how far somebody is, 情况 how things are.</summary>
    private static string Question(string words) =>
        string.Join('|', words.Split('|').Where(word => word is not ("进度" or "工作情况" or "完成情况" or "status" or "update" or "done" or "next" or "to do" or "completed" or "progress" or "计划" or "下不" or "下布" or "下部")));

    private static string Words(ReportSection section)
    {
        var name = Spelling.Fold(section.Name);
        var own = name.EndsWith("情况", StringComparison.Ordinal) && name.Length > 3 ? $"{Regex.Escape(name)}|{Regex.Escape(name[..^2])}" : Regex.Escape(name);
        var common = Synonyms.Value.FirstOrDefault(synonym => synonym.Kind == section.Kind).Words;
        // Longest first: 下一步工作 must not be cut to 下一步.
        return string.Join('|', (common is null ? own : $"{own}|{common}").Split('|').OrderByDescending(word => word.Length).Select(Spaced));
    }

    /// <summary>进 展: two characters are often spread to the width of three.</summary>
    private static string Spaced(string word)
    {
        var spaced = new StringBuilder();
        foreach (var c in word)
        {
            if (c >= '\u4e00' && spaced.Length > 0 && spaced[^1] >= '\u4e00')
                spaced.Append(" {0,2}");
            spaced.Append(c);
        }
        return spaced.ToString();
    }
}
