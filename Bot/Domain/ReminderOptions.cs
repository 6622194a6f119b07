using System.ComponentModel.DataAnnotations;
using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Section "Reminders" of appsettings.json; a bad value stops the service at startup.</summary>
public sealed record ReminderOptions : IValidatableObject
{
    public const string Section = "Reminders";

    /// <summary>The ladder, the more urgent the later: where two steps fall on the same moment, the later one is sent. The defaults live in
    /// appsettings.json: the binder appends to a list that is set here instead of replacing it.</summary>
    public IReadOnlyList<ReminderStepOptions> Steps { get; init; } = [];

    /// <summary>Escalations wait until a coordinator confirms them; a plan may have it otherwise.</summary>
    public bool ConfirmsEscalation { get; init; }

    /// <summary>hh:mm in the plan's zone, inclusive: nothing is sent earlier on a working day.</summary>
    public TimeOnly WorkingHoursFrom { get; init; } = new(8, 30);

    /// <summary>hh:mm in the plan's zone, exclusive.</summary>
    public TimeOnly WorkingHoursUntil { get; init; } = new(18, 0);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WorkingHoursFrom >= WorkingHoursUntil)
            yield return new($"{Section}:{nameof(WorkingHoursFrom)} must be earlier than {Section}:{nameof(WorkingHoursUntil)}");
        if (Steps.Count == 0)
            yield return new($"{Section}:{nameof(Steps)} is empty, so nobody would ever be reminded; list at least one step, as in the appsettings.json that ships");
        // A period's collection begins with its first step to the contacts: without one it never would.
        if (Steps.Count > 0 && !Steps.Any(step => step.BeginsCollection))
            yield return new($"{Section}:{nameof(Steps)} needs a step of kind {ReminderKind.Step} that is always sent");
        foreach (var key in Steps.CountBy(step => step.Key).Where(key => key.Value > 1).Select(key => key.Key))
            yield return new($"{Section}:{nameof(Steps)} holds the key '{key}' twice");
        foreach (var (index, step) in Steps.Index())
        {
            if (step.Problem(this) is { } problem)
                yield return new($"{Section}:{nameof(Steps)}:{index} {problem}");
        }
        // Where two fall on one moment the later one of the list is sent: so the list must rise as the days do.
        foreach (var (earlier, later) in LadderRules.OutOfOrder(Steps))
            yield return new($"{Section}:{nameof(Steps)}: '{Steps[later].Key}' comes no later than '{Steps[earlier].Key}' and stands behind it; list the steps in the order of time, each moment once");
    }

    /// <summary>The step that the outbox knows by this key; null when the ladder has none such.</summary>
    /// <param name="key">As in <see cref="ReminderStep.Key"/>.</param>
    public ReminderStepOptions? StepOf(string key) =>
        Steps.FirstOrDefault(step => step.Key == key) ?? Steps.FirstOrDefault(step => step.Until is not null && key.StartsWith(step.Key + '+', StringComparison.Ordinal));
}

/// <summary>A rung of the ladder, or several of one kind at equal distances.</summary>
public sealed record ReminderStepOptions
{
    /// <summary>Characters of a step's own first sentence.</summary>
    public const int LongestOpening = 200;

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

    /// <summary>Whom it reaches; null as its kind has it: a step the contacts, an escalation everybody in the unit and the coordinators.</summary>
    public StepAudience? Audience { get; init; }

    /// <summary>Its first sentence in Chinese, in place of the usual one; null for that.</summary>
    public string? OpeningZh { get; init; }

    public string? OpeningEn { get; init; }

    /// <summary>The channel that is tried first, e.g. <c>msteams</c>; null as each person has them.</summary>
    public string? Channel { get; init; }

    /// <summary>Since when it stands there: what would have been before is not made up for. Null for a step of the settings.</summary>
    public DateTimeOffset? Since { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public StepAudience Reaches => Audience ?? Kind switch
    {
        ReminderKind.Escalation => StepAudience.Contacts | StepAudience.Backups | StepAudience.UnitLeaders | StepAudience.Coordinators,
        ReminderKind.CoordinatorDigest => StepAudience.Coordinators,
        ReminderKind.LeaderDigest => StepAudience.Leaders,
        _ => StepAudience.Contacts,
    };

    /// <summary>Every period has it, and it asks the contacts: the earliest of these begins the collection.</summary>
    internal bool BeginsCollection => Kind == ReminderKind.Step && When == StepCondition.Always && Reaches.HasFlag(StepAudience.Contacts);

    internal bool IsDigest => Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest;

    /// <returns>What is wrong with the step, starting with the name of the setting; null when nothing is.</returns>
    internal string? Problem(ReminderOptions options) => this switch
    {
        { Key.Length: 0 or > 40 } => "Key must have 1 to 40 characters",
        _ when !Key.All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-') => $"Key '{Key}' may hold letters, digits, + and - only",
        _ when Kind is not (ReminderKind.Step or ReminderKind.Escalation or ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest) => $"Kind {Kind} is not a step's",
        { IsDigest: true, Audience: not null } => "Audience: a digest has its own",
        _ when Reaches is StepAudience.None || (Reaches & ~StepAudience.Everybody) != 0 => $"Audience {Audience} must name Contacts, Backups, UnitLeaders, Coordinators or Leaders",
        { OpeningZh.Length: 0 or > LongestOpening } or { OpeningEn.Length: 0 or > LongestOpening } => $"OpeningZh and OpeningEn must have 1 to {LongestOpening} characters",
        _ when Channel is not (null or "directline" or "msteams" or "dingtalk" or "mail") => $"Channel {Channel} is unknown; directline, msteams, dingtalk and mail are known",
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

/// <summary>Whom a step reaches.</summary>
[Flags]
public enum StepAudience
{
    None = 0,

    /// <summary>The contact of a unit that owes; a backup where there is none.</summary>
    Contacts = 1,
    Backups = 2,
    UnitLeaders = 4,
    Coordinators = 8,

    /// <summary>分管领导.</summary>
    Leaders = 16,

    Everybody = Contacts | Backups | UnitLeaders | Coordinators | Leaders,
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
