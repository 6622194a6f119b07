using System.Globalization;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>What was done, and what was written.</summary>
internal static class RecordEndpoints
{
    private const int LastPage = 1_000_000;

    // No day outside of them stands in the records, and calendars and time zones end somewhere.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    private const int LinesOnPage = 50;
    private const int ShortestWords = 2;

    /// <summary>Units that are chosen from a list; of more, a part of the name is written.</summary>
    public const int MostListed = 60;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/audit", AuditAsync);
        desk.MapGet("/search", SearchAsync);
    }

    /// <summary>Of everything for the office; of the own units' reports for a contact.</summary>
    private static async Task<IResult> AuditAsync(
        Guid? plan, GivenId? unit, string? name, string? from, string? until, int? page, Desk desk, DeskScopes scopes, AuditQuery audit, CancellationToken cancellationToken)
    {
        var chosen = unit?.Value;
        if (await scopes.FindAsync(desk, plan, null, cancellationToken) is not { } scope || (chosen is { } id && !desk.Sees(Ability.SeeUnit, id)))
            return Results.NotFound();
        var number = Math.Clamp(page ?? 1, 1, LastPage);
        var civilTime = new CivilTime(scope.Zone);
        var part = StorableText.Clean(name ?? "").Trim();
        var named = part.Length == 0 ? null : scope.UnitsFor(desk).Where(one => one.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).Take(MostListed).ToList();
        var filter = new AuditFilter(chosen is { } only ? [only] : named is { } some ? [.. some.Select(one => one.Id)] : desk.OwnUnits, ReportsOnly: !desk.SeesAll)
        {
            From = DayOf(from) is { Year: >= FirstYear and <= LastYear } first ? civilTime.StartOf(first) : null, Until = DayOf(until) is { Year: >= FirstYear and <= LastYear } last ? civilTime.StartOf(last.AddDays(1)) : null,
        };
        // One more than a page tells whether there is another.
        var lines = await audit.RunAsync(filter, (number - 1) * LinesOnPage, LinesOnPage + 1, cancellationToken);
        return Page.Of<AuditPage>(
            desk, scope, (nameof(AuditPage.Lines), lines.Take(LinesOnPage).ToList()), (nameof(AuditPage.UnitId), chosen), (nameof(AuditPage.Name), part), (nameof(AuditPage.Named), named), (nameof(AuditPage.From), DayOf(from)), (nameof(AuditPage.Until), DayOf(until)),
            (nameof(AuditPage.Number), number), (nameof(AuditPage.HasMore), lines.Count > LinesOnPage));
    }

    private static async Task<IResult> SearchAsync(Guid? plan, string? q, Desk desk, DeskScopes scopes, DeskSearch search, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, null, cancellationToken) is not { } scope)
            return Results.NotFound();
        var words = DeskSearch.Words(q ?? "");
        var isTooShort = words.EnumerateRunes().Count() < ShortestWords;
        var found = isTooShort ? new([]) : await search.RunAsync(desk, scope, words, cancellationToken);
        return Page.Of<SearchPage>(
            desk, scope, (nameof(SearchPage.Words), words), (nameof(SearchPage.Found), found.Texts), (nameof(SearchPage.IsCut), found.IsCut), (nameof(SearchPage.IsCutShort), found.IsCutShort), (nameof(SearchPage.IsBusy), found.IsBusy),
            (nameof(SearchPage.IsTooShort), q is not null && isTooShort));
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
