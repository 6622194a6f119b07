using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>Which of the plans that run at once is meant. Pure.</summary>
public static class PlanChoice
{
    /// <summary>By the words, by the units they name, by whose units the asker reports for, by what was spoken of last.</summary>
    /// <param name="last">The plan of the last question; null when there was none.</param>
    /// <returns>One when it is certain; all that can be meant otherwise; none only when there are none.</returns>
    public static IReadOnlyList<PlanView> Meant(IReadOnlyList<PlanView> plans, Asker asker, Understood said, Guid? last)
    {
        if (plans.Count < 2)
            return plans;
        var named = plans.Where(view => said.Plans.Contains(view.Plan.Id)).ToList();
        if (named.Count > 0)
            return named;
        var units = said.Units.Select(unit => unit.One).OfType<Data.Model.Unit>().ToList();
        var meant = units.Count == 0 ? plans : plans.Where(view => units.TrueForAll(unit => view.Units.Any(other => other.Id == unit.Id))).ToList();
        if (!asker.Sees(Ability.SeeOverview))
            meant = [.. meant.Where(view => view.Units.Any(unit => asker.Sees(Ability.SeeUnit, unit.Id)))];
        if (meant.Count == 0)
            return plans;
        return meant.Count > 1 && meant.FirstOrDefault(view => view.Plan.Id == last) is { } same ? [same] : [.. meant];
    }

    /// <summary>Lists and figures of a whole plan, and what is done to one: of two plans at once they would say little. A unit's own things are told of both.</summary>
    public static bool NeedsOne(Intent intent, Understood said, Asker asker) => asker.Sees(Ability.SeeOverview) && intent switch
    {
        Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.Trend or Intent.Problems or Intent.Extended or Intent.PlanTasks or Intent.Export or Intent.PreviewReminders
            or Intent.PauseReminders or Intent.ResumeReminders or Intent.Ladder or Intent.Burden or Intent.ChangeLadder or Intent.OrderStep => true,
        Intent.Urge => said.Unit is null,
        Intent.WhoIsContact => said.Unit is null,
        _ => false,
    };

    /// <summary>Asks back; each button puts the same question with the plan's title before it.</summary>
    public static Choices Ask(IReadOnlyList<PlanView> plans, string said) =>
        new([.. plans.Select(view => new Choice(view.Plan.Title, $"《{view.Plan.Title}》{said}", view.Plan.Id))]);

    /// <summary>What the plans are called; null for fewer than two.</summary>
    public static PlanNames? Names(IReadOnlyList<PlanView> plans) =>
        plans.Count < 2 ? null : new([.. plans.Select(view => (view.Plan.Id, view.Plan.Title, view.Plan.Issuer))]);
}
