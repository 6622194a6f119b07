using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Cards;

/// <summary>Whether what a pressed button is about still holds, by the ledger as it is now.</summary>
public sealed class CardPresses(ILedgerQuery ledger, IRequestRepository requests, IPersonRepository people, IObligationRepository obligations)
{
    /// <param name="open">What waits for a confirmation in this conversation; null when nothing does.</param>
    /// <param name="isAsking">Something else may wait for an answer; it is asked again afterwards.</param>
    /// <returns>What to say instead; null when the button holds and its words are to be taken.</returns>
    public async Task<Reply?> OutdatedAsync(Turn turn, CardPress press, CardSubject? open, bool isAsking, CancellationToken cancellationToken)
    {
        var now = press.About.Kind switch
        {
            CardSubjectKind.Act or CardSubjectKind.Report when press.About == open => null,
            CardSubjectKind.Act or CardSubjectKind.Report when isAsking => CardTexts.SeeBelow(turn.Language),
            // Nothing of ours says words in the name of a form.
            CardSubjectKind.Form => CardTexts.UseTheLatest(turn.Language),
            _ => await StandingAsync(turn, press.About, cancellationToken),
        };
        return now is null ? null : CardTexts.Outdated(now, turn.Language);
    }

    /// <summary>How things stand with what a card is about, while nothing waits for a confirmation.</summary>
    /// <returns>Null when its buttons hold.</returns>
    public async Task<string?> StandingAsync(Turn turn, CardSubject about, CancellationToken cancellationToken) => about.Kind switch
    {
        CardSubjectKind.Question => null,
        CardSubjectKind.Page => ListPage.Read(about.Id) is null ? CardTexts.UseTheLatest(turn.Language) : null,
        CardSubjectKind.Act => CardTexts.NothingWaits(turn.Language),
        CardSubjectKind.Report => await OfReportAsync(turn, about.Id, cancellationToken),
        CardSubjectKind.Period => await OfPeriodAsync(turn, about.Id, cancellationToken),
        CardSubjectKind.Reminder => await OfReminderAsync(turn, about.Id, cancellationToken),
        CardSubjectKind.Request => await OfRequestAsync(turn, about.Id, cancellationToken),
        CardSubjectKind.Form => await OfFormAsync(turn, about.Id, cancellationToken),
        _ => CardTexts.UseTheLatest(turn.Language),
    };

    private async Task<string> OfReportAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        // Of a unit that is not theirs nobody learns anything by sending its id.
        if (SummarySubject.Read(id) is not { } subject || !turn.Asker.Sees(Ability.Report, subject.UnitId) || Find(turn, subject.PlanId, subject.Period) is not { } period)
            return CardTexts.NothingWaits(turn.Language);
        var rows = await ledger.OfPeriodAsync(period.Id, subject.UnitId, cancellationToken);
        return rows.Count == 0
            ? CardTexts.NothingWaits(turn.Language)
            : CardTexts.ReportNow(
                rows[0].UnitName, period.Period, rows.Count(row => row.IsReported()), rows.Count(row => row.IsOpen), rows.Count(row => row.State == ObligationState.Draft), turn.Language);
    }

    private async Task<string?> OfPeriodAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!turn.Asker.Sees(Ability.SeeOverview) || Read(turn, id) is not { } period)
            return CardTexts.UseTheLatest(turn.Language);
        if (period.ClosedAt is not null)
            return CardTexts.Closed(period.Period, turn.Language);
        return (await ledger.TallyAsync(period.Id, turn.AllPlans[0].Now, cancellationToken)).All(unit => unit.Open == 0) ? CardTexts.AllIn(period.Period, turn.Language) : null;
    }

    /// <summary>It holds as long as one of its periods is the one in question and something in it is still this person's to report.</summary>
    private async Task<string?> OfReminderAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        var units = Permissions.ReportsFor(turn.Asker.Person).Distinct().ToList();
        var reminded = id.Split(',').Select(part => Read(turn, part)).OfType<PlanPeriod>().ToList();
        if (units.Count == 0 || reminded.Count == 0)
            return CardTexts.UseTheLatest(turn.Language);
        var current = turn.AllPlans.Select(view => view.InQuestion).OfType<PlanPeriod>().ToList();
        var held = reminded.Where(period => current.Exists(its => its.Id == period.Id)).ToList();
        if (held.Count == 0)
            return current.Find(its => its.PlanId == reminded[0].PlanId) is { } other ? CardTexts.OtherPeriod(other.Period, turn.Language) : CardTexts.Closed(reminded[0].Period, turn.Language);
        foreach (var period in held)
        {
            foreach (var unit in units)
            {
                if ((await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Any(row => row.IsOpen))
                    return null;
            }
        }
        return CardTexts.AllReported(turn.Language);
    }

    private async Task<string?> OfRequestAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!turn.Asker.Sees(Ability.RunPlan) || !int.TryParse(id, out var number) || await requests.FindAsync(number, cancellationToken) is not { } request)
            return CardTexts.UseTheLatest(turn.Language);
        if (request.State == RequestState.Open)
            return null;
        var by = request.DecidedBy is { } person ? (await people.FindAsync(person, cancellationToken))?.Name : null;
        return CardTexts.Settled(number, request.State, by, turn.Language);
    }

    private async Task<string?> OfFormAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var obligationId) || await obligations.FindAsync(obligationId, cancellationToken) is not { } owed || !turn.Asker.Sees(Ability.Report, owed.UnitId))
            return CardTexts.UseTheLatest(turn.Language);
        return owed.IsOpen ? null : CardTexts.FormFiled(turn.Language);
    }

    private static PlanPeriod? Read(Turn turn, string id) => id.Split('/') is [var plan, var period] && Guid.TryParse(plan, out var planId) ? Find(turn, planId, period) : null;

    private static PlanPeriod? Find(Turn turn, Guid planId, string period) =>
        ReportingPeriod.TryParse(period, out var key) ? turn.AllPlans.FirstOrDefault(view => view.Plan.Id == planId)?.Find(key) : null;
}
