using Microsoft.AspNetCore.Mvc;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.Dashboard;

/// <summary>A unit with what it owes, and a task with who owes it.</summary>
internal static class UnitEndpoints
{
    private const int Periods = 8;
    private const int UnitsOnPage = 40;
    private const int LastPage = 10_000;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/units/{id:guid}", UnitAsync);
        desk.MapGet("/tasks/{id:guid}", TaskAsync);
    }

    private static async Task<IResult> UnitAsync(
        Guid id, Guid? plan, string? period, Desk desk, DeskScopes scopes, ILedgerQuery ledger, [FromServices] IPersonRepository people, DeliveryQuery delivery, TrendQuery trend, PlanShares shares,
        CancellationToken cancellationToken)
    {
        // A unit of another plan than the first: the address need not say which.
        if (!desk.Sees(Ability.SeeUnit, id) || await FindAsync(desk, scopes, plan, period, view => view.Units.Any(unit => unit.Id == id), cancellationToken) is not { } scope)
            return Results.NotFound();
        var contacts = await people.ContactsOfAsync([id], cancellationToken);
        var persons = (await people.FindAsync([.. contacts.Select(contact => contact.PersonId)], cancellationToken)).ToDictionary(person => person.Id);
        var last = scope.View!.Periods.OrderBy(one => one.Period).TakeLast(Periods).Select(one => one.Id).ToList();
        return Page.Of<UnitPage>(
            desk, scope, (nameof(UnitPage.Shown), scope.View.Units.First(unit => unit.Id == id)),
            (nameof(UnitPage.Rows), scope.Period is null ? [] : await ledger.OfPeriodAsync(scope.Period.Id, id, cancellationToken)),
            (nameof(UnitPage.Contacts), contacts.Select(contact => (contact.Kind, persons[contact.PersonId])).ToList()),
            (nameof(UnitPage.Shares), (await shares.ReadAsync(desk, scope, cancellationToken)).Where(share => share.Unit.Id == id).ToList()),
            (nameof(UnitPage.Delivered), await delivery.RunAsync([id], scope.Today, cancellationToken)),
            (nameof(UnitPage.Trend), await trend.RunAsync(last, [id], cancellationToken)));
    }

    private static async Task<IResult> TaskAsync(
        Guid id, Guid? plan, string? period, int? page, Desk desk, DeskScopes scopes, PlanShares planShares, IPlanRepository plans, DeskQuery query, IProgressRepository progress, CancellationToken cancellationToken)
    {
        if (await plans.TaskAsync(id, cancellationToken) is not { PlanId: var owner } task || await scopes.FindAsync(desk, owner, plan is null || plan == owner ? period : null, cancellationToken) is not { } scope)
            return Results.NotFound();
        var shares = (await planShares.ReadAsync(desk, scope, cancellationToken)).Where(share => share.Task.Id == id).ToList();
        var wanted = Math.Clamp(page ?? 1, 1, LastPage);
        var (cells, count) = scope.Period is { } chosen ? await query.OfTaskAsync(chosen.Id, id, desk.OwnUnits, (wanted - 1) * UnitsOnPage, UnitsOnPage, cancellationToken) : ([], 0);
        // A contact sees the tasks of the own units only.
        if (!desk.SeesAll && count == 0 && shares.Count == 0)
            return Results.NotFound();
        return Page.Of<TaskPage>(
            desk, scope, (nameof(TaskPage.Shown), task), (nameof(TaskPage.Cells), cells), (nameof(TaskPage.Shares), shares), (nameof(TaskPage.Number), wanted), (nameof(TaskPage.Pages), Math.Max(1, (count + UnitsOnPage - 1) / UnitsOnPage)),
            (nameof(TaskPage.Latest), (await progress.LatestAsync([.. cells.Select(cell => cell.ObligationId)], cancellationToken)).ToDictionary(entry => entry.ObligationId)));
    }

    private static async Task<DeskScope?> FindAsync(Desk desk, DeskScopes scopes, Guid? plan, string? period, Func<Dialogs.Answers.PlanView, bool> isMeant, CancellationToken cancellationToken)
    {
        if (plan is null && await scopes.FindAsync(desk, null, null, cancellationToken) is { } any && (any.Plans.FirstOrDefault(one => one.InQuestion is not null && isMeant(one)) ?? any.Plans.FirstOrDefault(isMeant)) is { } view)
            plan = view.Plan.Id;
        return await scopes.FindAsync(desk, plan, period, cancellationToken) is { View: { } found } scope && isMeant(found) ? scope : null;
    }
}
