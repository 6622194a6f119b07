using Microsoft.AspNetCore.Http.HttpResults;
using PlanBot.Dashboard.Pages;
using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>The first page.</summary>
internal static class OverviewEndpoints
{
    public static void Map(RouteGroupBuilder desk) => desk.MapGet("/", ShowAsync);

    private static async Task<Results<RazorComponentResult<OverviewPage>, NotFound>> ShowAsync(
        Guid? plan, string? period, int? page, int? urged, string? stored, Desk desk, DeskScopes scopes, OverviewReader reader, PlanShares shares, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, period, cancellationToken) is not { } scope)
            return TypedResults.NotFound();
        return Page.Of<OverviewPage>(
            desk, scope, (nameof(OverviewPage.Overview), scope.Period is null ? null : await reader.RunAsync(desk, scope, page ?? 1, cancellationToken)),
            (nameof(OverviewPage.Shares), await shares.ReadAsync(desk, scope, cancellationToken)), (nameof(OverviewPage.Said), SaidOf(desk, scope, urged, stored)));
    }

    /// <summary>What was done on the page before this one.</summary>
    private static string? SaidOf(Desk desk, DeskScope scope, int? urged, string? stored) => (urged, stored) switch
    {
        ( > 0, _) => DeskReportTexts.Urged(urged.Value, desk.Language),
        (0, _) => DeskReportTexts.NobodyUrged(desk.Language),
        (_, "new" or "changed") when scope.View is { } view => DeskImportTexts.Stored(view.Plan.Title, view.Units.Count, stored == "changed", desk.Language),
        _ => null,
    };
}

/// <summary>Makes the answer that is a page.</summary>
internal static class Page
{
    public static RazorComponentResult<T> Of<T>(Desk desk, DeskScope scope, params (string Name, object? Value)[] more)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var parameters = new Dictionary<string, object?> { ["Desk"] = desk, ["Scope"] = scope };
        foreach (var (name, value) in more)
            parameters[name] = value;
        return new(parameters);
    }
}
