using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary>A plan as it is named on the command line: by its id, its title, or words that stand in its title.</summary>
internal static class PlanArgument
{
    /// <returns>Null unless exactly one plan is meant.</returns>
    public static async Task<Plan?> FindAsync(IServiceProvider services, string named, CancellationToken cancellationToken) =>
        Among(await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken), named) is [var one] ? one : null;

    /// <returns>The one of that id or title, else all whose title holds the words; empty when there is none.</returns>
    public static IReadOnlyList<Plan> Among(IReadOnlyList<Plan> plans, string named)
    {
        var exact = plans.Where(plan => plan.Title == named || string.Equals(plan.Id.ToString(), named, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : string.IsNullOrWhiteSpace(named) ? [] : [.. plans.Where(plan => plan.Title.Contains(named.Trim(), StringComparison.OrdinalIgnoreCase))];
    }

    public static string WhyNot(string named) => ExportTexts.NoSuchPlan(named, []);
}
