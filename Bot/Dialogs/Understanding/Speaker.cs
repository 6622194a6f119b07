namespace PlanBot.Dialogs.Understanding;

/// <summary>On which side of the plan somebody stands: the same words may wish for different things.</summary>
public enum Speaker
{
    /// <summary>Nobody knows, or both.</summary>
    Unknown = 0,

    /// <summary>A coordinator or a leader.</summary>
    Office = 1,

    /// <summary>A unit's contact.</summary>
    Unit = 2,
}
