using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>Finds the dated steps inside a task's text: "2021年完成设计，2022年5月8日开工；2023年，交付使用" holds three.</summary>
internal sealed partial class Milestones(PlanYears years, Remarks remarks)
{
    private const string ClauseEnds = "，。；\n";

    /// <returns>In the order of the text: the words from the date to the end of its clause, or of the next one when the date stands alone.</returns>
    public IReadOnlyList<DatedText> Read(Passage text)
    {
        var milestones = new List<DatedText>();
        var quoted = Quoted().Matches(text.Text);
        var dates = ChineseDates.Find(text.Text).Where(date => !quoted.Any(quote => quote.Index < date.Index && date.Index < quote.Index + quote.Length)).ToList();
        for (var i = 0; i < dates.Count; i++)
        {
            var first = dates[i];
            // A span (3月至6月) is one step that ends with its last date.
            while (i + 1 < dates.Count && Span().IsMatch(text.Text.AsSpan(dates[i].End, dates[i + 1].Index - dates[i].End)))
                i++;
            if (first == dates[i] ? !IsStep(text.Text, first) : dates[i].Precision == "year")
                continue;
            var end = ClauseEnd(text.Text, dates[i].End);
            if (i + 1 < dates.Count && dates[i + 1].Index < end && text.Text[dates[i + 1].Index - 1] is '、' or '和')
                end = dates[i + 1].Index - 1;
            var value = years.Complete(dates[i], text, remarks);
            milestones.Add(new(text.Slice(first.Index, end).Raw, value, value is null ? null : dates[i].Precision));
        }
        return milestones;
    }

    /// <summary>A bare year is a step only where it opens a clause: "完成2018年项目验收" and "比2019年增长" name none; 到2025年 and 2012年起 are spans.</summary>
    private static bool IsStep(string text, FoundDate date)
    {
        var clause = date.Index == 0 ? 0 : text.LastIndexOfAny([.. ClauseEnds, '：', '（', '、', ' '], date.Index - 1) + 1;
        var (before, after) = (text[clause..date.Index], text[date.End..]);
        if (NoStepAfter().IsMatch(after) || NoStepBefore().IsMatch(before))
            return false;
        return date.Precision != "year" || Opening().IsMatch(before);
    }

    private static int ClauseEnd(string text, int from)
    {
        var end = End(text, from);
        var alone = Bare().IsMatch(text.AsSpan(from, end - from));
        return alone && end < text.Length && text[end] == '，' ? End(text, end + 1) : end;
    }

    private static int End(string text, int from) => text.AsSpan(from).IndexOfAny(ClauseEnds) is var length and >= 0 ? from + length : text.Length;

    [GeneratedRegex("《[^》]*》|〔[^〕]*〕|“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*(?:至|-|到)\s*$")]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?:度|起|以来|以前|以后|级|版|的|同期|[-至])")]
    private static partial Regex NoStepAfter();

    [GeneratedRegex(@"(?:每年|每|自|从|比|较|同比|截至|截止|\d{4}年?[-至])\s*$")]
    private static partial Regex NoStepBefore();

    [GeneratedRegex(@"^\s*(?:力争|争取|计划|预计|拟|确保|并|于|在)*\s*$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?:年?[底末])?(?:之?前|以前)?\s*$")]
    private static partial Regex Bare();
}
