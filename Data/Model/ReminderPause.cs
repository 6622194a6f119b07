namespace PlanBot.Data.Model;

/// <summary>Reminders that a coordinator has paused (暂停提醒): of a whole plan, or of one unit in it. A pause that is over is kept.</summary>
public sealed record ReminderPause
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>Null for the whole plan.</summary>
    public Guid? UnitId { get; init; }

    public required Guid PausedBy { get; init; }
    public required DateTimeOffset PausedAt { get; init; }

    /// <summary>First instant at which reminders go out again by themselves; null until somebody resumes them.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? ResumedAt { get; init; }
    public Guid? ResumedBy { get; init; }

    public bool Covers(DateTimeOffset at) => PausedAt <= at && !(Until <= at) && !(ResumedAt <= at);
}
