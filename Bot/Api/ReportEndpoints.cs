using Microsoft.AspNetCore.Mvc;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;

namespace PlanBot.Api;

/// <summary>What is owed, one by one, and what was filed.</summary>
internal static class ReportEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plans/{planId:guid}/periods/{period}/entries", OfPeriodAsync).Lists<EntryResource>("listEntries", "该期算数的报告。 The reports of the period that count.");
        var owed = api.MapGroup("/obligations/{id:guid}");
        owed.MapGet("", OwedAsync).Gives<ObligationResource>("getObligation", "一件应报事项。 One report that is owed.");
        owed.MapGet("/entries", VersionsAsync).Lists<EntryResource>("listVersions", "各版报告，先旧后新。 All versions, oldest first.");
        owed.MapGet("/entries/latest", LatestAsync).Gives<EntryResource>("getLatestEntry", "最新一版。 The latest version.");
        owed.MapGet("/entries/{version:int}", VersionAsync).Gives<EntryResource>("getEntry", "某一版。 One version.");
    }

    private static async Task<IResult> OfPeriodAsync(
        Guid planId, string period, Guid? unit, Guid? task, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, ApiQuery query, IProgressRepository progress, [FromServices] IPersonRepository people,
        CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !order.TryId(out var after))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (plan, found) || (unit is { } one && !caller.Access.CoversUnit(one)))
            return ApiProblem.NotFound;
        var filter = new OwedFilter(found.Id, unit is { } only ? [only] : caller.OwnUnits) { TaskId = task, MustCount = true };
        var rows = await query.OwedAsync(filter, after, order.Limit + 1, cancellationToken);
        var entries = (await progress.LatestAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToDictionary(entry => entry.ObligationId);
        var authors = await AuthorsAsync(people, entries.Values, cancellationToken);
        return new ApiAnswer(ApiCursor.Page(rows, order.Limit, row => row.AssignmentId.ToString(), row => EntryResource.Of(entries[row.ObligationId], row, plan, authors)));
    }

    private static async Task<IResult> OwedAsync(Guid id, ApiCaller caller, ApiFinder finder, TimeProvider clock, CancellationToken cancellationToken) =>
        await finder.OwedAsync(caller, id, cancellationToken) is var (_, period, row) ? Owed(row, period, clock.GetUtcNow()) : ApiProblem.NotFound;

    internal static ApiAnswer Owed(OwedRow row, PlanPeriod period, DateTimeOffset now) => new(ObligationResource.Of(row, period.Period, now), ApiTags.Of(row, now));

    private static async Task<IResult> VersionsAsync(
        Guid id, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, IProgressRepository progress, [FromServices] IPersonRepository people, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || (order.After is not null && !int.TryParse(order.After, out _)))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.OwedAsync(caller, id, cancellationToken) is not var (plan, _, row))
            return ApiProblem.NotFound;
        var entries = await progress.VersionsAsync(id, cancellationToken);
        var authors = await AuthorsAsync(people, entries, cancellationToken);
        return new ApiAnswer(ApiCursor.PageOfAll(
            entries, order, (entry, after) => entry.Version > int.Parse(after, System.Globalization.CultureInfo.InvariantCulture), entry => entry.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            entry => EntryResource.Of(entry, row, plan, authors)));
    }

    private static Task<IResult> LatestAsync(Guid id, ApiCaller caller, ApiFinder finder, IProgressRepository progress, [FromServices] IPersonRepository people, CancellationToken cancellationToken) =>
        EntryAsync(id, null, caller, finder, progress, people, cancellationToken);

    private static Task<IResult> VersionAsync(Guid id, int version, ApiCaller caller, ApiFinder finder, IProgressRepository progress, [FromServices] IPersonRepository people, CancellationToken cancellationToken) =>
        EntryAsync(id, version, caller, finder, progress, people, cancellationToken);

    /// <param name="version">Null for the latest.</param>
    internal static async Task<IResult> EntryAsync(
        Guid id, int? version, ApiCaller caller, ApiFinder finder, IProgressRepository progress, IPersonRepository people, CancellationToken cancellationToken)
    {
        if (await finder.OwedAsync(caller, id, cancellationToken) is not var (plan, _, row)
            || (await progress.VersionsAsync(id, cancellationToken)).LastOrDefault(entry => version is null || entry.Version == version) is not { } found)
            return ApiProblem.NotFound;
        return new ApiAnswer(EntryResource.Of(found, row, plan, await AuthorsAsync(people, [found], cancellationToken)));
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> AuthorsAsync(IPersonRepository people, IEnumerable<ProgressEntry> entries, CancellationToken cancellationToken) =>
        (await people.FindAsync([.. entries.Select(entry => entry.AuthorId).Distinct()], cancellationToken)).ToDictionary(person => person.Id, person => person.Name);
}
