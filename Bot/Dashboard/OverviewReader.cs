using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dashboard;

/// <summary>A period at a glance.</summary>
/// <param name="Units">Those that the person may see, in the notice's order.</param>
/// <param name="Trend">By period, the last few.</param>
/// <param name="Problems">What was reported as a problem, those first that are followed or were reported before.</param>
public sealed record Overview(
    IReadOnlyList<UnitTally> Units, IReadOnlyList<LatestReport> Latest, IReadOnlyList<DeskProblem> Problems, int MoreProblems, IReadOnlyList<PeriodTally> Trend)
{
    /// <summary>Of the page that was asked for.</summary>
    public HeatMap Heat { get; init; } = HeatMap.Empty;

    public int Waived { get; } = Units.Sum(unit => unit.Waived);
    public int Late { get; } = Units.Sum(unit => unit.Late);
    public int Overdue { get; } = Units.Sum(unit => unit.Overdue);
    public int Owed { get; } = Units.Sum(unit => unit.Owed - unit.Waived);
    public int InTime { get; } = Units.Sum(unit => unit.Reported - unit.Late);
    public int Open { get; } = Units.Sum(unit => unit.Open - unit.Overdue);
    public IReadOnlyList<UnitTally> OverdueUnits { get; } = [.. Units.Where(unit => unit.Overdue > 0)];
}

/// <summary>One page of the map of units and tasks.</summary>
/// <param name="Tasks">Only those that one of the units owes something on, in the notice's order.</param>
public sealed record HeatMap(IReadOnlyList<UnitTally> Units, IReadOnlyList<TaskHead> Tasks, IReadOnlyDictionary<(Guid Unit, Guid Task), HeatCell> Cells, int Page, int Pages)
{
    internal static HeatMap Empty { get; } = new([], [], new Dictionary<(Guid Unit, Guid Task), HeatCell>(), 1, 1);
}

/// <param name="IsAgain">The period before told of the same.</param>
public sealed record DeskProblem(ProblemRow Row, bool IsAgain);

/// <summary>Reads what the overview shows, from the ledger alone.</summary>
public sealed class OverviewReader(ILedgerQuery ledger, DeskQuery desk, ProblemQuery problems, TrendQuery trend, LedgerMark mark)
{
    /// <summary>For those who see all; a contact's own units are read for each. Whatever page of the map is looked at, the rest is read once.</summary>
    private readonly SharedReading<Guid, Overview> ofAll = new(mark.ReadAsync, most: 20);
    private readonly SharedReading<(Guid Period, int Page), HeatMap> heats = new(mark.ReadAsync, most: 50);

    /// <summary>Units on one page of the map.</summary>
    public const int UnitsOnPage = 40;

    private const int Latest = 8;
    private const int MostProblems = 8;
    private const int Periods = 8;

    public async Task<Overview> RunAsync(Desk who, DeskScope scope, int page, CancellationToken cancellationToken)
    {
        var period = scope.Period!.Id;
        var overview = who.SeesAll ? await ofAll.GetAsync(period, () => ReadAsync(who, scope, CancellationToken.None), cancellationToken) : await ReadAsync(who, scope, cancellationToken);
        // Only pages that there are: a made-up number is no key of its own.
        var shown = Math.Clamp(page, 1, PagesOf(overview.Units));
        return overview with
        {
            Heat = who.SeesAll ? await heats.GetAsync((period, shown), () => HeatAsync(scope, overview.Units, shown, CancellationToken.None), cancellationToken)
                : await HeatAsync(scope, overview.Units, shown, cancellationToken),
        };
    }

    private async Task<Overview> ReadAsync(Desk who, DeskScope scope, CancellationToken cancellationToken)
    {
        var (period, view) = (scope.Period!, scope.View!);
        var units = (await ledger.TallyAsync(period.Id, scope.Now, cancellationToken)).Where(unit => who.Sees(Ability.SeeUnit, unit.UnitId)).ToList();
        var (reported, more) = await ProblemsAsync(who, scope, cancellationToken);
        var last = view.Periods.Where(one => one.Period <= period.Period).OrderBy(one => one.Period).TakeLast(Periods).Select(one => one.Id).ToList();
        return new(units, await desk.LatestAsync(period.Id, who.OwnUnits, Latest, cancellationToken), reported, more, await trend.RunAsync(last, who.OwnUnits, cancellationToken));
    }

    private static int PagesOf(IReadOnlyList<UnitTally> units) => Math.Max(1, (units.Count + UnitsOnPage - 1) / UnitsOnPage);

    private async Task<HeatMap> HeatAsync(DeskScope scope, IReadOnlyList<UnitTally> units, int page, CancellationToken cancellationToken)
    {
        var shown = units.Skip((page - 1) * UnitsOnPage).Take(UnitsOnPage).ToList();
        var ids = shown.ConvertAll(unit => unit.UnitId);
        var cells = (await desk.HeatAsync(scope.Period!.Id, ids, cancellationToken)).ToDictionary(cell => (cell.UnitId, cell.TaskId));
        return new(shown, await desk.TasksAsync(scope.Period.Id, ids, cancellationToken), cells, page, PagesOf(units));
    }

    private async Task<(IReadOnlyList<DeskProblem> Shown, int More)> ProblemsAsync(Desk who, DeskScope scope, CancellationToken cancellationToken)
    {
        var (period, view) = (scope.Period!, scope.View!);
        if (view.Plan.Reporting.Sections.FirstOrDefault(section => section.Kind == SectionKind.Problems) is not { } section)
            return ([], 0);
        var rows = await problems.RunAsync(period.Id, view.Find(period.Period.Previous())?.Id, section.Ordinal, who.OwnUnits, cancellationToken);
        var all = rows.Where(row => !NothingToSay.Matches(row.Text) && row.Mark != ProblemMark.Solved)
            .Select(row => new DeskProblem(row, row.OtherText is { } before && !NothingToSay.Matches(before) && SimilarText.Says(row.Text, before)))
            .OrderByDescending(one => one.Row.Mark == ProblemMark.Followed).ThenByDescending(one => one.IsAgain).ToList();
        return ([.. all.Take(MostProblems)], Math.Max(0, all.Count - MostProblems));
    }
}
