using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.Dashboard;

/// <summary>Where words stand in what was reported, the latest reports first.</summary>
public sealed record FoundReports(IReadOnlyList<(PlanPeriod Period, FoundText Text)> Texts)
{
    /// <summary>There is more than is shown.</summary>
    public bool IsCut { get; init; }

    /// <summary>It took too long, and not everything was looked through.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Not looked for: the same person's last search is still running.</summary>
    public bool IsBusy { get; init; }
}

/// <summary>Looks for words in all reports of a plan that a person may see: it has its time, and one person searches once at a time.</summary>
public sealed class DeskSearch(SearchQuery query)
{
    private const int MostFound = 50;
    private const int LongestWords = 100;

    private readonly Lock entering = new();
    private readonly HashSet<Guid> searching = [];

    /// <summary>As long as a person waits for a page; whatever was found until then is shown.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What is looked for of what was typed; cut first, for cutting may leave half a character.</summary>
    public static string Words(string typed) => StorableText.Clean(typed[..Math.Min(typed.Length, LongestWords)]).Trim();

    public async Task<FoundReports> RunAsync(Desk desk, DeskScope scope, string words, CancellationToken cancellationToken)
    {
        lock (entering)
        {
            if (!searching.Add(desk.Person.Id))
                return new([]) { IsBusy = true };
        }
        try
        {
            return await LookAsync(desk, scope, words, cancellationToken);
        }
        finally
        {
            lock (entering)
                searching.Remove(desk.Person.Id);
        }
    }

    private async Task<FoundReports> LookAsync(Desk desk, DeskScope scope, string words, CancellationToken cancellationToken)
    {
        var periods = (scope.View?.Periods ?? []).OrderByDescending(period => period.Period).ToDictionary(period => period.Id);
        var result = await query.RunAsync(words, [.. periods.Keys], [.. scope.UnitsFor(desk).Select(unit => unit.Id)], MostFound + 1, Patience, cancellationToken);
        return new([.. result.Texts.Take(MostFound).Select(text => (periods[text.PeriodId], text))]) { IsCut = result.Texts.Count > MostFound, IsCutShort = result.IsCutShort };
    }
}
