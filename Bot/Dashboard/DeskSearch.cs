using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.Dashboard;

/// <summary>Where words stand in what was reported.</summary>
/// <param name="IsCut">Not everything was looked through: enough was found, or it took too long.</param>
public sealed record FoundReports(IReadOnlyList<(PlanPeriod Period, FoundText Text)> Texts, bool IsCut)
{
    /// <summary>Not looked for: the same person's last search is still running.</summary>
    public bool IsBusy { get; init; }
}

/// <summary>Looks for words: period after period, the latest first, and in it some units after the others, until enough is found. Each is a bounded piece of the ledger, the whole has its time, and one person searches once at a time.</summary>
public sealed class DeskSearch(DeskQuery query, [FromKeyedServices("wall")] TimeProvider wall)
{
    private const int MostFound = 50;
    private const int LongestWords = 100;

    /// <summary>Units whose reports are read in one statement.</summary>
    private const int UnitsAtOnce = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock entering = new();
    private readonly HashSet<Guid> searching = [];

    /// <summary>What is looked for of what was typed; cut first, for cutting may leave half a character.</summary>
    public static string Words(string typed) => StorableText.Clean(typed[..Math.Min(typed.Length, LongestWords)]).Trim();

    public async Task<FoundReports> RunAsync(Desk desk, DeskScope scope, string words, CancellationToken cancellationToken)
    {
        lock (entering)
        {
            if (!searching.Add(desk.Person.Id))
                return new([], IsCut: false) { IsBusy = true };
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
        var (found, began) = (new List<(PlanPeriod Period, FoundText Text)>(), wall.GetTimestamp());
        var units = scope.UnitsFor(desk).Select(unit => unit.Id).Chunk(UnitsAtOnce).ToList();
        foreach (var (period, some) in (scope.View?.Periods ?? []).OrderByDescending(one => one.Period).SelectMany(period => units.Select(some => (period, some))))
        {
            if (found.Count > MostFound || wall.GetElapsedTime(began) > Patience)
                return new([.. found.Take(MostFound)], IsCut: true);
            found.AddRange((await query.SearchAsync(period.Id, words, some, MostFound + 1 - found.Count, cancellationToken)).Select(text => (period, text)));
        }
        return new([.. found.Take(MostFound)], found.Count > MostFound);
    }
}
