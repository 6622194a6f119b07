using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PlanBot.Dashboard.Pages;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>催办: first who will be written to, then, confirmed, the messages.</summary>
internal static class UrgeEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/urge", ShowAsync);
        desk.MapPost("/urge", RunAsync);
    }

    private static async Task<IResult> ShowAsync(Guid? plan, string? period, GivenId? unit, Desk desk, DeskScopes scopes, UrgeUnits urge, CancellationToken cancellationToken)
    {
        if (!desk.Sees(Ability.Urge))
            return NoticePage.NotAllowed(desk);
        if (await FindAsync(desk, scopes, plan, period, unit?.Value, cancellationToken) is not var (scope, request) || await urge.PreviewAsync(request, cancellationToken) is not { } preview)
            return Results.NotFound();
        return Page.Of<UrgePage>(desk, scope, (nameof(UrgePage.Preview), preview), (nameof(UrgePage.UnitId), unit?.Value));
    }

    private static async Task<IResult> RunAsync(
        [FromForm] Guid? plan, [FromForm] string? period, [FromForm] GivenId? unit, Desk desk, DeskScopes scopes, UrgeUnits urge, CancellationToken cancellationToken)
    {
        if (!desk.Sees(Ability.Urge))
            return NoticePage.NotAllowed(desk);
        if (await FindAsync(desk, scopes, plan, period, unit?.Value, cancellationToken) is not var (scope, request))
            return Results.NotFound();
        var done = await urge.RunAsync(request, desk.Person.Id, DeskAccess.Channel, cancellationToken);
        return Results.LocalRedirect(scope.To("/dashboard", ("urged", (done?.WillBeWritten.Count ?? 0).ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>One unit, overdue or not; else all that are overdue.</summary>
    private static async Task<(DeskScope, UrgeRequest)?> FindAsync(Desk desk, DeskScopes scopes, Guid? plan, string? period, Guid? unit, CancellationToken cancellationToken) =>
        await scopes.FindAsync(desk, plan, period, cancellationToken) is { View: { } view, Period: { } chosen } scope && (unit is null || view.Units.Any(one => one.Id == unit))
            ? (scope, new UrgeRequest(view.Plan.Id, chosen.Period, unit is { } one ? [one] : null))
            : null;
}
