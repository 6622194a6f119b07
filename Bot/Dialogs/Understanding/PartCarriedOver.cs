using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>问题和下一步跟上季度一样，进展改成…，成效是…: some sections stand as last period, and others are new.</summary>
/// <param name="Carried">At least one.</param>
/// <param name="New">Text by <see cref="ReportSection.Ordinal"/>; empty when nothing new is said.</param>
public sealed record PartCarriedOver(IReadOnlyList<ReportSection> Carried, IReadOnlyDictionary<int, string> New)
{
    private const int Longest = 600;

    /// <returns>Null when no section is said to stay as it was last period.</returns>
    public static PartCarriedOver? Parse(string raw, SectionWords words)
    {
        var folded = Spelling.Fold(raw);
        if (raw.Length > Longest || !Hint.IsMatch(folded)
            || Regex.Match(folded, $@"(?:^|(?<=[\s.,;!:])){Polite}(?<sections>(?:the )?{words.Any}(?:\s*(?:和|与|及|、|,|and|&)\s*(?:the )?{words.Any})*)\s*(?:[:,]\s*)?(?:这?[两三]?[项块部分]*(?:都|均|也|还是|仍然?|就|请|是)*|(?:are|is|stay|stays|remain|remains) )?(?:both |all )?{Same}", RegexOptions.CultureInvariant) is not { Success: true } same)
            return null;
        var carried = Regex.Matches(same.Groups["sections"].Value, words.Any, RegexOptions.CultureInvariant).Select(name => words.Of(name.Value)).OfType<ReportSection>().DistinctBy(section => section.Ordinal).ToList();
        var rest = $"{raw[..same.Index]}\n{raw[(same.Index + same.Length)..]}";
        return carried.Count == 0 || carried.Count == words.Sections.Count ? null : new(carried, Texts(rest, words, carried));
    }

    private static Dictionary<int, string> Texts(string rest, SectionWords words, List<ReportSection> carried)
    {
        var folded = Spelling.Fold(rest);
        var heads = Regex.Matches(folded, $@"(?:^|(?<=[\s.,;!:]))(?:把|但是?|只是|而|只有|不过|but |only |and |the |just )*(?<name>{words.Any})\s*(?:部分|这块)?(?:改成|改为|换成|更新为|变成|变为|写成?|填|是|为|:|is|are|was|(?:changes?|changed) to|-)\s*[:,]?\s*", RegexOptions.CultureInvariant)
            .Where(head => words.Of(head.Groups["name"].Value) is { } section && carried.TrueForAll(other => other.Ordinal != section.Ordinal)).ToList();
        var texts = new Dictionary<int, string>();
        for (var i = 0; i < heads.Count; i++)
        {
            var text = LabelScan.Tidy(rest[(heads[i].Index + heads[i].Length)..(i + 1 < heads.Count ? heads[i + 1].Index : rest.Length)]);
            if (text.Length > 0)
                texts[words.Of(heads[i].Groups["name"].Value)!.Ordinal] = text;
        }
        return texts;
    }

    private const string Polite = "(?:(?:其中|至于|但是?|另外|还有|and|but|the)[ ,]*)*";

    private const string Same = "(?:(?:跟|和|与|同|照|按|沿用|照搬|照抄|用)(?:上(?:一?个|一)?(?:季度?|期|次)|前一?(?:季度?|期|次))(?:报?的)?(?:内容|情况)?(?:一样|相同|一致|没有?变化|不变|来|就行)?|(?:the )?same as (?:in )?(?:the )?(?:last|previous)(?: (?:quarter|period|time|report))?|as (?:in )?(?:the )?(?:last|previous) (?:quarter|period|report))(?:吧|了|即可)?";

    private static Regex Hint => field ??= new("上(?:一?个|一)?(?:季|期|次)|前一?(?:季|期|次)|(?:last|previous) (?:quarter|period|time|report)");
}
