using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>A correction of what was reported for a period that has closed: it must not become a text of the period that is open. Pure.</summary>
internal static partial class ClosedPeriod
{
    private const int Longest = 160;

    /// <remarks>Only where the period is named: 上次 may as well be where the text comes from.</remarks>
    /// <returns>Why nothing is changed and who can; null when the words are about something else.</returns>
    public static Reply? Refusal(Turn turn, ReportRequest request)
    {
        if (request is not { Kind: ReportRequestKind.Text or ReportRequestKind.Correction, File: null } || request.Said.Length > Longest || turn.Said.Period is not { Reference: PeriodReference.Named } mention || !Corrects().IsMatch(Spelling.Plain(request.Said)))
            return null;
        return turn.Plans.Any(view => view.Find(view.KeyOf(mention)) is { ClosedAt: not null }) ? new(ReportTexts.Refused(ReportRefusal.PeriodClosed, turn.Language)) : null;
    }

    [GeneratedRegex("(?:need|want|like|have) to (?:fix|correct|change|amend|update)|(?<![a-z])(?:fix|correct|amend) (?:a|the|our|my|one)|should (?:be|have been|read|say)|(?:was|is|were) (?:wrong|a mistake|a typo)|(?:写|报|填|弄|搞|打|算)(?:错|少|多|漏)|有误|有个?错|更正|订正|(?:要|想|得|需要|能)改|改一?下|改成|改为|应该是|应为")]
    private static partial Regex Corrects();
}
