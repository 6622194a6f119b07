using PlanBot.Dashboard.Pages;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;

namespace PlanBot.Dashboard;

/// <summary>All units and all tasks of a plan, a page at a time, by a part of the name if wanted.</summary>
internal static class ListEndpoints
{
    private const int OnPage = 40;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/units", UnitsAsync);
        desk.MapGet("/tasks", TasksAsync);
    }

    private static async Task<IResult> UnitsAsync(Guid? plan, string? period, string? name, int? page, Desk desk, DeskScopes scopes, OverviewReader overview, DeskQuery query, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, period, cancellationToken) is not { } scope)
            return Results.NotFound();
        var part = DeskSearch.Words(name ?? "");
        var tallies = scope.Period is null ? [] : (await overview.RunAsync(desk, scope, 1, cancellationToken)).Units.ToDictionary(unit => unit.UnitId);
        // What a correction took out has its place in the periods it owed something in.
        var all = scope.UnitsFor(desk);
        var others = all.Where(unit => !tallies.ContainsKey(unit.Id)).Select(unit => unit.Id).ToList();
        var withTasks = scope.View is null || others.Count == 0 ? new HashSet<Guid>() : await query.WithTasksAsync(scope.View.Plan.Id, others, cancellationToken);
        var units = all.Where(unit => (tallies.ContainsKey(unit.Id) || withTasks.Contains(unit.Id)) && unit.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        var (shown, number, pages) = Cut(units, page);
        return Page.Of<UnitsPage>(
            desk, scope, (nameof(UnitsPage.Rows), shown.Select(unit => (unit, tallies.GetValueOrDefault(unit.Id))).ToList()), (nameof(UnitsPage.Count), units.Count), (nameof(UnitsPage.Name), part),
            (nameof(UnitsPage.Number), number), (nameof(UnitsPage.Pages), pages));
    }

    /// <summary>A contact sees those of the own units only.</summary>
    private static async Task<IResult> TasksAsync(
        Guid? plan, string? period, string? name, int? page, Desk desk, DeskScopes scopes, IPlanRepository plans, PlanShares shares, DeskQuery query, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, period, cancellationToken) is not { } scope)
            return Results.NotFound();
        IReadOnlyList<TaskHead> all = scope switch
        {
            { View: null } => [],
            { Period: { } chosen } when desk.SeesAll => await query.AllTasksAsync(chosen.Id, cancellationToken),
            _ when desk.SeesAll => [.. (await plans.TasksAsync(scope.View.Plan.Id, cancellationToken)).OrderBy(task => task.Ordinal).Select(Head)],
            { Period: { } chosen } => await query.TasksAsync(chosen.Id, desk.OwnUnits ?? [], cancellationToken),
            _ => [.. (await shares.ReadAsync(desk, scope, cancellationToken)).Select(share => share.Task).DistinctBy(task => task.Id).OrderBy(task => task.Ordinal).Select(Head)],
        };
        var part = DeskSearch.Words(name ?? "");
        var tasks = all.Where(task => task.Text.Contains(part, StringComparison.OrdinalIgnoreCase) || task.Title?.Contains(part, StringComparison.OrdinalIgnoreCase) == true).ToList();
        var (shown, number, pages) = Cut(tasks, page);
        return Page.Of<TasksPage>(
            desk, scope, (nameof(TasksPage.Rows), shown), (nameof(TasksPage.Count), tasks.Count), (nameof(TasksPage.Name), part), (nameof(TasksPage.Number), number), (nameof(TasksPage.Pages), pages));

        static TaskHead Head(Data.Model.PlanTask task) => new() { Id = task.Id, Ordinal = task.Ordinal, Number = task.Number, Title = task.Title, Text = task.Text };
    }

    private static (IReadOnlyList<T> Shown, int Number, int Pages) Cut<T>(IReadOnlyList<T> all, int? page)
    {
        var pages = Math.Max(1, (all.Count + OnPage - 1) / OnPage);
        var number = Math.Clamp(page ?? 1, 1, pages);
        return ([.. all.Skip((number - 1) * OnPage).Take(OnPage)], number, pages);
    }
}
