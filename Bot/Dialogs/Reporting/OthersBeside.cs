using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>第五项：…下一步：集中签约。其他四项没进展: what is told of the other tasks ends the text of one, and is no part of it. Pure.</summary>
internal static class OthersBeside
{
    /// <summary>What ends a sentence; failing that, a clause.</summary>
    private static readonly char[][] Breaks = [['。', '！', '!', '；', ';', '\n', '.'], ['，', ',']];

    /// <param name="isOfOthers">Whether a sentence is about other tasks.</param>
    /// <returns>The report without the sentence, and the sentence; null where there is none.</returns>
    public static (ReportText Report, string Said)? Apart(ReportText report, Func<string, bool> isOfOthers)
    {
        if (!report.NamesTasks || report.Blocks is not [.., { Task: not null } last])
            return null;
        foreach (var (section, text) in last.Sections)
        {
            if (Cut(text, isOfOthers) is var (own, said))
                return (With(report, last with { Sections = new Dictionary<int, string>(last.Sections) { [section] = own } }), said);
        }
        return Cut(last.Free, isOfOthers) is var (free, told) ? (With(report, last with { Free = free }), told) : null;
    }

    private static (string Own, string Said)? Cut(string text, Func<string, bool> isOfOthers)
    {
        var end = text.TrimEnd(' ', '。', '.', '!', '！', '；', ';', '，', ',', '\n');
        foreach (var breaks in Breaks)
        {
            if (end.LastIndexOfAny(breaks) is > 0 and var at && end[(at + 1)..].Trim() is var said && isOfOthers(said) && LabelScan.Tidy(text[..(at + 1)]) is { Length: > 0 } own)
                return (own.TrimEnd('；', ';', '，', ','), said);
        }
        return null;
    }

    private static ReportText With(ReportText report, ReportBlock last) => report with { Blocks = [.. report.Blocks.SkipLast(1), last] };
}
