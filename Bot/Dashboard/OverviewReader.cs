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
    IReadOnlyList<UnitTally> Units, HeatMap Heat, IReadOnlyList<LatestReport> Latest, IReadOnlyList<DeskProblem> Problems, int MoreProblems, IReadOnlyList<PeriodTally> Trend)
{
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
public sealed record HeatMap(IReadOnlyList<UnitTally> Units, IReadOnlyList<TaskHead> Tasks, IReadOnlyDictionary<(Guid Unit, Guid Task), HeatCell> Cells, int Page, int Pages);

/// <param name="IsAgain">The period before told of the same.</param>
public sealed record DeskProblem(ProblemRow Row, bool IsAgain);

/// <summary>Reads what the overview shows, from the ledger alone.</summary>
public sealed class OverviewReader(ILedgerQuery ledger, DeskQuery desk, ProblemQuery problems, TrendQuery trend, LedgerMark mark)
{
    /// <summary>For those who see all; a contact's own units are read for each.</summary>
    private readonly SharedReading<(Guid Period, int Page), Overview> ofAll = new(mark.ReadAsync, most: 50);

    /// <summary>Units on one page of the map.</summary>
    public const int UnitsOnPage = 40;

    private const int Latest = 8;
    private const int MostProblems = 8;
    private const int Periods = 8;

    public Task<Overview> RunAsync(Desk who, DeskScope scope, int page, CancellationToken cancellationToken) => who.SeesAll
        ? ofAll.GetAsync((scope.Period!.Id, page), () => ReadAsync(who, scope, page, CancellationToken.None), cancellationToken)
        : ReadAsync(who, scope, page, cancellationToken);

    private async Task<Overview> ReadAsync(Desk who, DeskScope scope, int page, CancellationToken cancellationToken)
    {
        var (period, view) = (scope.Period!, scope.View!);
        var units = (await ledger.TallyAsync(period.Id, scope.Now, cancellationToken)).Where(unit => who.Sees(Ability.SeeUnit, unit.UnitId)).ToList();
        var (reported, more) = await ProblemsAsync(who, scope, cancellationToken);
        var last = view.Periods.Where(one => one.Period <= period.Period).OrderBy(one => one.Period).TakeLast(Periods).Select(one => one.Id).ToList();
        return new(
            units, await HeatAsync(scope, units, page, cancellationToken), await desk.LatestAsync(period.Id, who.OwnUnits, Latest, cancellationToken), reported, more,
            await trend.RunAsync(last, who.OwnUnits, cancellationToken));
    }

    private async Task<HeatMap> HeatAsync(DeskScope scope, List<UnitTally> units, int page, CancellationToken cancellationToken)
    {
        var pages = Math.Max(1, (units.Count + UnitsOnPage - 1) / UnitsOnPage);
        page = Math.Clamp(page, 1, pages);
        var shown = units.Skip((page - 1) * UnitsOnPage).Take(UnitsOnPage).ToList();
        var ids = shown.ConvertAll(unit => unit.UnitId);
        var cells = (await desk.HeatAsync(scope.Period!.Id, ids, cancellationToken)).ToDictionary(cell => (cell.UnitId, cell.TaskId));
        return new(shown, await desk.TasksAsync(scope.Period.Id, ids, cancellationToken), cells, page, pages);
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
