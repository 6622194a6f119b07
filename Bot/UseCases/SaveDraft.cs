using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Keeps what a contact has typed so far, after every answer. A draft is not a report: it stops no reminder.</summary>
public sealed class SaveDraft(IDatabase database, IPersonRepository people, IObligationRepository obligations, IProgressRepository progress)
{
    /// <returns>False when the obligation is not this person's, or may not be reported on any more; nothing is kept then.</returns>
    public Task<bool> RunAsync(ReportDraft draft, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await obligations.FindWithPeriodAsync(draft.ObligationId, token) is not ({ } obligation, { } period)
                || await people.FindAsync(draft.AuthorId, token) is not { } author
                || !Permissions.Allows(author, Ability.Report, obligation.UnitId)
                || ObligationStates.SaveDraft(obligation, period.ClosedAt <= draft.SavedAt) is not StateChange.Allowed { After: var after })
                return false;
            await progress.SaveDraftAsync(draft, token);
            return await obligations.SaveAsync(obligation, after, token);
        },
        cancellationToken);

    /// <summary>Throws a draft away (取消).</summary>
    public Task<bool> DiscardAsync(Guid obligationId, Guid personId, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await obligations.FindAsync(obligationId, token) is not { } obligation
                || await people.FindAsync(personId, token) is not { } person
                || !Permissions.Allows(person, Ability.Report, obligation.UnitId))
                return false;
            await progress.DeleteDraftAsync(obligationId, token);
            return ObligationStates.DiscardDraft(obligation) is StateChange.Allowed { After: var after }
                && await obligations.SaveAsync(obligation, after, token);
        },
        cancellationToken);
}
