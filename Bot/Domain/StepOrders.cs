using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What coordinators have ordered for the steps of one plan, and what it makes of them. Pure.</summary>
/// <param name="orders">Those that hold.</param>
/// <param name="confirmsEscalation">Escalations wait for a coordinator's word.</param>
public sealed class StepOrders(IEnumerable<StepOrder> orders, bool confirmsEscalation)
{
    private readonly Dictionary<(ReportingPeriod Period, string Step, StepOrderKind Kind), StepOrder> inForce =
        orders.Where(order => order.EndedAt is null).GroupBy(order => (order.Period, order.Step, order.Kind)).ToDictionary(same => same.Key, same => same.First());

    public static StepOrders None { get; } = new([], confirmsEscalation: false);

    public bool ConfirmsEscalation => confirmsEscalation;

    /// <summary>The steps as they are to be: without those that are held or left out, and without escalations that have no word yet; what is sent at once at the moment of the order.</summary>
    /// <param name="keyOf">A step's name in the outbox.</param>
    /// <returns>Rising.</returns>
    public IEnumerable<ReminderStep> Apply(ReportingPeriod period, IEnumerable<ReminderStep> steps, Func<ReminderStep, string> keyOf)
    {
        if (inForce.Count == 0 && !confirmsEscalation)
            return steps;
        return steps.Where(step => StateOf(period, step, keyOf(step)) is StepState.Planned or StepState.SentNow).Select(step => AtOnce(period, step, keyOf(step))).OrderBy(step => step.At).ThenBy(step => step.Kind);
    }

    /// <param name="key">The step's name in the outbox.</param>
    public StepState StateOf(ReportingPeriod period, ReminderStep step, string key) => true switch
    {
        _ when Has(period, key, StepOrderKind.LeaveOut) => StepState.LeftOut,
        _ when Has(period, key, StepOrderKind.Hold) => StepState.Held,
        _ when confirmsEscalation && step.Kind == ReminderKind.Escalation && !Has(period, key, StepOrderKind.Escalate) => StepState.AwaitsWord,
        _ when Has(period, key, StepOrderKind.SendNow) => StepState.SentNow,
        _ => StepState.Planned,
    };

    public bool Has(ReportingPeriod period, string key, StepOrderKind kind) => inForce.ContainsKey((period, key, kind));

    private ReminderStep AtOnce(ReportingPeriod period, ReminderStep step, string key) =>
        inForce.TryGetValue((period, key, StepOrderKind.SendNow), out var order) && order.OrderedAt < step.At ? step with { At = order.OrderedAt } : step;
}

/// <summary>How a step stands with what was ordered.</summary>
public enum StepState
{
    Planned = 1,
    Held = 2,
    LeftOut = 3,

    /// <summary>An escalation for which the coordinators have been, or will be, asked.</summary>
    AwaitsWord = 4,
    SentNow = 5,
}
