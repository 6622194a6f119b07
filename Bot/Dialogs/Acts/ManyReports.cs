using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>The reports of several units, or of all, that one ruling is about: 全体延到4月10号，人行除外; 教委、科技局都收了吧.</summary>
public sealed class ManyReports(ILedgerQuery ledger)
{
    /// <summary>Whether the wish is for more than one unit.</summary>
    public static bool Are(Wish wish) => wish.AllUnits || wish.MoreUnits.Count > 0;

    /// <summary>Several units that are named, or all where that is said. What was shown for many is changed only by <see cref="UnitsMeant.Changed"/>.</summary>
    /// <returns>Null when the words are about one unit, or none.</returns>
    public static Wish? Read(Turn turn, Wish wish)
    {
        var said = turn.Said;
        if (Are(wish))
            return wish;
        var named = UnitsMeant.Named(said);
        var isLeftOut = named.Count > 0 && UnitsMeant.LeavesOut(said.Plain);
        if (said.Tasks.Count > 0 || said.Units.Any(unit => unit.One is null) || wish.UnitId is not null || said.UnknownName is not null)
            return null;
        if (named.Count > 1 && !isLeftOut)
            return wish with { UnitId = named[0], MoreUnits = [.. named.Skip(1)] };
        return (named.Count == 0 || isLeftOut) && (Everybody.IsMatch(WithoutReason(said)) || said.ListOf is Intent.WhoMissing or Intent.WhoOverdue or Intent.AllIn)
            ? wish with { AllUnits = true, Except = named, Name = Overdue.IsMatch(said.Plain) || said.ListOf == Intent.WhoOverdue ? OnlyOverdue : null }
            : null;
    }

    /// <summary>其余材料没齐, said as the reason, means nobody.</summary>
    private static string WithoutReason(Understood said) => said.Reason is { } reason ? said.Plain.Replace(Spelling.Plain(reason), "", StringComparison.Ordinal) : said.Plain;

    private const string OnlyOverdue = "overdue";

    /// <param name="candidates">Which of a unit's reports can be meant at all.</param>
    /// <returns>By unit in the notice's order, those with at least one candidate; or what is asked, or said, instead.</returns>
    public async Task<(IReadOnlyList<ChosenReports>? Chosen, ActStep? Instead)> FindAsync(Turn turn, Wish wish, Func<LedgerRow, bool> candidates, Func<string, ReportingPeriod, Reply> none, CancellationToken cancellationToken)
    {
        if (PlanQuestion.Left(turn, wish) is not [var view])
            return (null, PlanQuestion.Ask(turn.Plans, turn.Language));
        var key = wish.PeriodKey ?? view.KeyOf(null);
        if (view.Find(key) is not { } period)
            return (null, new ActStep.Refused(new(PeriodTexts.NotOpen(key, due: null, turn.Language))));
        HashSet<Guid>? named = wish.AllUnits ? null : [wish.UnitId!.Value, .. wish.MoreUnits];
        var rows = (await ledger.OfPeriodAsync(period.Id, null, cancellationToken)).Where(row => named?.Contains(row.UnitId) ?? !wish.Except.Contains(row.UnitId));
        var found = rows.GroupBy(row => row.UnitId).Select(unit => new ChosenReports(
                view, period, view.Units.First(its => its.Id == unit.Key), [.. unit.Where(row => candidates(row) && (wish.Name != OnlyOverdue || row.IsOverdue(view.Now)))], [.. unit]))
            .Where(chosen => chosen.Rows.Count > 0).ToList();
        return found.Count > 0 ? (found, null) : (null, new ActStep.Refused(none(turn.Language.In("各单位", "The units"), period.Period)));
    }

    /// <summary>What was done, as it is told when it is taken back: of each unit its tasks, and the day that counts again.</summary>
    public async Task<IReadOnlyList<(string Unit, ReportingPeriod Period, IReadOnlyList<RulingLine> Lines)>> ToldAsync(Turn turn, IReadOnlyList<UseCases.ObligationChange> changes, CancellationToken cancellationToken)
    {
        var told = new List<(string, ReportingPeriod, IReadOnlyList<RulingLine>)>();
        foreach (var unit in changes.GroupBy(change => (change.Before.PeriodId, change.Before.UnitId)))
        {
            var rows = (await ledger.OfPeriodAsync(unit.Key.PeriodId, unit.Key.UnitId, cancellationToken)).ToDictionary(row => row.ObligationId);
            if (turn.AllPlans.SelectMany(view => view.Periods).FirstOrDefault(period => period.Id == unit.Key.PeriodId) is { } period && unit.All(change => rows.ContainsKey(change.Before.Id)))
                told.Add((rows.Values.First().UnitName, period.Period, [.. unit.Select(change => (Row: rows[change.Before.Id], Change: change)).OrderBy(one => one.Row.UnitTaskOrdinal)
                    .Select(one => new RulingLine(one.Row.UnitTaskOrdinal, TaskNames.Beginning(one.Row.TaskTitle, one.Row.TaskText), one.Change.After.DueOn, one.Change.Before.DueOn))]));
        }
        return told;
    }

    private static Regex Everybody => field ??= new("全体|全员|所有(?:的)?(?:单位|部门|委办局|人)|各单位|各部门|各委办局|各家|每家|每个单位|大家(?:都|统一|一起|一律)|统一|一律|一概|全部(?:的)?(?:单位|部门|都)|(?:没|未)(?:报|交)的|还欠着?的|逾期的|超期的|剩下的|其余的?|其他(?:的)?单位|(?:报|交)(?:了|上来|来)的(?:都|全|统统)|(?<![a-z])(?:everyone|everybody|all (?:of them|units|the units|the rest|bureaus|offices|outstanding|open|overdue|late)|(?:the )?(?:rest|others|stragglers|late ones|overdue ones)|all (?:sixteen|16|[0-9]+)|(?:for|to) all|whoever (?:has|is)|who(?:ever)? (?:has|have)(?:n't| not))(?![a-z])");

    private static Regex Overdue => field ??= new("逾期|超期|(?<![a-z])(?:overdue|late)(?![a-z])");
}
