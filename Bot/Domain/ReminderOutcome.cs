namespace PlanBot.Domain;

/// <summary>Why a reminder was not sent, as the outbox keeps it: a word that is never reused, sometimes followed by a colon and particulars.</summary>
public static class ReminderOutcome
{
    /// <summary>Nothing was left open.</summary>
    public const string Reported = "reported";

    /// <summary>The period is closed, or the next one is being collected.</summary>
    public const string Closed = "closed";

    /// <summary>A digest of a day that is over.</summary>
    public const string DayOver = "day-over";

    /// <summary>The person, plan or period is gone, or no longer the person's concern.</summary>
    public const string NotConcerned = "not-concerned";

    /// <summary>The person asked to be left alone until later.</summary>
    public const string Snoozed = "snoozed";

    /// <summary>What it would have told was undone before it left.</summary>
    public const string Undone = "undone";

    /// <summary>A later step, which stands behind the colon, has come meanwhile.</summary>
    public static string SupersededBy(string step) => $"superseded: {step}";

    /// <summary>The step coincides with another, which stands behind the colon and says what it would have said.</summary>
    public static string MergedInto(string step) => $"merged: {step}";

    /// <summary>No channel could deliver it for good.</summary>
    public static string Unreachable(string reason) => $"unreachable: {reason}";

    /// <summary>Every attempt failed.</summary>
    public static string GaveUp(string reason) => $"gave-up: {reason}";
}
