using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>The reports that a wish is about.</summary>
/// <param name="Rows">Those meant; all of one unit and period, by task.</param>
/// <param name="All">All that the unit owes in the period.</param>
public sealed record ChosenReports(PlanView View, PlanPeriod Period, Unit Unit, IReadOnlyList<LedgerRow> Rows, IReadOnlyList<LedgerRow> All);

/// <summary>Finds out of which unit, period and tasks somebody speaks; asks where that is not clear, and never guesses.</summary>
public sealed class ObligationChoice(ILedgerQuery ledger)
{
    private const string UnitPart = "unit";
    private const string TasksPart = "tasks";

    /// <summary>Unit, period and tasks as far as the words name them. A unit that is ambiguous or unknown stays open, under its words.</summary>
    public static Wish Read(Turn turn, Wish wish)
    {
        var said = turn.Said;
        var units = said.Units.Select(unit => unit.One?.Id).OfType<Guid>().Distinct().ToList();
        if (units.Count == 1)
            wish = wish with { UnitId = units[0] };
        if (said.Period is { } mention && PlanOf(turn, wish) is { } view)
            wish = wish with { Period = view.KeyOf(mention).ToString() };
        if (said.Tasks.Count > 0)
            wish = wish with { Tasks = said.Tasks, ExceptTasks = [], AllTasks = false, IsOneTask = false };
        else if (said.IsOneTask && wish.Tasks.Count == 0)
            wish = wish with { IsOneTask = true };
        // 第一项、第二项都退回 names two; all are meant only where none is.
        return said.AllTasks && said.Tasks.Count == 0 ? wish with { AllTasks = true, Tasks = [] } : wish;
    }

    public static Wish? Answer(Turn turn, Wish wish, string part, string said)
    {
        switch (part)
        {
            case UnitPart:
                // 人行不用, asked which unit: not that one.
                return turn.Said.Unit?.One is { } unit && !UnitsMeant.LeavesOut(turn.Said.Plain) ? wish with { UnitId = unit.Id } : null;
            case PlanQuestion.Part:
                return PlanQuestion.Answer(turn, wish, said);
            case TasksPart:
                var read = TaskChoice.Numbers(said);
                return read.All ? wish with { AllTasks = true, Tasks = [] } : read.Tasks.Count > 0 ? wish with { Tasks = read.Tasks, AllTasks = false } : null;
            default:
                return null;
        }
    }

    /// <param name="candidates">Which of a unit's reports can be meant at all.</param>
    /// <param name="asksWhich">Several candidates and no number: ask, or take them all.</param>
    /// <param name="none">Said when the unit has no candidate.</param>
    public async Task<(ChosenReports? Chosen, ActStep? Instead)> FindAsync(
        Turn turn, Wish wish, Func<LedgerRow, bool> candidates, bool asksWhich, Func<string, ReportingPeriod, Reply> none, CancellationToken cancellationToken)
    {
        if (wish.UnitId is not { } unitId)
            return (null, AskUnit(turn));
        var found = new List<ChosenReports>();
        foreach (var view in PlanQuestion.Left(turn, wish))
        {
            var key = wish.PeriodKey ?? view.KeyOf(null);
            var unit = view.Units.First(unit => unit.Id == unitId);
            if (view.Find(key) is { } period && await ledger.OfPeriodAsync(period.Id, unitId, cancellationToken) is { Count: > 0 } rows)
                found.Add(new(view, period, unit, rows.Where(candidates).ToList(), rows));
        }
        if (found.Count == 0)
            return (null, new ActStep.Refused(new(UnitTexts.OwesNothing(NameOf(turn, unitId), wish.PeriodKey ?? turn.Plans[0].KeyOf(null), turn.Language))));
        var able = found.FindAll(one => one.Rows.Count > 0);
        if (able.Count == 0 && wish.Tasks.Count > 0)
            return Narrow(turn, wish, found[0], asksWhich);
        if (able.Count == 0)
            return (null, new ActStep.Refused(none(found[0].Unit.Name, found[0].Period.Period)));
        if (able.Count > 1)
            return (null, PlanQuestion.Ask(able.Select(one => one.View), turn.Language));
        return Narrow(turn, wish, able[0], asksWhich);
    }

    private static (ChosenReports?, ActStep?) Narrow(Turn turn, Wish wish, ChosenReports able, bool asksWhich)
    {
        if (wish.Tasks.Count > 0)
        {
            var numbers = wish.Tasks.Select(task => TaskWords.Counted(task, able.All.Max(row => row.UnitTaskOrdinal))).ToHashSet();
            if (numbers.Where(number => able.All.All(row => row.UnitTaskOrdinal != number)).ToList() is [var missing, ..])
                return (null, new ActStep.Refused(new(UnitTexts.NoSuchTask(able.Unit.Name, missing, able.All.Count, turn.Language))));
            // What was named is looked at even where it cannot be: the preview says why.
            return (able with { Rows = able.All.Where(row => numbers.Contains(row.UnitTaskOrdinal)).ToList() }, null);
        }
        if (wish.ExceptTasks.Count > 0 && able.Rows.Where(row => !wish.ExceptTasks.Any(task => TaskWords.Counted(task, able.All.Max(one => one.UnitTaskOrdinal)) == row.UnitTaskOrdinal)).ToList() is { Count: > 0 } others)
            return (able with { Rows = others }, null);
        return able.Rows.Count > 1 && (asksWhich || wish.IsOneTask) && !wish.AllTasks
            ? (null, new ActStep.Ask(TasksPart, ActTexts.WhichTasks(able.Unit.Name, able.Period.Period, able.Rows, turn.Language)))
            : (able, null);
    }

    private static ActStep.Ask AskUnit(Turn turn) => new(UnitPart, turn.Said.Unit switch
    {
        _ when turn.Said.Units.Select(unit => unit.One).OfType<Unit>().Distinct().ToList() is { Count: > 1 } several => ActTexts.OneUnitAtATime([.. several.Select(unit => unit.Name)], turn.Language),
        { IsAmbiguous: true } several => UnitTexts.WhichOne(several.Words, several.Candidates, turn.Language),
        { IsUnknown: true } unknown => UnitTexts.Unknown(unknown.Words, turn.Language),
        _ => UnitTexts.Unknown("", turn.Language),
    });

    private static PlanView? PlanOf(Turn turn, Wish wish) => PlanQuestion.Left(turn, wish) is [var first, ..] ? first : null;

    private static string NameOf(Turn turn, Guid unitId) => turn.Plans.SelectMany(view => view.Units).First(unit => unit.Id == unitId).Name;
}
