using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Splits prose without labels where a clause begins with plain words for a section (困难是…, 下一步…); a proposal, never more. The words are <c>Rules/cues.txt</c>.</summary>
public static partial class CueSplit
{
    private static readonly Lazy<(SectionKind Kind, Regex Words)[]> Cues = new(() =>
        [.. RuleFile.Pairs("cues.txt").Select(cue => (Enum.Parse<SectionKind>(cue.Left), new Regex($@"\G\s*(?:{cue.Right})", RegexOptions.CultureInvariant)))]);

    /// <returns>Text by <see cref="ReportSection.Ordinal"/>, what stands before the first cue being progress; null when no clause says that it is anything but progress.</returns>
    public static IReadOnlyDictionary<int, string>? Split(string text, IReadOnlyList<ReportSection> sections)
    {
        var folded = LabelScan.Fold(text);
        var cues = Clause().Matches(folded).Select(clause => CueAt(folded, clause.Index, sections)).OfType<Cue>().ToList();
        if (cues.TrueForAll(cue => cue.Section.Kind == SectionKind.Progress))
            return null;
        var progress = sections.FirstOrDefault(section => section.Kind == SectionKind.Progress) ?? sections[0];
        var texts = new Dictionary<int, string>();
        Add(progress, text[..cues[0].Start]);
        foreach (var (cue, end) in cues.Zip(cues.Skip(1).Select(next => next.Start).Append(text.Length)))
            Add(cue.Section, text[cue.End..end]);
        return texts.Count > 1 || !texts.ContainsKey(progress.Ordinal) ? texts : null;

        void Add(ReportSection section, string part)
        {
            part = LabelScan.Tidy(part);
            if (part.Length == 0)
                return;
            if (section.Kind != SectionKind.Progress && NothingToSay.Matches(part))
                part = NothingToSay.Written(part);
            texts[section.Ordinal] = texts.TryGetValue(section.Ordinal, out var earlier) ? $"{earlier}\n{part}" : part;
        }
    }

    private static Cue? CueAt(string folded, int start, IReadOnlyList<ReportSection> sections)
    {
        foreach (var (kind, words) in Cues.Value)
        {
            if (sections.FirstOrDefault(section => section.Kind == kind) is { } section && words.Match(folded, start) is { Success: true } match)
                return new(section, start, match.Groups["cut"] is { Success: true } cut ? cut.Index + cut.Length : start);
        }
        return null;
    }

    /// <param name="End">Where its text begins: after the words that only name the section.</param>
    private sealed record Cue(ReportSection Section, int Start, int End);

    /// <summary>The beginning of a clause.</summary>
    [GeneratedRegex(@"(?:^|(?<=[.;,!?\n、]))(?=\s*\S)")]
    private static partial Regex Clause();
}
