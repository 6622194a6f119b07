using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>How a plan is reported on whose notice does not say it, as a person has decided.</summary>
public sealed record ChosenRule(Frequency Frequency, DueRule DueRule)
{
    /// <summary>Null for the one that the notice's date lies in.</summary>
    public ReportingPeriod? FirstPeriod { get; init; }

    /// <summary>Empty where the usual ones are meant.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    public bool LeadOnly { get; init; }
}

/// <param name="From">Title of the plan whose rule it is; null for what is usual.</param>
/// <param name="IsOfParent">That plan stands above; else it is the one of an earlier year.</param>
public sealed record RuleProposal(ChosenRule Rule, string? From, bool IsOfParent);

/// <summary>Proposes a rule for a notice that states none, or no due day: that of the plan above, else that of the plan it goes on from, else the usual one. Nothing is decided by it.</summary>
public sealed class ProposeRule(IPlanRepository plans)
{
    /// <returns>Null when the notice states a whole rule itself.</returns>
    public async Task<RuleProposal?> RunAsync(NoticeImport import, NoticeStanding standing, CancellationToken cancellationToken)
    {
        var stated = import.Notice.Plan.Reporting;
        if (stated is { DueRule: not null })
            return null;
        var all = await plans.AllAsync(cancellationToken);
        var parent = all.FirstOrDefault(plan => plan.Id == import.ParentId) ?? all.LastOrDefault(plan => IsNamed(plan, import.Notice));
        // A rule that is due at named dates holds for its own year, and one of another frequency does not fit what the notice says.
        return new[] { parent, standing.Follows }.FirstOrDefault(plan => plan is { Reporting.DueRule: not Dates } && (stated is null || plan.Reporting.Frequency == stated.Frequency)) is { } known
            ? new(OfPlan(known.Reporting, stated), known.Title, known == parent)
            : new(Usual(stated), null, false);
    }

    /// <summary>What holds as long as nobody has decided.</summary>
    public static ChosenRule Usual(NoticeReporting? stated) => new(stated?.Frequency ?? Frequency.Quarterly, DueRule.Default);

    private static ChosenRule OfPlan(ReportingRule rule, NoticeReporting? stated) => new(rule.Frequency, rule.DueRule)
    {
        Sections = stated is { Sections.Count: > 0 } ? stated.Sections : [.. rule.Sections.Select(section => section.Name)], LeadOnly = stated?.LeadOnly ?? rule.LeadOnly,
    };

    /// <summary>The notice rests on a plan that is there: 按照《某市某某行动计划》, the words in the marks being those of its title.</summary>
    private static bool IsNamed(Plan plan, Notice notice) =>
        notice.RestsOn.Select(Solid).Any(title => title.Length >= ShortestTitle && Solid(plan.Title).Contains(title, StringComparison.Ordinal)) && plan.Title != notice.Plan.Title;

    /// <summary>Shorter titles are shared by too many plans. Characters.</summary>
    private const int ShortestTitle = 8;

    private static string Solid(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
