using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>政务办那条下季度接着盯; 已经解决了，销号: what becomes of a problem that was reported.</summary>
public sealed class ProblemAct(ProblemMark mark, ProblemQuery query, MarkProblems problems) : IAct
{
    private const string UnitPart = "unit";

    public string Name => MarkProblems.ActionOf(mark);

    public bool IsMeant(Intent intent, Asker asker) => intent == (mark == ProblemMark.Followed ? Intent.FollowProblem : Intent.CloseProblem) && asker.Sees(Ability.RunPlan);

    public bool IsForOneUnit => true;

    public Wish Read(Turn turn, Wish wish)
    {
        wish = PlanQuestion.Read(turn, wish);
        var unit = turn.Said.Unit?.One;
        return wish with
        {
            Text = wish.Text ?? (turn.Said.Evidence.Any(evidence => evidence.Idea == "@Unit") ? null : turn.Said.Plain),
            UnitId = unit?.Id ?? wish.UnitId, MoreUnits = unit is null ? wish.MoreUnits : [.. UnitsMeant.Named(turn.Said).Where(id => id != unit.Id)],
            Tasks = turn.Said.Tasks.Count > 0 ? turn.Said.Tasks : wish.Tasks, AllTasks = wish.AllTasks || turn.Said.AllTasks || turn.Said.Refers == Reference.List,
            // 下季度 says into which period it is followed, 一季度的问题 of which it is.
            Period = turn.Said.Period is { Reference: PeriodReference.Named or PeriodReference.BeforeToday } period && turn.Plans.Count > 0 && turn.Plans[0].KeyOf(period) <= turn.Plans[0].KeyOf(null) ? turn.Plans[0].KeyOf(period).ToString() : wish.Period,
        };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        part == PlanQuestion.Part ? PlanQuestion.Answer(turn, wish, said)
        : turn.Said.Unit?.One is not null ? Read(turn, wish)
        : turn.Said.AllTasks || UnitsMeant.MeansEverybody(turn.Said.Plain) ? wish with { AllTasks = true } : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(turn.Language));
        if (PlanQuestion.Left(turn, wish) is not [var view])
            return PlanQuestion.Ask(turn.Plans, turn.Language);
        if (wish.UnitId is null && turn.Said.Unit is { One: null } named)
            return new ActStep.Ask(UnitPart, named.IsAmbiguous ? UnitTexts.WhichOne(named.Words, named.Candidates, turn.Language) : UnitTexts.Unknown(named.Words, turn.Language));
        var (key, rows) = await RowsAsync(view, wish, cancellationToken);
        if (rows.Count == 0)
            return new ActStep.Refused(ProblemTexts.NothingToMark(view.Units.FirstOrDefault(unit => unit.Id == wish.UnitId)?.Name, key, turn.Language));
        if (wish is { UnitId: null, AllTasks: false } && rows.Count > 1)
            return new ActStep.Ask(UnitPart, ProblemTexts.WhichProblem(rows, turn.Language));
        return rows.All(row => row.Mark == mark)
            ? new ActStep.Refused(ProblemTexts.MarkedAlready(mark, Units(rows, turn.Language), turn.Language))
            : new ActStep.Ready(ProblemTexts.Preview(mark, [.. rows.Where(row => row.Mark != mark)], key.Next(), turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (PlanQuestion.Left(turn, wish) is not [var view])
            return new(ActTexts.Overtaken(turn.Language));
        var (key, rows) = await RowsAsync(view, wish, cancellationToken);
        var done = await problems.RunAsync([.. rows.Select(row => row.ObligationId)], mark, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        return done.Count == 0
            ? new(ActTexts.Overtaken(turn.Language))
            : new(ProblemTexts.Done(mark, [.. rows.Select(row => row.UnitName).Distinct()], key.Next(), turn.Language), JsonSerializer.Serialize(done), rows[0].UnitId);
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) =>
        await problems.UndoAsync(JsonSerializer.Deserialize<IReadOnlyList<MarkedProblem>>(undo)!, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? ActTexts.Undone(ActTexts.Name(Name, turn.Language), turn.Language)
            : ActTexts.CannotUndo(turn.Language);

    /// <summary>The problems that are meant, of the period in question where none is named.</summary>
    private async Task<(ReportingPeriod Key, IReadOnlyList<ProblemRow> Rows)> RowsAsync(PlanView view, Wish wish, CancellationToken cancellationToken)
    {
        var key = wish.PeriodKey ?? view.KeyOf(null);
        if (view.Find(key) is not { } period || view.Plan.Reporting.Sections.FirstOrDefault(section => section.Kind == SectionKind.Problems) is not { } section)
            return (key, []);
        // 材料反复补正那个: the one problem that the words quote, whichever unit was spoken of before.
        if (wish is { AllTasks: false, Tasks.Count: 0, Text: { } said } && Quoted(said, await query.RunAsync(period.Id, null, section.Ordinal, null, cancellationToken)) is { } quoted && !NothingToSay.Matches(quoted.Text))
            return (key, [quoted]);
        IReadOnlyCollection<Guid>? units = wish.UnitId is { } first ? [first, .. wish.MoreUnits] : null;
        var rows = await query.RunAsync(period.Id, null, section.Ordinal, units, cancellationToken);
        return (key, [.. rows.Where(row => !NothingToSay.Matches(row.Text) && (units is null || wish.Tasks.Count == 0 || wish.Tasks.Contains(row.UnitTaskOrdinal)))]);
    }

    /// <summary>The problem of which the words hold the most, when no other comes near.</summary>
    private static ProblemRow? Quoted(string said, IReadOnlyList<ProblemRow> rows)
    {
        var scored = rows.Select(row => (Row: row, Length: SharedWords.Longest(said, Spelling.Plain(row.Text)))).OrderByDescending(one => one.Length).ToList();
        return scored is [{ Length: >= FewestShared } best, ..] && (scored.Count == 1 || scored[1].Length < best.Length) ? best.Row : null;
    }

    /// <summary>Characters in a row that are no chance.</summary>
    private const int FewestShared = 3;

    private static string Units(IReadOnlyList<ProblemRow> rows, Language language) => string.Join(language.In("、", ", "), rows.Select(row => row.UnitName).Distinct());
}
