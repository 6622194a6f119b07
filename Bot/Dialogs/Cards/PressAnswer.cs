namespace PlanBot.Dialogs.Cards;

/// <summary>In the turn of a button whose channel waits for an answer at the button itself: what is shown there, beside the messages of the turn.</summary>
public sealed class PressAnswer
{
    /// <summary>A sentence for whoever pressed; null when the messages say it all.</summary>
    public string? Notice { get; set; }

    /// <summary>An Adaptive Card (JSON text) that takes the place of the one whose button it was; null when that one stays.</summary>
    public string? Card { get; set; }
}
