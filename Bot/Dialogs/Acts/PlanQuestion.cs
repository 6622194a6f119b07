using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>Which of the plans that run at once an act is about: told from the words, from the unit, or asked. One mechanism for all acts.</summary>
internal static class PlanQuestion
{
    public const string Part = "plan";

    /// <summary>Which plan is meant is told from the words once; the confirmation no longer says it.</summary>
    public static Wish Read(Turn turn, Wish wish) => wish with { PlanId = wish.PlanId ?? (turn.Plans is [var only] ? only.Plan.Id : null) };

    /// <returns>Null when the words name no plan, or several.</returns>
    public static Wish? Answer(Turn turn, Wish wish, string said)
    {
        var plain = Spelling.Plain(said);
        var views = turn.Plans.Where(view => plain.Length > 1 && Spelling.Plain(view.Plan.Title).Contains(plain, StringComparison.Ordinal)).ToList();
        return views is [var one] ? wish with { PlanId = one.Plan.Id } : null;
    }

    public static ActStep.Ask Ask(IEnumerable<PlanView> views, Language language) => new(Part, ActTexts.WhichPlan([.. views.Select(view => view.Plan.Title)], language));

    /// <summary>The plans that can still be meant: the one chosen, and of those that have the unit which is named.</summary>
    public static IReadOnlyList<PlanView> Left(Turn turn, Wish wish) =>
        [.. turn.Plans.Where(view => (wish.PlanId is null || view.Plan.Id == wish.PlanId) && (wish.UnitId is not { } unit || view.Units.Any(its => its.Id == unit)))];
}
