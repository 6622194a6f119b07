using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What can be decided about a report that is owed. The numbers are stored.</summary>
public enum RulingKind
{
    /// <summary>延期</summary>
    Extend = 1,

    /// <summary>退回</summary>
    Return = 2,

    /// <summary>通过</summary>
    Accept = 3,

    /// <summary>免报</summary>
    Waive = 4,

    /// <summary>审签, by the unit's own leader.</summary>
    SignOff = 5,
}

/// <summary>Which ruling does what to an obligation, and who may make it.</summary>
public static class Rulings
{
    public static Ability AbilityFor(RulingKind kind) => kind == RulingKind.SignOff ? Ability.SignOff : Ability.RunPlan;

    /// <param name="dueOn">The new due day; needed where <see cref="HasDueDay"/>.</param>
    /// <param name="dueAt">First instant that is late for it.</param>
    public static StateChange Apply(RulingKind kind, Obligation obligation, DateOnly dueOn, DateTimeOffset dueAt, DateTimeOffset now) => kind switch
    {
        RulingKind.Extend => ObligationStates.Extend(obligation, dueOn, dueAt, now),
        RulingKind.Return => ObligationStates.Return(obligation, dueOn, dueAt, now),
        RulingKind.Accept => ObligationStates.Accept(obligation),
        RulingKind.Waive => ObligationStates.Waive(obligation),
        RulingKind.SignOff => ObligationStates.SignOff(obligation),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown ruling"),
    };

    public static bool HasDueDay(RulingKind kind) => kind is RulingKind.Extend or RulingKind.Return;

    /// <summary>Kebab-case, as the audit names it.</summary>
    public static string ActionOf(RulingKind kind) => kind switch
    {
        RulingKind.Extend => "extend-due", RulingKind.Return => "return-report", RulingKind.Accept => "accept-report", RulingKind.Waive => "waive-report",
        RulingKind.SignOff => "sign-off-report", _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown ruling"),
    };
}
