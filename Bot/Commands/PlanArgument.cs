using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary>A plan as it is named on the command line: by its title or its id.</summary>
internal static class PlanArgument
{
    /// <returns>Null unless exactly one plan is meant.</returns>
    public static async Task<Plan?> FindAsync(IServiceProvider services, string named, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken))
            .Where(plan => plan.Title == named || string.Equals(plan.Id.ToString(), named, StringComparison.OrdinalIgnoreCase)).ToList() is [var one] ? one : null;

    public static string WhyNot(string named) => ExportTexts.NoSuchPlan(named);
}
