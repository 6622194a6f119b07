using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>哪些家免报了, 退回去的有几份, 最近一份是谁报的: reports of a period by what has become of them. For those who see all units.</summary>
public sealed class StageAnswers(ILedgerQuery ledger)
{
    public async Task<string> AnswerAsync(PlanView view, PlanPeriod period, ReportStage stage, string heading, Language language, CancellationToken cancellationToken)
    {
        var rows = await ledger.OfPeriodAsync(period.Id, null, cancellationToken);
        if (stage == ReportStage.Latest)
        {
            var last = rows.Where(row => row.IsReported() && row.SubmittedAt is not null).OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.UnitTaskOrdinal).FirstOrDefault();
            return StageTexts.Latest(heading, last is null ? null : (last.UnitName, last.UnitTaskOrdinal, Days.Moment(last.SubmittedAt!.Value, view.Zone)), language);
        }
        var state = stage switch { ReportStage.Waived => ObligationState.Waived, ReportStage.Returned => ObligationState.Returned, _ => ObligationState.Draft };
        var units = rows.Where(row => row.State == state).GroupBy(row => row.UnitName).Select(unit => (unit.Key, (IReadOnlyList<int>)[.. unit.Select(row => row.UnitTaskOrdinal)])).ToList();
        return StageTexts.Of(heading, stage, units, language);
    }
}
