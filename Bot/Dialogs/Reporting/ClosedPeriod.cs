using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>A correction of what was reported for a period that has closed: it must not become a text of the period that is open. Pure.</summary>
internal static class ClosedPeriod
{
    private const int Longest = 160;

    /// <summary>Of a period that the words name.</summary>
    /// <returns>Why nothing is changed and who can; null when the words are about something else.</returns>
    public static Reply? Refusal(Turn turn, ReportRequest request)
    {
        if (!Corrects(request) || turn.Said.Period is not { Reference: PeriodReference.Named } mention)
            return null;
        return turn.Plans.Select(view => view.Find(view.KeyOf(mention))).FirstOrDefault(period => period is { ClosedAt: not null }) is { } closed ? Closed(closed, turn.Language) : null;
    }

    /// <summary>上回报的检查企业数不对: where nothing is filed yet for the period that is open, what was filed is of one before it.</summary>
    /// <remarks>Where the words say that it was reported and is wrong: 上次 may as well be where a text comes from.</remarks>
    public static Reply? OfEarlier(Turn turn, ReportRequest request, ReportForm form)
    {
        if (!Corrects(request) || !Earlier.IsMatch(Spelling.Plain(request.Said)) || CarryOverWords.Begin(request.Said) || form.Tasks.Any(task => task.Version > 0) || form.Read(request.Said).HasLabels)
            return null;
        var view = turn.Plans.First(plan => plan.Plan.Id == form.PlanId);
        return view.Periods.LastOrDefault(period => period.ClosedAt is not null && period.Period < form.Key) is { } closed ? Closed(closed, turn.Language) : null;
    }

    private static Reply Closed(PlanPeriod period, Language language) => new(ReportTexts.PeriodClosed(period.Period, language)) { Period = period.Period, Buttons = [Buttons.Of(language, "看看当时报的", "Show what we sent then"), Buttons.MyTasks(language)] };

    private static bool Corrects(ReportRequest request) => request is { Kind: ReportRequestKind.Text or ReportRequestKind.Correction, File: null, Said.Length: <= Longest } && Correcting.IsMatch(Spelling.Plain(request.Said));

    private static Regex Earlier => field ??= new("(?:上(?:一?个|一)?(?:季度?|期|次|回)|之前那?次|前一?(?:期|次|季度?)).{0,8}(?:报|写|填|交|给|送|那份|里)|(?<![a-z])(?:last|previous) (?:quarter|time|period|report|one)");

    private static Regex Correcting => field ??= new("(?:need|want|like|have) to (?:fix|correct|change|amend|update)|(?<![a-z])(?:fix|correct|amend) (?:a|the|our|my|one)|should (?:be|have been|read|say)|(?:was|is|were) (?:wrong|a mistake|a typo)|(?:写|报|填|弄|搞|打|算)(?:错|少|多|漏)|不对|错了|不准|有误|有个?错|更正|订正|(?:要|想|得|需要|能)改|改一?下|改成|改为|应该是|应为");
}
