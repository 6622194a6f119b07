using System.Globalization;

namespace PlanBot.Domain;

/// <summary>How a step is named in the outbox. In a period's first round by its key alone, e.g. <c>due</c>. A return or an extension gives single obligations a due date
/// of their own; their steps carry it, e.g. <c>due@2020-04-20</c>, so that two dates in one round do not share a key.</summary>
public static class StepKeys
{
    private const string DateForm = "yyyy-MM-dd";

    public static string Of(string key, int round, DateOnly dueOn) =>
        round == 0 ? key : $"{key}@{dueOn.ToString(DateForm, CultureInfo.InvariantCulture)}";

    private const string SnoozePrefix = "snooze:";

    /// <summary>明天上午再提醒我: a step that a person has asked for.</summary>
    public static string Snooze(DateTimeOffset at) => SnoozePrefix + at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    public static bool IsSnooze(string step) => step.StartsWith(SnoozePrefix, StringComparison.Ordinal);

    /// <summary>The ladder's own key.</summary>
    public static string Plain(string step) => step.Split('@')[0];

    /// <summary>Whether the step was meant for obligations of this due date. In the first round the period's date may have moved since, so any will do.</summary>
    public static bool IsFor(string step, int round, DateOnly dueOn) =>
        round == 0 || step.EndsWith('@' + dueOn.ToString(DateForm, CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
