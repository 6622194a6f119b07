using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Finds what a report is about: which unit, which period, which tasks; asks where more than one can be meant.</summary>
public sealed class ReportDesk(ILedgerQuery ledger, IProgressRepository progress, IPersonRepository people, RequestView requests)
{
    /// <returns>A talk with a form or a choice; or the reply that says why there is none.</returns>
    public async Task<(ReportTalk? Talk, Reply? Refusal)> OpenAsync(Asker asker, ReportRequest request, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        var reportsFor = Permissions.ReportsFor(asker.Person).ToHashSet();
        var opening = LetterFrame.WithoutSalutation(Opening(request));
        var named = UnitNames.Find(Spelling.Plain(opening), [.. plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)]).Select(unit => unit.Mention.One?.Id).ToList();
        if (named.Count > 0 && named.TrueForAll(unit => unit is null || !reportsFor.Contains(unit.Value)))
            return (null, CommonTexts.OwnUnitsOnly(asker.Language));
        var desks = await DesksAsync(request with { UnitId = request.UnitId ?? named.Find(unit => unit is { } id && reportsFor.Contains(id)) }, opening, reportsFor, plans, cancellationToken);
        if (desks.Count == 0)
            return (null, reportsFor.Count == 0 ? OwnTexts.NoUnit(asker.Language) : new Reply(OwnTexts.NothingOwed(asker.Language)));
        if (desks.Count > 1 && desks.FindAll(desk => desk.Rows.Any(row => row.IsOpen)) is { Count: 1 } open)
            desks = open;
        if (desks.Count > 1)
            return (new ReportTalk { Request = request, Choice = WhichUnit(desks, request) }, null);
        if (WhichPeriod(desks[0], request, asker.Language) is { } choice)
            return (new ReportTalk { Request = request, Choice = choice }, null);
        var form = await FormAsync(desks[0], asker, cancellationToken);
        return form.Tasks.Count == 0
            ? (null, new Reply(ReportTexts.NothingCanChange(desks[0].Period.Period, asker.Language)))
            : (new ReportTalk { Request = request, Form = form }, null);
    }

    /// <summary>The words that may name unit and period: not those of the report itself.</summary>
    private static string Opening(ReportRequest request) => OfPeriod.Match(request.Said) is { Success: true } period && request.Kind is ReportRequestKind.Text or ReportRequestKind.Nil ? period.Value : request.Kind switch
    {
        ReportRequestKind.Text => ReportText.Parse(request.Said, SectionWords.For([new(1, "进展", SectionKind.Progress), new(2, "问题", SectionKind.Problems),
            new(3, "成效", SectionKind.Results), new(4, "下一步", SectionKind.NextSteps)]), openTasks: 0).Opening is { Length: <= 40 } opening ? opening : "",
        ReportRequestKind.Start or ReportRequestKind.Nil or ReportRequestKind.Form or ReportRequestKind.CarryOver => request.Said.Length <= 40 ? request.Said : "",
        _ => "",
    };

    /// <summary>那补报一季度第一项：… names the period before the task.</summary>
    private static Regex OfPeriod => field ??= new(@"^\s*(?:那|就|我们?|咱们?|先|要|来|现在|再)*(?:补报|补|报送|填报|上报|报|填)?(?:一?下)?(?:20[0-9]{2}年)?第?[一二三四1-4]季度(?=的?第)");

    private async Task<List<Desk>> DesksAsync(
        ReportRequest request, string opening, HashSet<Guid> reportsFor, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        var desks = new List<Desk>();
        foreach (var view in plans.Where(view => request.PlanId is null || view.Plan.Id == request.PlanId))
        {
            // 照搬上一季 names the period that the text comes from, not the one it is for.
            var mention = request.Kind == ReportRequestKind.CarryOver ? null : PeriodWords.Find(Spelling.Plain(opening))?.Mention;
            var key = ReportingPeriod.TryParse(request.Period, out var chosen) ? chosen : view.KeyOf(mention);
            if (view.Find(key) is not { } period)
                continue;
            foreach (var unit in view.Units.Where(unit => reportsFor.Contains(unit.Id) && (request.UnitId is null || unit.Id == request.UnitId)))
            {
                var rows = await ledger.OfPeriodAsync(period.Id, unit.Id, cancellationToken);
                if (rows.Count > 0)
                    desks.Add(new(view, period, unit, rows));
            }
        }
        return desks;
    }

    private static ReportChoice WhichUnit(List<Desk> desks, ReportRequest request)
    {
        var isOnePlan = desks.DistinctBy(desk => desk.View.Plan.Id).Count() == 1;
        return new(ReportChoiceKind.WhichUnit, [.. desks.Select(desk => new ReportOption(
            isOnePlan ? desk.Unit.Name : $"{desk.Unit.Name}（{desk.View.Plan.Title}）", request with { PlanId = desk.View.Plan.Id, UnitId = desk.Unit.Id }))]);
    }

    /// <summary>Asked only when all of the period in question is reported and the next one can be reported already.</summary>
    private static ReportChoice? WhichPeriod(Desk desk, ReportRequest request, Language language)
    {
        if (request.PeriodIsChosen || request.Period is not null || request.Kind == ReportRequestKind.Correction || desk.Rows.Any(row => row.IsOpen)
            || desk.Period.Id != desk.View.InQuestion?.Id
            || desk.View.Periods.FirstOrDefault(period => period.Period > desk.Period.Period && period.ClosedAt is null) is not { } next)
            return null;
        var chosen = request with { PlanId = desk.View.Plan.Id, UnitId = desk.Unit.Id, PeriodIsChosen = true };
        return new(ReportChoiceKind.WhichPeriod,
        [
            new(ReportTexts.CorrectPeriod(desk.Period.Period, language), chosen with { Period = desk.Period.Period.ToString() }),
            new(ReportTexts.EarlyForPeriod(next.Period, language), chosen with { Period = next.Period.ToString() }),
        ]);
    }

    private async Task<ReportForm> FormAsync(Desk desk, Asker asker, CancellationToken cancellationToken)
    {
        var rows = desk.Rows.Where(row => row.State is not (ObligationState.Accepted or ObligationState.Waived) && (row.IsOpen || desk.Period.ClosedAt is null)).ToList();
        var ids = rows.Select(row => row.ObligationId).ToList();
        var filed = (await progress.LatestAsync(ids, cancellationToken)).ToDictionary(entry => entry.ObligationId);
        var drafts = (await progress.DraftsAsync(ids, cancellationToken)).ToDictionary(draft => draft.ObligationId);
        var colleagues = await ColleaguesAsync(drafts.Values, asker, cancellationToken);
        var disputed = await requests.DisputedByAsync(asker.Person.Id, cancellationToken);
        return new ReportForm
        {
            PlanId = desk.View.Plan.Id, UnitId = desk.Unit.Id, UnitName = desk.Unit.Name, Period = desk.Period.Period.ToString(),
            Sections = desk.View.Plan.Reporting.Sections,
            Tasks = [.. rows.Select(row => new FormTask(
                row.ObligationId, row.UnitTaskOrdinal, TaskNames.Beginning(row.TaskTitle, row.TaskText), row.Version, row.IsOpen,
                // What was filed is what a correction starts from; a draft left beside it is an older thought.
                (row.IsOpen ? drafts.GetValueOrDefault(row.ObligationId)?.Sections : null) ?? filed.GetValueOrDefault(row.ObligationId)?.Sections ?? new Dictionary<int, string>(),
                drafts.ContainsKey(row.ObligationId), filed.GetValueOrDefault(row.ObligationId)?.AuthorId, $"{row.TaskTitle} {row.TaskText}")
            {
                TaskId = row.TaskId, Colleague = colleagues.GetValueOrDefault(row.ObligationId), IsDisputed = disputed.Contains(row.ObligationId),
            })],
        };
    }

    /// <summary>Drafts that somebody else has left, by obligation.</summary>
    private async Task<Dictionary<Guid, ColleagueDraft>> ColleaguesAsync(IEnumerable<ReportDraft> drafts, Asker asker, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, ColleagueDraft>();
        foreach (var draft in drafts.Where(draft => draft.AuthorId != asker.Person.Id))
        {
            var author = (await people.FindAsync(draft.AuthorId, cancellationToken))?.Name ?? "";
            found[draft.ObligationId] = new(Guid.CreateVersion7(draft.SavedAt), draft.AuthorId, author, draft.SavedAt, draft.Sections);
        }
        return found;
    }

    private sealed record Desk(PlanView View, PlanPeriod Period, Unit Unit, IReadOnlyList<LedgerRow> Rows);
}
