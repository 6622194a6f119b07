using System.Globalization;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>What was done, and what was written.</summary>
internal static class RecordEndpoints
{
    private const int LinesOnPage = 50;
    private const int MostFound = 50;
    private const int ShortestWords = 2;
    private const int LongestWords = 100;

    /// <summary>As long as a person waits for a page; whatever was found until then is shown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/audit", AuditAsync);
        desk.MapGet("/search", SearchAsync);
    }

    /// <summary>Of everything for the office; of the own units' reports for a contact.</summary>
    private static async Task<IResult> AuditAsync(
        Guid? plan, Guid? unit, string? from, string? until, int? page, Desk desk, DeskScopes scopes, AuditQuery audit, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, null, cancellationToken) is not { } scope || (unit is { } id && !desk.Sees(Ability.SeeUnit, id)))
            return Results.NotFound();
        var number = Math.Max(1, page ?? 1);
        var civilTime = new CivilTime(scope.Zone);
        var filter = new AuditFilter(unit is { } one ? [one] : desk.OwnUnits, ReportsOnly: !desk.SeesAll)
        {
            From = DayOf(from) is { } first ? civilTime.StartOf(first) : null, Until = DayOf(until) is { } last ? civilTime.StartOf(last.AddDays(1)) : null,
        };
        // One more than a page tells whether there is another.
        var lines = await audit.RunAsync(filter, (number - 1) * LinesOnPage, LinesOnPage + 1, cancellationToken);
        return Page.Of<AuditPage>(
            desk, scope, (nameof(AuditPage.Lines), lines.Take(LinesOnPage).ToList()), (nameof(AuditPage.UnitId), unit), (nameof(AuditPage.From), DayOf(from)), (nameof(AuditPage.Until), DayOf(until)),
            (nameof(AuditPage.Number), number), (nameof(AuditPage.HasMore), lines.Count > LinesOnPage));
    }

    private static async Task<IResult> SearchAsync(Guid? plan, string? q, Desk desk, DeskScopes scopes, SearchQuery search, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, null, cancellationToken) is not { } scope)
            return Results.NotFound();
        var words = StorableText.Clean(q ?? "").Trim();
        words = words[..Math.Min(words.Length, LongestWords)];
        var periods = (scope.View?.Periods ?? []).OrderByDescending(period => period.Period).ToDictionary(period => period.Id);
        var result = new SearchResult([], IsCutShort: false);
        var isTooShort = words.EnumerateRunes().Count() < ShortestWords;
        if (!isTooShort)
            result = await search.RunAsync(words, [.. periods.Keys], [.. scope.UnitsFor(desk).Select(unit => unit.Id)], MostFound + 1, Patience, cancellationToken);
        return Page.Of<SearchPage>(
            desk, scope, (nameof(SearchPage.Words), words), (nameof(SearchPage.Found), result.Texts.Take(MostFound).Select(text => (periods[text.PeriodId], text)).ToList()),
            (nameof(SearchPage.IsCut), result.Texts.Count > MostFound), (nameof(SearchPage.IsCutShort), result.IsCutShort),
            (nameof(SearchPage.IsTooShort), q is not null && isTooShort));
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
