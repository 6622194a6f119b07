using System.ComponentModel.DataAnnotations;
using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Section "Reminders" of appsettings.json; a bad value stops the service at startup.</summary>
public sealed class ReminderOptions : IValidatableObject
{
    public const string Section = "Reminders";

    /// <summary>The ladder, the more urgent the later: where two steps fall on the same moment, the later one is sent. The defaults live in
    /// appsettings.json: the binder appends to a list that is set here instead of replacing it.</summary>
    [MinLength(1)] public IReadOnlyList<ReminderStepOptions> Steps { get; init; } = [];

    /// <summary>hh:mm in the plan's zone, inclusive: nothing is sent earlier on a working day.</summary>
    public TimeOnly WorkingHoursFrom { get; init; } = new(8, 30);

    /// <summary>hh:mm in the plan's zone, exclusive.</summary>
    public TimeOnly WorkingHoursUntil { get; init; } = new(18, 0);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WorkingHoursFrom >= WorkingHoursUntil)
            yield return new($"{Section}:{nameof(WorkingHoursFrom)} must be earlier than {Section}:{nameof(WorkingHoursUntil)}");
        // A period's collection begins with its first step to the contacts: without one it never would.
        if (!Steps.Any(step => step is { Kind: ReminderKind.Step, When: StepCondition.Always }))
            yield return new($"{Section}:{nameof(Steps)} needs a step of kind {ReminderKind.Step} that is always sent");
        foreach (var key in Steps.CountBy(step => step.Key).Where(key => key.Value > 1).Select(key => key.Key))
            yield return new($"{Section}:{nameof(Steps)} holds the key '{key}' twice");
        foreach (var (index, step) in Steps.Index())
        {
            if (step.Problem(this) is { } problem)
                yield return new($"{Section}:{nameof(Steps)}:{index} {problem}");
        }
    }
}

/// <summary>A rung of the ladder, or several of one kind at equal distances.</summary>
public sealed class ReminderStepOptions
{
    /// <summary>1-40 letters, digits, + and -; kept with each reminder, so changing it makes the step a new one. Of repeated steps, the working day is added: <c>due+8</c>,
    /// of digests the date: <c>digest:2020-04-02</c>.</summary>
    public string Key { get; init; } = "";

    public StepAnchor Anchor { get; init; } = StepAnchor.Due;

    /// <summary>Working days from the anchor. 0 is the anchor's own day, or the last working day before it; 1 the first working day after it.</summary>
    public int WorkingDays { get; init; }

    /// <summary>Last repetition, in working days from the anchor; null for a step that comes once.</summary>
    public int? Until { get; init; }

    /// <summary>Working days between repetitions, at least 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>hh:mm in the plan's zone.</summary>
    public TimeOnly Time { get; init; } = new(9, 0);

    public ReminderKind Kind { get; init; } = ReminderKind.Step;

    public StepCondition When { get; init; } = StepCondition.Always;

    internal bool IsDigest => Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest;

    /// <returns>What is wrong with the step, starting with the name of the setting; null when nothing is.</returns>
    internal string? Problem(ReminderOptions options) => this switch
    {
        { Key.Length: 0 or > 40 } => "Key must have 1 to 40 characters",
        _ when !Key.All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-') => $"Key '{Key}' may hold letters, digits, + and - only",
        _ when !Enum.IsDefined(Kind) || Kind == ReminderKind.Urging => $"Kind {Kind} is not a step's",
        _ when !Enum.IsDefined(Anchor) => $"Anchor {Anchor} is unknown",
        _ when !Enum.IsDefined(When) => $"When {When} is unknown",
        { WorkingDays: < -60 or > 60 } or { Until: > 60 } => "WorkingDays and Until must lie between -60 and 60",
        { Every: < 1 } => "Every must be at least 1",
        _ when Until < WorkingDays => "Until must not lie before WorkingDays",
        _ when Time < options.WorkingHoursFrom || Time >= options.WorkingHoursUntil =>
            $"Time {Time:HH\\:mm} lies outside the working hours {options.WorkingHoursFrom:HH\\:mm}-{options.WorkingHoursUntil:HH\\:mm}",
        _ => null,
    };
}

/// <summary>The day from which a step's working days are counted.</summary>
public enum StepAnchor
{
    /// <summary>The last day of the period.</summary>
    PeriodEnd = 1,

    /// <summary>The due day.</summary>
    Due = 2,
}

/// <summary>In which periods a step is sent.</summary>
public enum StepCondition
{
    Always = 1,

    /// <summary>Where the due day lies after the period's last day.</summary>
    DueAfterPeriod = 2,

    /// <summary>Where the due day lies inside the period.</summary>
    DueWithinPeriod = 3,
}
