using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>One rung of the reminder ladder (提醒节点) at its moment.</summary>
/// <param name="Key">Part of the reminder's unique key: <c>due</c>, <c>overdue+8</c>, <c>digest:2020-04-02</c>.</param>
/// <param name="At">The same as <paramref name="Day"/> and <paramref name="Time"/>, in UTC; always within working hours of a working day.</param>
/// <param name="Merged">Keys of less urgent steps that fell on the same moment and go out with this one; most often none.</param>
public sealed record ReminderStep(string Key, ReminderKind Kind, DateOnly Day, TimeOnly Time, DateTimeOffset At, IReadOnlyList<string> Merged)
{
    /// <summary>Whom it reaches, with those of the steps that fell on its moment.</summary>
    public StepAudience Reaches { get; init; } = StepAudience.Contacts;
}
