using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary>A plan as it is named on the command line: by its id, its title, or words that stand in its title.</summary>
internal static class PlanArgument
{
    /// <returns>The one plan that is meant, or why there is none.</returns>
    public static async Task<(Plan? Plan, string? Problem)> FindAsync(IServiceProvider services, string named, CancellationToken cancellationToken)
    {
        var all = await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken);
        return Among(all, named) is [var one] ? (one, null) : (null, WhyNot(all, named));
    }

    /// <returns>The one of that id or title, else all whose title holds the words; empty when there is none.</returns>
    public static IReadOnlyList<Plan> Among(IReadOnlyList<Plan> plans, string named)
    {
        var exact = plans.Where(plan => plan.Title == named || string.Equals(plan.Id.ToString(), named, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : string.IsNullOrWhiteSpace(named) ? [] : [.. plans.Where(plan => plan.Title.Contains(named.Trim(), StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Where the words mean none of the plans, or several.</summary>
    public static string WhyNot(IReadOnlyList<Plan> plans, string named) => Among(plans, named) is { Count: > 1 } several
        ? PlanArgumentTexts.Several(named, several.Select(plan => plan.Title))
        : PlanArgumentTexts.None(named, plans.Select(plan => plan.Title));
}
