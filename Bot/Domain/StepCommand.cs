namespace PlanBot.Domain;

/// <summary>What a coordinator can order for one step of the ladder.</summary>
public enum StepCommand
{
    Hold = 1,
    Release = 2,

    /// <summary>What has not left yet is taken back, and the step is left out in this period.</summary>
    Recall = 3,
    SendNow = 4,

    /// <summary>An escalation that waits gets its word, or is left out.</summary>
    Escalate = 5,
    DoNotEscalate = 6,
}
