using PlanBot.Data.Queries;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>How reporting works, for those who report: whether something can still be changed, whether a leader has to agree, what became of a request.</summary>
public sealed class HowAnswers(RequestView requests, ILedgerQuery ledger)
{
    public static bool Knows(Intent intent) => intent is Intent.HowToCorrect or Intent.NeedsSignOff or Intent.LengthLimit or Intent.StillTime or Intent.WhoAreYou or Intent.HowCounted or Intent.HowExported or Intent.HowReminded;

    /// <returns>Null when it is no question about this, or the asker does not report.</returns>
    public async Task<Reply?> AnswerAsync(Question question, CancellationToken cancellationToken) => question.Intent switch
    {
        Intent.HowToCorrect => HowTexts.Correct(question.Language),
        Intent.NeedsSignOff => HowTexts.SignOff([.. question.Plans.Select(view => (view.Plan.Title, view.Plan.NeedsSignOff))], question.Language),
        Intent.LengthLimit => HowTexts.LengthLimit(SubmitReport.LongestSection, question.Language),
        Intent.HowReminded => HowTexts.Reminded(question.Language),
        Intent.HowCounted => HowTexts.Counted(question.Language),
        Intent.HowExported when question.Asker.Sees(Ability.SeeOverview) => HowTexts.Exported(question.Language),
        Intent.WhoAreYou => HowTexts.WhoAmI(question.Plans.Count > 0 ? question.Plans[0].Plan.Contact?.Office ?? question.Plans[0].Plan.Issuer : null, question.Asker.Person, question.Language),
        Intent.StillTime when Permissions.ReportsFor(question.Asker.Person).Any() => await StillTimeAsync(question, cancellationToken),
        Intent.StillTime when question.Asker.Sees(Ability.SeeOverview) => HowTexts.StillTaken(question.Language),
        Intent.Requests when Permissions.ReportsFor(question.Asker.Person).Any() && !question.Asker.Sees(Ability.RunPlan) =>
            await requests.OwnAsync(question.Asker.Person.Id, question.Language, cancellationToken),
        _ => null,
    };

    /// <summary>Of the period in question: until when it is in time, and that it can be reported afterwards as well.</summary>
    private async Task<Reply> StillTimeAsync(Question question, CancellationToken cancellationToken)
    {
        var own = Permissions.ReportsFor(question.Asker.Person).ToHashSet();
        var lines = new List<string>();
        foreach (var view in question.Plans)
        {
            if (view.Find(view.KeyOf(question.Focus.Period)) is not { } period)
                continue;
            var open = 0;
            foreach (var unit in own)
                open += (await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Count(row => row.IsOpen);
            lines.Add(HowTexts.StillTime(period, open, view.Now, view.Zone, question.Language));
        }
        return new(lines.Count == 0 ? OwnTexts.NothingOwed(question.Language) : string.Join('\n', lines)) { Buttons = [Buttons.ReportNow(question.Language), Buttons.MyTasks(question.Language)] };
    }
}
