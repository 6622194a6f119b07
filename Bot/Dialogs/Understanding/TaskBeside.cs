using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A report on one task whose number is said before its labels or after them: 再来第一项，进展：…; …。这是第一项的. Pure.</summary>
internal static class TaskBeside
{
    /// <summary>An opening that is longer tells of something.</summary>
    private const int LongestOpening = 40;

    /// <summary>Fewer letters before it tell nothing: 好的，这是第二项的.</summary>
    private const int FewestTold = 10;

    /// <returns>The block with its task, and without the words that only name it; null when no task is named so, or several are.</returns>
    public static ReportBlock? Of(ReportBlock block, string opening)
    {
        if (opening.Length <= LongestOpening && TaskWords.Find(Spelling.Plain(opening)) is [var (before, _)])
            return block with { Task = before };
        if (block.Sections.Count == 0 && Closing.Match(Spelling.Fold(block.Free)) is { Success: true, Index: > FewestTold } end && TaskWords.Find(Spelling.Plain(end.Value)) is [var (told, _)])
            return block with { Task = told, Free = LabelScan.Tidy(block.Free[..end.Index]) };
        foreach (var (section, text) in block.Sections)
        {
            var folded = Spelling.Fold(text);
            if (Closing.Match(folded) is { Success: true, Index: > 0 } closing && TaskWords.Find(Spelling.Plain(closing.Value)) is [var (after, _)])
                return block with { Task = after, Sections = new Dictionary<int, string>(block.Sections) { [section] = LabelScan.Tidy(text[..closing.Index]) } };
        }
        return null;
    }

    private static Regex Closing => field ??= new($@"(?:(?<=[.;!。\n])\s*|[,，;；]\s*)[(（]?(?:这|以上|上面|前面|都|就|全)*(?:是|为|报的是|写的是|说的是){TaskWords.Pattern}(?:的|任务|内容|情况|进展)*[)）]?\s*[.。!！]?\s*$|(?:(?<=[.;!\n])\s*|,\s*)(?:this|that|it|the above)(?:'s| is| was)(?: all)? (?:for |about |on ){TaskWords.Pattern}[.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
