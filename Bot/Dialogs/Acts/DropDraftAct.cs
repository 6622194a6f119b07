using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>草稿不要了: a contact's own drafts are thrown away, after they were shown. What is filed stays.</summary>
public sealed class DropDraftAct(ILedgerQuery ledger, IProgressRepository progress, SaveDraft drafts, LooseTexts loose) : IAct
{
    public string Name => "drop-draft";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.DropDraft && Permissions.ReportsFor(asker.Person).Any();

    public bool IsAgreed(Understood said) => !said.EndsAsQuestion && said.Intent != Intent.Cancel && Agreed.IsMatch(said.Plain);

    private static Regex Agreed => field ??= new("^(?:嗯+|好的?|对的?|是的?|行|可以|那就|就|确认|请|都|[,])*(?:删(?:了|掉|除)*|不要了|清掉)(?:吧|了|就行|好了)*$|^(?:(?:yes|ok|okay|please|go ahead|do|and|[,]) ?)*(?:delete|drop|remove)(?: (?:it|them|that))?(?: please)?$");

    public Wish Read(Turn turn, Wish wish) => turn.Said.Tasks.Count > 0 ? wish with { Tasks = turn.Said.Tasks, AllTasks = false } : turn.Said.AllTasks ? wish with { Tasks = [], AllTasks = true } : wish;

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var own = await OwnAsync(turn, wish, cancellationToken);
        var waiting = wish.Tasks.Count == 0 ? await loose.FindAsync(turn.Asker, cancellationToken) : null;
        if (own.Count == 0 && waiting is null)
            return new ActStep.Refused(DraftTexts.None(turn.Language));
        return new ActStep.Ready(DraftTexts.PreviewDrop(
            [.. own.Select(draft => (draft.Row.UnitName, draft.Row.UnitTaskOrdinal, string.Join(' ', draft.Draft.Sections.OrderBy(text => text.Key).Select(text => text.Value))))], waiting?.Text.Words, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var own = await OwnAsync(turn, wish, cancellationToken);
        foreach (var (row, _) in own)
            await drafts.DiscardAsync(row.ObligationId, turn.Asker.Person.Id, cancellationToken);
        while (wish.Tasks.Count == 0 && await loose.FindAsync(turn.Asker, cancellationToken) is { } waiting)
            await loose.ForgetAsync(waiting.Id, cancellationToken);
        return new(DraftTexts.Dropped(turn.Language), own.Count == 0 ? null : JsonSerializer.Serialize(own.Select(draft => draft.Draft)));
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        foreach (var draft in JsonSerializer.Deserialize<List<ReportDraft>>(undo)!)
        {
            // What has been begun anew since stays.
            if ((await progress.DraftsAsync([draft.ObligationId], cancellationToken)).Count == 0)
                await drafts.RunAsync(draft, cancellationToken);
        }
        return ActTexts.Undone(DraftTexts.What(turn.Language), turn.Language);
    }

    private async Task<List<(LedgerRow Row, ReportDraft Draft)>> OwnAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var found = new List<(LedgerRow, ReportDraft)>();
        foreach (var period in turn.Plans.SelectMany(view => view.Periods).Where(period => period.ClosedAt is null))
        {
            foreach (var unit in Permissions.ReportsFor(turn.Asker.Person).Distinct())
            {
                var rows = (await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Where(row => wish.Tasks.Count == 0 || wish.Tasks.Contains(row.UnitTaskOrdinal)).ToDictionary(row => row.ObligationId);
                found.AddRange((await progress.DraftsAsync([.. rows.Keys], cancellationToken)).Where(draft => draft.AuthorId == turn.Asker.Person.Id).Select(draft => (rows[draft.ObligationId], draft)));
            }
        }
        return [.. found.OrderBy(draft => draft.Item1.UnitTaskOrdinal)];
    }
}
