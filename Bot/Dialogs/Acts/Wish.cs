using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>What somebody wants done, as far as it has been said. Saved as JSON with the conversation, so that a restart half-way through asks the same question.</summary>
public sealed record Wish
{
    /// <summary>Name of the act.</summary>
    public required string Act { get; init; }

    /// <summary>Made once and handed to the use case, so that whatever is repeated is done once.</summary>
    public Guid Id { get; init; }

    /// <summary>The words that it began with, as typed.</summary>
    public string? Words { get; init; }

    public Guid? PlanId { get; init; }

    /// <summary>Key of the period, e.g. 2020Q1; null for the one in question.</summary>
    public string? Period { get; init; }

    /// <summary>Of a notice that does not tell it: the first period to be reported on, as it was named.</summary>
    public string? FirstPeriod { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>Units besides <see cref="UnitId"/>, where several may be named at once; most often empty.</summary>
    public IReadOnlyList<Guid> MoreUnits { get; init; } = [];

    /// <summary>Words for a unit that fit none or several: to be cleared up before anything is done to all units; null when no unit was named, or it is clear.</summary>
    public string? UnclearUnit { get; init; }

    /// <summary>除了教委: units left out of all.</summary>
    public IReadOnlyList<Guid> Except { get; init; } = [];

    /// <summary>全体, 所有没交的: all units, those of <see cref="Except"/> left out; for acts that are about one unit most of the time.</summary>
    public bool AllUnits { get; init; }

    /// <summary>这项, and which one cannot be told: where several can be meant it is asked, never taken for all.</summary>
    public bool IsOneTask { get; init; }

    /// <summary>Numbers among the unit's own tasks, as far as they were named; empty when none was.</summary>
    public IReadOnlyList<int> Tasks { get; init; } = [];

    /// <summary>Numbers left out of all; most often empty.</summary>
    public IReadOnlyList<int> ExceptTasks { get; init; } = [];

    /// <summary>全部, or all that can be meant.</summary>
    public bool AllTasks { get; init; }

    public string? Reason { get; init; }
    public DateOnly? Day { get; init; }

    /// <summary>Working days more (多给两天).</summary>
    public int? Days { get; init; }

    /// <summary>再给一周: whole weeks, which <see cref="Days"/> counts as five working days each; null when days were named.</summary>
    public int? Weeks { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>Words to be passed on as they stand.</summary>
    public string? Text { get; init; }

    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>What the person named is to be in the unit; null when it was not said.</summary>
    public ContactKind? Kind { get; init; }
    /// <summary>The contact of now stays as the backup.</summary>
    public bool KeepsOld { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>现在就发: at night and on days off too.</summary>
    public bool AtThisHour { get; init; }

    /// <summary>Words at the preview were not understood: they may have been a correction.</summary>
    public bool HasUnread { get; init; }

    /// <summary>What was wished for in the same breath and is confirmed with it: 第二条过了 beside 头一条退; most often empty.</summary>
    public IReadOnlyList<Wish> Besides { get; init; } = [];

    /// <summary>Of a request.</summary>
    public int? Number { get; init; }

    /// <summary>Name of the part that is being asked for; null at the preview.</summary>
    public string? Asking { get; init; }

    /// <summary>What was done before and is done anew by this; null most of the time.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Whether units that seem to go on under a new name do; null before that was decided.</summary>
    public bool? AcceptRenames { get; init; }

    /// <summary>The rule by which a plan is reported on whose notice states none, in the person's words; "" for the one that was proposed; null before that was decided.</summary>
    public string? Rule { get; init; }

    /// <summary>Of a notice: words that put its units right, oldest first; most often empty.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>Which page of a preview's list is shown, from 0.</summary>
    public int Page { get; init; }

    /// <summary>The day, by the plan's zone, on which it was asked about last; null before it was.</summary>
    public DateOnly? AskedOn { get; init; }

    public ReportingPeriod? PeriodKey => ReportingPeriod.TryParse(Period, out var key) ? key : null;
}

/// <summary>How far a wish is.</summary>
public abstract record ActStep
{
    /// <param name="Part">Name of what is asked for; the answer comes back under it.</param>
    public sealed record Ask(string Part, Reply Question) : ActStep;

    /// <summary>All is known.</summary>
    /// <param name="Preview">Names exactly what will change and asks for the confirmation.</param>
    public sealed record Ready(Reply Preview) : ActStep;

    /// <summary>It cannot be done; the reply says why and what to do instead.</summary>
    public sealed record Refused(Reply Reason) : ActStep;
}

/// <param name="Undo">What <see cref="IAct.UndoAsync"/> needs to take it back, as JSON; null when it cannot be.</param>
/// <param name="UnitId">The unit that it was done for, where the wish does not name it; else null.</param>
public sealed record ActDone(Reply Reply, string? Undo = null, Guid? UnitId = null);
