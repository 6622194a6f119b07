using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Answers;

/// <summary>A plan as a question finds it.</summary>
/// <param name="Periods">Those opened so far, by first day.</param>
/// <param name="Units">In the notice's order.</param>
public sealed record PlanView(Plan Plan, IReadOnlyList<PlanPeriod> Periods, IReadOnlyList<Unit> Units, DateTimeOffset Now)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Plan.TimeZone);

    /// <summary>Null before the plan's first period is opened.</summary>
    public PlanPeriod? InQuestion { get; } = PeriodInQuestion.Of(Periods, Now);

    /// <summary>The period a question is about.</summary>
    /// <param name="mention">Null for a question that names none.</param>
    public ReportingPeriod KeyOf(PeriodMention? mention) => mention?.AllIn(Setting)[0] ?? Setting.InQuestion;

    /// <summary>All periods a question is about; 前三季度 is three.</summary>
    /// <returns>At least one, in order.</returns>
    public IReadOnlyList<ReportingPeriod> KeysOf(IReadOnlyList<PeriodMention> mentions) =>
        mentions.Count == 0 ? [Setting.InQuestion] : [.. mentions.SelectMany(mention => mention.AllIn(Setting)).Distinct().Order()];

    /// <summary>Null when that period has not been opened: nothing is owed for it yet, or ever.</summary>
    public PlanPeriod? Find(ReportingPeriod key) => Periods.FirstOrDefault(period => period.Period == key);

    /// <summary>What its period words are measured against.</summary>
    public PlanSetting Setting => new(
        new CivilTime(Zone).DayOf(Now), Plan.Reporting.Frequency, InQuestion?.Period ?? Plan.Reporting.FirstPeriod, Plan.Reporting.FirstPeriod, Plan.Reporting.LastPeriod)
    {
        InQuestionIsDue = InQuestion is { } period && Now >= period.DueAt,
    };
}

/// <summary>Reads the plans for one turn.</summary>
public sealed class PlanViews(IPlanRepository plans, IPeriodRepository periods, IUnitRepository units, TimeProvider clock)
{
    /// <summary>Every plan that has a period to speak of, in the order of import; plans not yet begun only when there is no other.</summary>
    public async Task<IReadOnlyList<PlanView>> ReadAsync(CancellationToken cancellationToken)
    {
        var views = await AllAsync(cancellationToken);
        return views.Any(view => view.InQuestion is not null) ? [.. views.Where(view => view.InQuestion is not null)] : views;
    }

    /// <summary>Every plan, begun or not.</summary>
    public async Task<IReadOnlyList<PlanView>> AllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var views = new List<PlanView>();
        foreach (var plan in await plans.AllAsync(cancellationToken))
            views.Add(new(plan, await periods.OfPlanAsync(plan.Id, cancellationToken), await units.OfPlanAsync(plan.Id, cancellationToken), now));
        return views;
    }
}
