using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Splits prose without labels where a clause begins with plain words for a section (困难是…, 下一步…); a proposal, never more. The words are <c>Rules/cues.txt</c>.</summary>
public static class CueSplit
{
    private static readonly Lazy<CueWords[]> Cues = new(() => [.. RuleFile.Pairs("cues.txt").Select(cue => (Kinds: cue.Left.Split(" after "), Words: new Regex($@"\G\s*(?:{cue.Right})", RegexOptions.CultureInvariant)))
        .Select(cue => new CueWords(Enum.Parse<SectionKind>(cue.Kinds[0]), cue.Kinds.Length > 1 ? Enum.Parse<SectionKind>(cue.Kinds[1]) : null, cue.Words))]);

    /// <returns>Text by <see cref="ReportSection.Ordinal"/>, what stands before the first cue being progress; null when no clause says that it is anything but progress.</returns>
    public static IReadOnlyDictionary<int, string>? Split(string text, IReadOnlyList<ReportSection> sections)
    {
        var progress = sections.FirstOrDefault(section => section.Kind == SectionKind.Progress) ?? sections[0];
        var cues = Find(text, sections, progress);
        if (cues.TrueForAll(cue => cue.Section.Kind == SectionKind.Progress))
            return null;
        var texts = Cut(text, cues, progress);
        return texts.Count > 1 || !texts.ContainsKey(progress.Ordinal) ? texts : null;
    }

    /// <summary>The answer to the question about one section: what stands before the first cue belongs there, and words that only name it are taken away.</summary>
    /// <returns>Null when it is for that section as it stands.</returns>
    public static IReadOnlyDictionary<int, string>? SplitAnswer(string text, IReadOnlyList<ReportSection> sections, ReportSection asked)
    {
        if (asked.Kind == SectionKind.Progress)
            return Split(text, sections);
        // 进度上有延误 tells of a problem rather than of progress; 后续资金不足, said of problems, of no next step.
        var cues = Find(text, sections, asked).FindAll(cue => cue.Section.Kind != SectionKind.Progress && (cue.Section == asked || cue.Start > 0 || IsNamed(text, cue)));
        if (cues.Count == 0)
            return null;
        if (cues.TrueForAll(cue => cue.Section == asked))
            return cues[0].Start == 0 && cues[0].End > 0 && Spoken(text[cues[0].End..], isSpoken: SaidSo.IsMatch(text[..cues[0].End])) is { Length: > 0 } named ? new Dictionary<int, string> { [asked.Ordinal] = Written(asked, named) } : null;
        return Cut(text, cues, asked);
    }

    /// <summary>成效就是…: words that begin by naming a section.</summary>
    /// <returns>Null when they do not.</returns>
    public static IReadOnlyDictionary<int, string>? SplitNamed(string text, IReadOnlyList<ReportSection> sections)
    {
        var cues = Find(text, sections, null);
        return cues.Count > 0 && cues[0] is { Start: 0, End: > 0 } && IsNamed(text, cues[0]) ? Cut(text, cues, cues[0].Section) : null;
    }

    /// <summary>问题是…, 问题没有: the section is named, with what is said of it.</summary>
    private static bool IsNamed(string text, Cue cue) => cue.End > cue.Start && Names.IsMatch(LabelScan.Fold(text)[cue.Start..Math.Min(cue.End + 1, text.Length)]);

    private static Dictionary<int, string> Cut(string text, List<Cue> cues, ReportSection first)
    {
        var texts = new Dictionary<int, string>();
        var before = text[..cues[0].Start];
        Add(first, IsSpoken(text) ? before[Prologue.Match(before).Length..] : before);
        foreach (var (cue, end) in cues.Zip(cues.Skip(1).Select(next => next.Start).Append(text.Length)))
        {
            // 问题没有，参训150人: what follows nothing is about something else.
            var nothing = cue.Section == first ? 0 : FirstClause.Match(text[cue.End..end]) is { Success: true } clause && NothingToSay.Matches(clause.Groups["words"].Value) ? clause.Length : 0;
            Add(cue.Section, Spoken(nothing > 0 ? text[cue.End..(cue.End + nothing)] : text[cue.End..end], SaidSo.IsMatch(text[cue.Start..cue.End])));
            if (nothing > 0)
                Add(first, text[(cue.End + nothing)..end]);
        }
        return texts;

        void Add(ReportSection section, string part)
        {
            part = LabelScan.Tidy(part);
            if (part.Length > 0)
                texts[section.Ordinal] = texts.TryGetValue(section.Ordinal, out var earlier) ? $"{earlier}\n{Written(section, part)}" : Written(section, part);
        }
    }

    /// <summary>成效嘛…21万人次吧: the hesitation before and the particle behind are of the voice, not of the text.</summary>
    private static string Spoken(string text, bool isSpoken)
    {
        var tidy = Hesitation.Replace(LabelScan.Tidy(text), "");
        return isSpoken ? LabelScan.Tidy(AtEnd.Replace(tidy, "")) : tidy;
    }

    private static Regex Hesitation => field ??= new(@"^(?:[…~～—–]|\.{2,}|。{2,}|-{2,})+\s*");

    private static Regex AtEnd => field ??= new("(?<=[\u4e00-\u9fff0-9%])(?<![网酒书水茶贴咖])[吧哈呗呢啊][。.!！~～…]*$");

    /// <summary>A section named as one speaks: 成效嘛, 问题呢.</summary>
    private static Regex SaidSo => field ??= new("[嘛呢吧啊哈呀]|的话|这块");

    private static string Written(ReportSection section, string part) => section.Kind != SectionKind.Progress && NothingToSay.Matches(part) ? NothingToSay.Written(part) : part;

    private static List<Cue> Find(string text, IReadOnlyList<ReportSection> sections, ReportSection? first)
    {
        var folded = LabelScan.Fold(text);
        var starts = Clause.Matches(folded).Select(clause => clause.Index);
        starts = starts.Concat(Spaced(folded, sections, first));
        if (IsSpoken(text))
            starts = starts.Concat(SpokenBreak.Matches(folded).Select(match => match.Index));
        var cues = new List<Cue>();
        foreach (var start in starts.Distinct().Order())
        {
            if ((cues.Count == 0 || start >= cues[^1].End) && CueAt(folded, start, sections, (cues.Count > 0 ? cues[^1].Section : first)?.Kind) is { } cue)
                cues.Add(cue);
        }
        return cues;
    }

    /// <summary>进展是… 没有什么问题 成效是…: spaces part the sections, where several of them are followed by words for one.</summary>
    private static List<int> Spaced(string folded, IReadOnlyList<ReportSection> sections, ReportSection? first)
    {
        var starts = SpaceInChinese.Matches(folded).Select(match => match.Index + match.Length).Where(start => CueAt(folded, start, sections, null) is not null).ToList();
        return starts.Count > 1 || (starts.Count == 1 && (CueAt(folded, 0, sections, null) is not null || (first is not null && NothingToSay.Matches(folded[..starts[0]].Trim()))
            // 充实了团队 后面继续谈3个: what comes next, behind results.
            || (first?.Kind == SectionKind.Results && CueAt(folded, starts[0], sections, null)?.Section.Kind == SectionKind.NextSteps))) ? starts : [];
    }

    private static Regex SpaceInChinese => field ??= new(@"(?<=[\u4e00-\u9fff0-9%])[ \t\u3000]+(?=[\u4e00-\u9fff]|(?:next|plan|problem|issue|result|outcome|progress)[a-z]*(?: steps?)?[ :,])|(?<=[a-z])[ \t\u3000]+(?=问题|困难|成效|成果|效果|下一?步|接下来)");

    /// <summary>A text dictated to a telephone has few marks between its clauses, or none.</summary>
    private static bool IsSpoken(string text) => text.Length >= LongestBreath && LongBreath.IsMatch(text);

    /// <summary>Characters without a mark of punctuation; nobody writes so many.</summary>
    private const int LongestBreath = 30;

    private static Cue? CueAt(string folded, int start, IReadOnlyList<ReportSection> sections, SectionKind? before)
    {
        foreach (var cue in Cues.Value.Where(cue => cue.After is null || cue.After == before))
        {
            if (sections.FirstOrDefault(section => section.Kind == cue.Kind) is { } section && cue.Words.Match(folded, start) is { Success: true } match)
                return new(section, start, match.Groups["cut"] is { Success: true } cut ? cut.Index + cut.Length : start);
        }
        return null;
    }

    /// <param name="After">The kind of section that the clause before must be about; null for any.</param>
    private sealed record CueWords(SectionKind Kind, SectionKind? After, Regex Words);

    /// <param name="End">Where its text begins: after the words that only name the section.</param>
    private sealed record Cue(ReportSection Section, int Start, int End);

    private static Regex FirstClause => field ??= new(@"^(?<words>[^,，.。;；!！?？\n]+)[,，.。;；!！?？\n]+(?=\s*\S)");

    /// <summary>The beginning of a clause.</summary>
    private static Regex Clause => field ??= new(@"(?:^|(?<=[.;,!?\n、]))(?=\s*\S)");

    private static Regex LongBreath => field ??= new(@"[\u4e00-\u9fff0-9a-zA-Z%]{30,}");

    /// <summary>Where a speaker turns to another section without drawing breath.</summary>
    private static Regex SpokenBreak => field ??= new("(?<!^)(?=(?<![的有个什么为大小])问题(?:主要|就)?是(?!否)|(?:然后|还有|那么|另外|再就是|再有)?(?:主要)?的?(?:问题|困难|难点|难处|效果|成效|成果)(?:嘛|呢|的话|这块)|(?:然后|还有|另外)(?:主要)?(?:问题|困难|难点|效果|成效|成果|下一?步|接下来)|(?<!为|做好|的|是)(?:下一步|接下来)(?:我们|咱们|就|准备|打算|计划|要|再|呢|嘛|的话|是))");

    /// <summary>What somebody says before they come to the point: 嗯那个我报一下啊就是.</summary>
    private static Regex Prologue => field ??= new(@"^(?:嗯+|呃+|额+|啊+|哦+|喂|那个|这个|就是说?|你好|您好|我(?:这边)?(?:来|先|要|给你)?(?:汇?报|说|讲)(?:一下|下|一哈)|吧|呢|嘛|[,，、\s])+");

    /// <summary>Words that name a section rather than tell of something.</summary>
    private static Regex Names => field ??= new("是|为|在于|下一?步|接下来|的话|嘛|呢|无|没|:|next|plan");
}
