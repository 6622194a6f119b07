using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Keeps what a contact has typed so far, after every answer. A draft is not a report: it stops no reminder.</summary>
public sealed class SaveDraft(IDatabase database, IPersonRepository people, IObligationRepository obligations, IProgressRepository progress)
{
    /// <returns>False when the obligation is not this person's; nothing is kept then. A report already submitted keeps its state beside the draft.</returns>
    public Task<bool> RunAsync(ReportDraft draft, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await obligations.FindAsync(draft.ObligationId, token) is not { } obligation
                || await people.FindAsync(draft.AuthorId, token) is not { } author
                || !SubmitReport.ReportsFor(author, obligation))
                return false;
            await progress.SaveDraftAsync(draft, token);
            return obligation.State is not ObligationState.Pending
                || await obligations.SaveAsync(obligation, obligation with { State = ObligationState.Draft }, token);
        },
        cancellationToken);

    /// <summary>Throws a draft away (取消).</summary>
    public Task<bool> DiscardAsync(Guid obligationId, Guid personId, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await obligations.FindAsync(obligationId, token) is not { } obligation
                || await people.FindAsync(personId, token) is not { } person
                || !SubmitReport.ReportsFor(person, obligation))
                return false;
            await progress.DeleteDraftAsync(obligationId, token);
            return obligation.State is not ObligationState.Draft
                || await obligations.SaveAsync(obligation, obligation with { State = ObligationState.Pending }, token);
        },
        cancellationToken);
}
