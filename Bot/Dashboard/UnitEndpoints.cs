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

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/units/{id:guid}", UnitAsync);
        desk.MapGet("/tasks/{id:guid}", TaskAsync);
    }

    private static async Task<IResult> UnitAsync(
        Guid id, Guid? plan, string? period, Desk desk, DeskScopes scopes, ILedgerQuery ledger, [FromServices] IPersonRepository people, DeliveryQuery delivery, TrendQuery trend, CancellationToken cancellationToken)
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
            (nameof(UnitPage.Delivered), await delivery.RunAsync([id], scope.Today, cancellationToken)),
            (nameof(UnitPage.Trend), await trend.RunAsync(last, [id], cancellationToken)));
    }

    private static async Task<IResult> TaskAsync(
        Guid id, Guid? plan, string? period, Desk desk, DeskScopes scopes, IPlanRepository plans, DeskQuery query, IProgressRepository progress, CancellationToken cancellationToken)
    {
        DeskScope? scope = null;
        PlanTask? task = null;
        IReadOnlyList<HeatCell> cells = [];
        foreach (var view in (await scopes.FindAsync(desk, null, null, cancellationToken))?.Plans ?? [])
        {
            task = (await plans.TasksAsync(view.Plan.Id, cancellationToken)).FirstOrDefault(one => one.Id == id);
            if (task is null)
                continue;
            scope = await scopes.FindAsync(desk, view.Plan.Id, plan is null || plan == view.Plan.Id ? period : null, cancellationToken);
            cells = scope?.Period is { } chosen ? [.. (await query.OfTaskAsync(chosen.Id, id, cancellationToken)).Where(cell => desk.Sees(Ability.SeeUnit, cell.UnitId))] : [];
            break;
        }
        // A contact sees the tasks of the own units only.
        if (scope is null || task is null || (!desk.SeesAll && cells.Count == 0))
            return Results.NotFound();
        return Page.Of<TaskPage>(desk, scope, (nameof(TaskPage.Shown), task), (nameof(TaskPage.Cells), cells), (nameof(TaskPage.Latest), await progress.LatestAsync([.. cells.Select(cell => cell.ObligationId)], cancellationToken)));
    }

    private static async Task<DeskScope?> FindAsync(Desk desk, DeskScopes scopes, Guid? plan, string? period, Func<Dialogs.Answers.PlanView, bool> isMeant, CancellationToken cancellationToken)
    {
        if (plan is null && await scopes.FindAsync(desk, null, null, cancellationToken) is { } any && any.Plans.FirstOrDefault(isMeant) is { } view)
            plan = view.Plan.Id;
        return await scopes.FindAsync(desk, plan, period, cancellationToken) is { View: { } found } scope && isMeant(found) ? scope : null;
    }
}
